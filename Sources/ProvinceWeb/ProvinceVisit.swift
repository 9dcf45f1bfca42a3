import Province
import UseCases
import Web

/// One request on its way through a screen: its route, its session, who asks.
struct ProvinceVisit {
  let request: Request
  let route: ProvinceRoute
  let office: ProvinceOffice
  private let site: ProvinceSite
  private(set) var session: SessionID?
  private(set) var officer: Officer?
  private var headers: [Response.Header] = []

  init(_ request: Request, _ route: ProvinceRoute, site: ProvinceSite, office: ProvinceOffice) {
    self.request = request
    self.route = route
    self.site = site
    self.office = office
    session = ProvinceCookie.session(in: request.cookie, at: request.door)
  }

  /// Looks who asks, and whether this address is for them.
  ///
  /// - Returns: what is answered in the screen's place.
  mutating func admit() throws -> Response? {
    if let session { officer = try office.officer(in: session) }
    guard route.access == .officer else {
      // Browsers say with every post which page sent it.
      if request.method == .post, route == .session, !request.isFromHere { throw ProvinceProblem.formExpired }
      return nil
    }
    guard let officer else {
      guard request.method != .post else { throw ProvinceProblem(status: 401, sentence: signInFirst) }
      return redirect(to: .session)
    }
    if officer.mustChangePassword, route != .password, route != .leaving { return redirect(to: .password) }
    if request.method == .post { try checkToken() }
    return nil
  }

  private var signInFirst: String { StaffFault.notSignedIn.sentence }

  private func checkToken() throws {
    guard request.isFromHere, let session else { throw ProvinceProblem.formExpired }
    let found = try fields().optional("token", most: 128).flatMap { Hex.bytes($0.utf8) } ?? []
    guard ProvinceCookie.equal(found, token(of: session)) else { throw ProvinceProblem.formExpired }
  }

  /// The form; of an upload, its fields and file.
  func fields() throws -> FormFields {
    route == .answers ? try MultipartForm.fields(request) : try FormFields(request)
  }

  private func token(of session: SessionID) -> [UInt8] {
    Array(office.parts.digest(Array("form".utf8) + session.bytes).prefix(16))
  }

  var tokenField: Markup {
    guard let session else { return "" }
    return "<input type=\"hidden\" name=\"token\" value=\"\(Hex.text(token(of: session)))\">"
  }

  mutating func signIn(_ session: SessionID, as officer: Officer) {
    self.session = session
    self.officer = officer
    headers.append(ProvinceCookie.header(session, at: request.door))
  }

  mutating func signOut() {
    if let session { office.parts.sessions.end(session) }
    (session, officer) = (nil, nil)
    headers.append(ProvinceCookie.removal(at: request.door))
  }

  func page(_ page: ProvincePage, status: Int = 200) -> Response {
    let bar = officer.map { ProvinceBar(officer: $0, route: route, token: tokenField) }
    return Response.page(ProvinceLayout(assets: site.assets).render(page, bar: bar), status: status)
  }

  func redirect(to route: ProvinceRoute, at place: String? = nil) -> Response {
    let target = place.map { "\(route.path)#\($0)" } ?? route.path
    return Response(
      status: 303, headers: [Response.Header("Location", target), Response.Header("Cache-Control", "no-store")])
  }

  func finish(_ response: Response) -> Response {
    var response = response
    response.headers += headers
    return response
  }
}

/// The cookie of an officer's session: 128 random bits, readable by no script, sent to no other site, forgotten when the
/// browser is closed.
enum ProvinceCookie {
  private static let plain = "sathach-province"

  private static func name(at door: Door) -> String { door == .kiosk ? plain : "__Host-" + plain }

  static func session(in header: String, at door: Door) -> SessionID? {
    let start = name(at: door) + "="
    for pair in header.split(separator: ";") {
      let text = pair.drop { $0 == " " }
      if text.hasPrefix(start) { return Hex.bytes(text.dropFirst(start.count).utf8).flatMap(SessionID.init) }
    }
    return nil
  }

  static func header(_ session: SessionID, at door: Door) -> Response.Header {
    let text = "\(name(at: door))=\(Hex.text(session.bytes)); Path=/; HttpOnly; SameSite=Strict"
    return Response.Header("Set-Cookie", door == .kiosk ? text : text + "; Secure")
  }

  static func removal(at door: Door) -> Response.Header {
    let text = "\(name(at: door))=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict"
    return Response.Header("Set-Cookie", door == .kiosk ? text : text + "; Secure")
  }

  /// Takes as long for every wrong token, so that time tells nothing.
  static func equal(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
