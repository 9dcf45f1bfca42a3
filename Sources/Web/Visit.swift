import Assessment
import UseCases

/// One request on its way through a screen: its route, its sessions, its kiosk.
struct Visit {
  let request: Request
  let route: Route
  let kiosk: Kiosk
  let isStale: Bool
  let answered: AnsweredPage?
  private let layout: Layout
  /// What this browser chose to hear and read.
  private(set) var voice: VoiceChoice
  let speakingSite: Site
  private let idleRule: IdleRule
  private let deviceToken: SessionID?
  private(set) var session: SessionID?
  /// Whether whoever sits here wants to see no clock.
  let hidesClock: Bool
  /// The cookie of a colleague, whatever it is worth.
  private(set) var staff: SessionID?
  /// The colleague behind it, on pages that are for colleagues.
  private(set) var colleague: StaffSession?
  /// The enrolled device that asks; nil for every other browser.
  private(set) var device: Device?
  /// How the person here wants pages to look.
  let appearance: Appearance
  private var headers: [Response.Header] = []
  /// To be printed once what this request wrote is on the disk.
  var order: SheetOrder?

  init(_ request: Request, _ reading: Admission.Reading, site: Site, kiosk: Kiosk) {
    self.request = request
    self.kiosk = kiosk
    route = reading.route
    isStale = reading.isStale
    answered = reading.answered
    session = reading.cookies.session
    staff = reading.cookies.staff
    deviceToken = reading.cookies.device
    voice = VoiceChoice(cookie: request.cookie)
    speakingSite = site
    appearance = reading.cookies.appearance
    hidesClock = reading.cookies.hidesClock
    idleRule = site.idle
    layout = Layout(
      assets: site.assets, officeName: kiosk.office.name, isSample: site.isSample, appearance: appearance)
  }

  /// Looks who asks, and whether this address is for them.
  mutating func admit() throws {
    device = try deviceToken.flatMap { try kiosk.device(token: $0.bytes) }
    if request.door == .office, route.needsDevice, device == nil { throw Problem.notEnrolled }
    switch route.access {
    case .anyone, .candidate: break
    case .colleague: colleague = try kiosk.colleague(staff, isActive: route.isActive)
    case .staff(let roles): colleague = try kiosk.colleague(staff, asAnyOf: roles, isActive: route.isActive)
    }
  }

  /// To be called once a candidate's page is made: by then it is sure that the attempt is this browser's.
  func notePresence() {
    guard device != nil || route.access == .candidate else { return }
    kiosk.notePresence(device?.id, attempt: route.access == .candidate ? route.attempt : nil)
  }

  /// The colleague on whose behalf something is done.
  func account() throws -> Account.ID {
    guard let colleague else { throw UseCaseError.staff(.notSignedIn) }
    return colleague.account.id
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
    headers.append(BrowserCookie.session.write(new, at: request.door))
    return new
  }

  /// From now on this browser is this colleague's.
  mutating func signIn(_ session: SessionID, as colleague: StaffSession?) {
    staff = session
    self.colleague = colleague
    headers.append(BrowserCookie.staff.write(session, at: request.door))
  }

  mutating func signOut() {
    (staff, colleague) = (nil, nil)
    headers.append(BrowserCookie.staff.removal(at: request.door))
  }

  mutating func keep(_ choice: VoiceChoice) {
    voice = choice
    headers.append(choice.header(at: request.door))
  }

  /// For whoever comes next.
  mutating func forgetVoice() {
    voice = VoiceChoice()
    headers.append(VoiceChoice.removal(at: request.door))
  }

  /// For forms that stand on every page; nil for a browser without a session, which needs none.
  var sessionToken: Markup? {
    session.map { Self.field(kiosk.secrets.formToken(for: $0)) }
  }

  /// From now on this browser is this device.
  mutating func keepDevice(_ token: SessionID) {
    headers.append(BrowserCookie.device.write(token, at: request.door))
  }

  /// Browsers forget cookies after some hundred days.
  mutating func renewDevice() {
    if device != nil, let deviceToken { keepDevice(deviceToken) }
  }

  mutating func keep(_ appearance: Appearance) {
    headers.append(BrowserCookie.appearance.write(appearance.text, at: request.door))
  }

  /// The next person meets pages as they are made.
  mutating func forgetAppearance() {
    headers.append(BrowserCookie.appearance.removal(at: request.door))
  }

  /// Nil for a browser that nothing is known of, which gets no form to send.
  private var appearanceForm: AppearanceForm? {
    guard let owner = session ?? staff else { return nil }
    return AppearanceForm(
      appearance: appearance, token: Self.field(kiosk.secrets.formToken(for: owner)),
      back: request.method == .post ? nil : route)
  }

  /// The hidden field that every form carries: a colleague's is made for their session, every other for the browser's.
  mutating func tokenField() throws -> Markup {
    if colleague != nil, let staff { return Self.field(kiosk.secrets.formToken(for: staff)) }
    return try browserTokenField()
  }

  /// For forms that are sent before, or without, being signed in.
  mutating func browserTokenField() throws -> Markup {
    Self.field(kiosk.secrets.formToken(for: try ensureSession()))
  }

  private static func field(_ token: [UInt8]) -> Markup {
    "<input type=\"hidden\" name=\"token\" value=\"\(Hex.text(token))\">"
  }

  /// Part of a page, for a script that has the rest: with its own tag, so that an unchanged part costs no body.
  func part(_ markup: Markup) -> Response {
    let tag = "\"\(Hex.text(Array(kiosk.secrets.sha256(markup.bytes).prefix(8))))\""
    let isKnown = request.ifNoneMatch == tag
    var response = Response.page(isKnown ? [] : markup.bytes, status: isKnown ? 304 : 200)
    response.headers.append(Response.Header("ETag", tag))
    return response
  }

  func page(_ page: Page, status: Int = 200) -> Response {
    var document = layout.render(
      page, bar: bar, form: appearanceForm, needs: needs, idle: idle(page), player: player(for: page)?.markup)
    if !route.isColleagues, let tongue = speakingSite.tongue(voice.language) {
      document = tongue.translated(document: document)
    }
    var response = Response.page(
      document, status: status, usesCamera: page.usesCamera, usesMicrophone: page.usesMicrophone)
    if let state = page.state { response.headers.append(Response.Header("ETag", "\"\(state)\"")) }
    return response
  }

  /// Only where residents sit: nobody else's machine is cleared.
  private func idle(_ page: Page) -> IdleQuestion? {
    guard page.clearsWhenIdle ?? route.clearsWhenIdle, request.door == .kiosk || device != nil, let session else {
      return nil
    }
    return IdleQuestion(rule: idleRule, token: Self.field(kiosk.secrets.formToken(for: session)))
  }

  /// From now on this browser shows or hides the clock.
  mutating func showClock(_ isShown: Bool) {
    headers.append(ClockCookie.write(isHidden: !isShown, at: request.door))
  }

  /// Nothing that the browser keeps of the pages until now may be shown to whoever comes next.
  mutating func forgetPages() {
    headers.append(Response.Header("Clear-Site-Data", "\"cache\", \"storage\""))
  }

  /// What the person at this attempt needs; a page without it is still a page.
  var needs: Set<Need> {
    guard route.access == .candidate, let attempt = route.attempt else { return [] }
    return (try? kiosk.store.needs(of: attempt)) ?? []
  }

  /// For a colleague who has just gone.
  func pageWithoutBar(_ page: Page) -> Response {
    Response.page(layout.render(page))
  }

  private var bar: StaffBar? {
    guard let colleague, let staff else { return nil }
    return StaffBar(
      account: colleague.account, owes: colleague.duty != nil, route: route,
      token: Self.field(kiosk.secrets.formToken(for: staff)),
      isSettingUp: speakingSite.doors.opensSetup && request.door == .kiosk)
  }

  /// - Parameter anchor: where on the page to go on.
  func redirect(to route: Route, at anchor: StaticString? = nil) -> Response {
    let location = anchor.map { "\(route.path)#\($0)" } ?? route.path
    return Response(
      status: 303,
      headers: [Response.Header("Location", location), Response.Header("Cache-Control", "no-store")])
  }

  func finish(_ response: Response) -> Response {
    guard !headers.isEmpty else { return response }
    var response = response
    response.headers += headers
    return response
  }
}

extension Request {
  package var path: String {
    guard let query = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return target }
    return String(target[..<query])
  }
}

extension Response {
  /// Nothing from elsewhere, no script or style in the page, no frame, nothing kept by the browser; eyes and ears of the
  /// machine only where a page is made for them.
  private static let pageHeaders = [
    Header("Content-Type", "text/html; charset=utf-8"),
    Header(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; "
        + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"),
    Header("X-Content-Type-Options", "nosniff"),
    // With "no-referrer" browsers hide a form's origin from us too, and what was typed in a session that has ended would be
    // refused as somebody else's.
    Header("Referrer-Policy", "same-origin"),
    Header("Cross-Origin-Opener-Policy", "same-origin"),
    Header("Cache-Control", "no-store"),
  ]

  package static func page(
    _ body: [UInt8], status: Int = 200, usesCamera: Bool = false, usesMicrophone: Bool = false
  ) -> Response {
    let senses =
      "camera=(\(usesCamera ? "self" : "")), microphone=(\(usesMicrophone ? "self" : "")), geolocation=(), display-capture=()"
    return Response(status: status, headers: pageHeaders + [Header("Permissions-Policy", senses)], body: body)
  }
}
