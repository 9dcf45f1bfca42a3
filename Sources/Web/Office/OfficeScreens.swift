import UseCases

extension Site {
  func officePage(_ visit: inout Visit, _ route: OfficeRoute) throws -> Response {
    switch route {
    case .front, .accounts, .lists, .devices: throw Problem.notFound
    case .helpers: throw Problem.methodNotAllowed
    case .disablement, .reset, .hamletRetirement, .tagRetirement, .deviceRetirement: throw Problem.methodNotAllowed
    }
  }

  func officeWrite(
    _ visit: inout Visit, _ route: OfficeRoute, _ fields: FormFields, _ preparation: Preparation
  ) throws -> Response {
    switch route {
    case .accounts, .disablement, .reset, .lists, .hamletRetirement, .tagRetirement, .devices, .deviceRetirement:
      throw Problem.notFound
    case .front, .helpers: throw Problem.methodNotAllowed
    }
  }

  func prepareForOffice(_ visit: Visit, _ route: OfficeRoute, _ fields: FormFields) throws -> Preparation { .none }
}
