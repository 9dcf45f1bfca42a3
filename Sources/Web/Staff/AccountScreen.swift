import UseCases

extension Site {
  func firstOfficer(_ visit: inout Visit) throws -> Response { throw Problem.notFound }
  func prepareFirstOfficer(_ visit: Visit, _ fields: FormFields) throws -> PreparedFirstOfficer {
    throw Problem.notFound
  }
  func firstOfficer(_ visit: inout Visit, _ fields: FormFields, _ preparation: Preparation) throws -> Response {
    throw Problem.notFound
  }
  func ownAccount(_ visit: inout Visit) throws -> Response { throw Problem.notFound }
  func prepareSecret(_ visit: Visit, _ fields: FormFields) throws -> PreparedSecret { throw Problem.notFound }
  func keepSecret(_ visit: inout Visit, _ fields: FormFields, _ preparation: Preparation) throws -> Response {
    throw Problem.notFound
  }
  func draftAuthenticator(_ visit: inout Visit) throws -> Response { throw Problem.notFound }
  func confirmAuthenticator(_ visit: inout Visit, _ fields: FormFields) throws -> Response { throw Problem.notFound }
  func makeCodes(_ visit: inout Visit) throws -> Response { throw Problem.notFound }
  func enrolment(_ visit: inout Visit, _ code: String) throws -> Response { throw Problem.notFound }
  func enrol(_ visit: inout Visit, _ code: String, _ fields: FormFields) throws -> Response { throw Problem.notFound }
}
