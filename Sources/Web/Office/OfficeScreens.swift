import UseCases

extension Site {
  func officePage(_ visit: inout Visit, _ route: OfficeRoute) throws -> Response {
    switch route {
    case .front, .accounts, .lists, .devices, .helpers: throw Problem.notFound
    case .reports: try reports(&visit)
    case .letterhead: try letterhead(&visit)
    case .disablement, .reset, .hamletRetirement, .tagRetirement, .deviceRetirement, .report, .namedAttempts:
      throw Problem.methodNotAllowed
    }
  }

  func officeWrite(
    _ visit: inout Visit, _ route: OfficeRoute, _ fields: FormFields, _ preparation: Preparation
  ) throws -> Response {
    switch route {
    case .accounts, .disablement, .reset, .lists, .hamletRetirement, .tagRetirement, .devices, .deviceRetirement:
      throw Problem.notFound
    case .namedAttempts(let query, let form): try namedAttempts(&visit, query, form, preparation)
    case .letterhead: try letterhead(&visit, fields)
    case .front, .helpers, .reports, .report: throw Problem.methodNotAllowed
    }
  }

  func prepareForOffice(_ visit: Visit, _ route: OfficeRoute, _ fields: FormFields) throws -> Preparation {
    switch route {
    case .namedAttempts(let query, let form): try prepareNames(visit, query, form)
    default: .none
    }
  }
}
