import Assessment
import UseCases

extension Site {
  func deskPage(_ visit: inout Visit, _ route: DeskRoute) throws -> Response {
    switch route {
    case .board, .boardPart, .seating, .attempt, .ticket, .person, .slips, .slip, .check, .classes, .classroom,
      .tallies:
      throw Problem.notFound
    case .seatings, .act, .name, .merge, .certificates, .prints, .revocation, .frames, .classSeats, .sheet,
      .sheetPicture:
      throw Problem.methodNotAllowed
    }
  }

  func deskBeside(_ visit: inout Visit, _ route: DeskRoute, _ fields: FormFields?) throws -> Response {
    switch (route, fields) {
    default: throw Problem.methodNotAllowed
    }
  }

  func deskWrite(
    _ visit: inout Visit, _ route: DeskRoute, _ fields: FormFields, _ preparation: Preparation
  ) throws -> Response {
    switch route {
    case .certificates(let person): return try noteCertificate(&visit, person, fields)
    case .seatings, .act, .name, .merge, .prints, .revocation, .classSeats, .tallies: throw Problem.notFound
    case .board, .boardPart, .seating, .attempt, .ticket, .person, .slips, .slip, .check, .frames, .classes,
      .classroom, .sheet, .sheetPicture:
      throw Problem.methodNotAllowed
    }
  }

  func prepareForDesk(_ visit: Visit, _ route: DeskRoute, _ fields: FormFields) throws -> Preparation { .none }
}

// Candidates' side of the desk.
extension Site {
  func seats(_ visit: inout Visit) throws -> Response { throw Problem.notFound }
  func takeSeat(_ visit: inout Visit, _ fields: FormFields) throws -> Response { throw Problem.notFound }
  func consent(_ visit: inout Visit, _ id: Attempt.ID) throws -> Response { throw Problem.notFound }
  func consent(_ visit: inout Visit, _ id: Attempt.ID, _ fields: FormFields) throws -> Response {
    throw Problem.notFound
  }
  func callForHelp(_ visit: inout Visit, _ id: Attempt.ID) throws -> Response { throw Problem.notFound }
}
