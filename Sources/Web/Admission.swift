import UseCases

/// A request as far as it can be read without the store: its route, its session and, of a post, the form. Read on the event
/// thread, so that the one writer has less to do.
package struct Admission: Sendable {
  let request: Request
  let reading: Result<Reading, any Error>

  struct Reading: Sendable {
    let route: Route
    let session: SessionID?
    /// Of a post, made for this session.
    let fields: FormFields?
  }

  package init(_ request: Request, secrets: any Secrets) {
    self.request = request
    reading = Result { try Reading(request, secrets: secrets) }
  }

  /// Where the request belongs. One that is not readable is refused in place of a page, or where it would have written.
  package var turn: Route.Turn {
    guard case .success(let reading) = reading else { return request.method == .post ? .write : .inPlace }
    return reading.route.turn(for: request.method)
  }
}

extension Admission.Reading {
  init(_ request: Request, secrets: any Secrets) throws {
    guard let route = Route(path: request.path) else { throw Problem.notFound }
    guard route.doors.contains(request.door) else { throw Problem.notFound }
    guard route.methods.contains(request.method) else { throw Problem.methodNotAllowed }
    self.route = route
    session = SessionCookie.read(request.cookie, at: request.door)
    fields = request.method == .post ? try Self.form(request, session, secrets) : nil
  }

  private static func form(
    _ request: Request, _ session: SessionID?, _ secrets: any Secrets
  ) throws -> FormFields {
    let fields = try FormFields(request)
    guard let session else { throw Problem.formExpired }
    let expected = Hex.text(secrets.formToken(for: session))
    guard let found = try fields.optional("token", most: 128), equal(found, expected) else {
      throw Problem.formExpired
    }
    return fields
  }

  /// Takes as long for every wrong token, so that time tells nothing.
  private static func equal(_ one: String, _ other: String) -> Bool {
    guard one.utf8.count == other.utf8.count else { return false }
    return zip(one.utf8, other.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
