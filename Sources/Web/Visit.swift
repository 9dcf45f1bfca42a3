import Assessment
import UseCases

/// One request on its way through a screen: its route, its session, its kiosk.
struct Visit {
  let request: Request
  let route: Route
  let kiosk: Kiosk
  private let layout: Layout
  private(set) var session: SessionID?
  private var cookieToSet: SessionID?

  init(_ request: Request, _ reading: Admission.Reading, site: Site, kiosk: Kiosk) {
    self.request = request
    self.kiosk = kiosk
    route = reading.route
    session = reading.session
    layout = Layout(assets: site.assets, officeName: kiosk.office.name, isSample: site.isSample)
  }

  /// The session, a new one if the browser brought none.
  mutating func ensureSession() throws -> SessionID {
    if let session { return session }
    return try renewSession()
  }

  @discardableResult
  mutating func renewSession() throws -> SessionID {
    guard let new = SessionID(kiosk.chance.bytes(16)) else { throw Problem.internalError }
    session = new
    cookieToSet = new
    return new
  }

  /// The hidden field that every form carries.
  mutating func tokenField() throws -> Markup {
    let token = Hex.text(kiosk.secrets.formToken(for: try ensureSession()))
    return "<input type=\"hidden\" name=\"token\" value=\"\(token)\">"
  }

  func page(_ page: Page, status: Int = 200) -> Response {
    Response.page(layout.render(page), status: status)
  }

  /// - Parameter anchor: where on the page to go on.
  func redirect(to route: Route, at anchor: StaticString? = nil) -> Response {
    let location = anchor.map { "\(route.path)#\($0)" } ?? route.path
    return Response(
      status: 303,
      headers: [Response.Header("Location", location), Response.Header("Cache-Control", "no-store")])
  }

  func finish(_ response: Response) -> Response {
    guard let cookieToSet else { return response }
    var response = response
    response.headers.append(SessionCookie.write(cookieToSet, at: request.door))
    return response
  }
}

extension Request {
  var path: String {
    guard let query = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return target }
    return String(target[..<query])
  }
}

extension Response {
  /// Nothing from elsewhere, no script or style in the page, no frame, nothing kept by the browser.
  private static let pageHeaders = [
    Header("Content-Type", "text/html; charset=utf-8"),
    Header(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; "
        + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"),
    Header("X-Content-Type-Options", "nosniff"),
    Header("Referrer-Policy", "no-referrer"),
    Header("Cross-Origin-Opener-Policy", "same-origin"),
    Header("Cache-Control", "no-store"),
  ]

  static func page(_ body: [UInt8], status: Int = 200) -> Response {
    Response(status: status, headers: pageHeaders, body: body)
  }
}
