import UseCases

/// A request as far as it can be read without the store: its route, its session and, of a post, the form. Read on the event
/// thread, so that the one writer has less to do.
package struct Admission: Sendable {
  let request: Request
  let reading: Result<Reading, any Error>

  struct Reading: Sendable {
    let route: Route
    let cookies: Cookies
    /// Of a post, made for this session; of an upload without its body, which is read by its screen.
    let fields: FormFields?
    /// The form was made for another session of this browser, as after signing in again: it is shown once more before
    /// anything is done.
    let isStale: Bool
    /// Of an item's form: what it says.
    let answered: AnsweredPage?
  }

  package init(_ request: Request, secrets: any Secrets, doors: DoorRules = DoorRules()) {
    self.request = request
    reading = Result { try Reading(request, secrets: secrets, doors: doors) }
  }

  /// Whose camera sends this picture; nil for everything else. One at a time is looked at: see ``SiteResponder``.
  package var camera: SessionID? {
    guard case .success(let reading) = reading, reading.route == .desk(.frames) else { return nil }
    return reading.cookies.staff
  }

  /// Whether a file from outside is read for it, which may take seconds: one at a time, see ``SiteResponder``.
  package var readsFile: Bool {
    guard case .success(let reading) = reading, case .office(.items(let route)) = reading.route else { return false }
    return route.readsFile(request.method)
  }

  /// Whether it takes seconds where there is much: it then waits in a line of its own.
  package var isLong: Bool {
    guard case .success(let reading) = reading, case .office = reading.route else { return false }
    return true
  }

  /// Where the request belongs. One that is not readable is refused in place of a page, or where it would have written.
  package var turn: Route.Turn {
    guard case .success(let reading) = reading else { return request.method == .post ? .write : .inPlace }
    return reading.route.turn(for: request.method)
  }
}

extension Admission.Reading {
  init(_ request: Request, secrets: any Secrets, doors: DoorRules) throws {
    guard let route = Route(path: request.path) else { throw Problem.notFound }
    guard doors.serves(route, at: request.door) else { throw Problem.notFound }
    guard route.methods.contains(request.method) else { throw Problem.methodNotAllowed }
    self.route = route
    cookies = Cookies(request.cookie, at: request.door)
    guard request.method == .post else {
      (fields, isStale, answered) = (nil, false, nil)
      return
    }
    let fields = try Self.form(of: route, request)
    let session = route.access.isStaff ? cookies.staff : cookies.session
    var isOurs = try session.map { try Self.holds(fields, for: $0, secrets) } ?? false
    // The way out, and how pages look, also stand above the pages of whoever is signed in.
    if !isOurs, route == .staff(.signOut) || route == .appearance, let staff = cookies.staff {
      isOurs = try Self.holds(fields, for: staff, secrets)
    }
    // A picture comes by script, which always tells its origin, and is worth nothing a moment later.
    if route == .desk(.frames) { guard isOurs, request.isFromHere else { throw Problem.formExpired } }
    // Colleagues' typing is not lost with their session; a page of another origin gets nothing kept.
    guard isOurs || (route.access.isStaff && request.isFromHere) else { throw Problem.formExpired }
    self.fields = fields
    isStale = !isOurs
    if case .responses = route { answered = try AnsweredPage(fields) } else { answered = nil }
  }

  private static func form(of route: Route, _ request: Request) throws -> FormFields {
    if route == .desk(.frames) { return try CameraFrame.tokenField(in: request) }
    return try route.takesUploads ? MultipartForm.fields(request) : FormFields(request)
  }

  private static func holds(_ fields: FormFields, for session: SessionID, _ secrets: any Secrets) throws -> Bool {
    guard let found = try fields.optional("token", most: 128) else { return false }
    guard let token = Hex.bytes(found.utf8) else { return false }
    return equal(token, secrets.formToken(for: session))
  }

  /// Takes as long for every wrong token, so that time tells nothing.
  private static func equal(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

extension Request {
  /// Browsers say with every post which page sent it.
  package var isFromHere: Bool {
    origin == "http://\(host)" || origin == "https://\(host)"
  }
}
