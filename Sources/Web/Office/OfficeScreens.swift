import UseCases

extension Site {
  func officePage(_ visit: inout Visit, _ route: OfficeRoute) throws -> Response {
    switch route {
    case .front, .accounts, .lists, .devices, .helpers: throw Problem.notFound
    case .disablement, .reset, .hamletRetirement, .tagRetirement, .deviceRetirement: throw Problem.methodNotAllowed
    case .plans(let route): try planPage(&visit, route)
    }
  }

  func officeBeside(_ visit: inout Visit, _ route: OfficeRoute, _ fields: FormFields?) throws -> Response {
    switch (route, fields) {
    case (.plans(let route), nil): try planPage(&visit, route)
    default: throw Problem.methodNotAllowed
    }
  }

  func officeWrite(
    _ visit: inout Visit, _ route: OfficeRoute, _ fields: FormFields, _ preparation: Preparation
  ) throws -> Response {
    switch route {
    case .accounts, .disablement, .reset, .lists, .hamletRetirement, .tagRetirement, .devices, .deviceRetirement:
      throw Problem.notFound
    case .plans(let route): return try planWrite(&visit, route, fields)
    case .front, .helpers: throw Problem.methodNotAllowed
    }
  }

  func prepareForOffice(_ visit: Visit, _ route: OfficeRoute, _ fields: FormFields) throws -> Preparation { .none }
}
