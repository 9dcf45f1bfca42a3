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

  init(_ request: Request, site: Site, kiosk: Kiosk) throws {
    guard let route = Route(path: request.path) else { throw Problem.notFound }
    let methods = route.methods
    guard methods.contains(request.method) else { throw Problem.methodNotAllowed }
    self.request = request
    self.route = route
    self.kiosk = kiosk
    layout = Layout(assets: site.assets, officeName: kiosk.office.name, isSample: site.isSample)
    session = SessionCookie.read(request.cookie)
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

  /// The form that was posted, if it was made for this session.
  func form() throws -> FormFields {
    let fields = try FormFields(request)
    guard let session else { throw Problem.formExpired }
    let expected = Hex.text(kiosk.secrets.formToken(for: session))
    guard let found = try fields.optional("token", most: 128), Self.equal(found, expected) else {
      throw Problem.formExpired
    }
    return fields
  }

  /// Takes as long for every wrong token, so that time tells nothing.
  private static func equal(_ one: String, _ other: String) -> Bool {
    guard one.utf8.count == other.utf8.count else { return false }
    return zip(one.utf8, other.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  func page(_ page: Page, status: Int = 200) -> Response {
    Response.page(layout.render(page), status: status)
  }

  func redirect(to route: Route) -> Response {
    Response(
      status: 303,
      headers: [Response.Header("Location", route.path), Response.Header("Cache-Control", "no-store")])
  }

  func finish(_ response: Response) -> Response {
    guard let cookieToSet else { return response }
    var response = response
    response.headers.append(SessionCookie.write(cookieToSet))
    return response
  }
}

extension Request {
  var path: String {
    target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init) ?? target
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
