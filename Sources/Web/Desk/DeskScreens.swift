import Assessment
import UseCases

extension Site {
  func deskPage(_ visit: inout Visit, _ route: DeskRoute) throws -> Response {
    switch route {
    case .board: return try board(&visit)
    case .boardPart: return try boardPart(&visit)
    case .attempt(let id): return try deskAttempt(&visit, id)
    case .seating, .ticket, .person, .slips, .slip, .check, .classes, .classroom,
      .tallies:
      throw Problem.notFound
    case .seatings, .act, .name, .merge, .prints, .revocation, .frames, .classSeats, .sheet, .sheetPicture:
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
    case .act(let id, let act): return try deskAct(&visit, act, on: id, fields, preparation)
    case .seatings, .name, .merge, .prints, .revocation, .classSeats, .tallies: throw Problem.notFound
    case .board, .boardPart, .seating, .attempt, .ticket, .person, .slips, .slip, .check, .frames, .classes,
      .classroom, .sheet, .sheetPicture:
      throw Problem.methodNotAllowed
    }
  }

  func prepareForDesk(_ visit: Visit, _ route: DeskRoute, _ fields: FormFields) throws -> Preparation {
    switch route {
    case .act(let id, .end), .act(let id, .decision), .act(let id, .slip): try prepareSlip(visit, of: id)
    default: .none
    }
  }
}

// Candidates' side of the desk.
extension Site {
  func seats(_ visit: inout Visit) throws -> Response { throw Problem.notFound }
  func takeSeat(_ visit: inout Visit, _ fields: FormFields) throws -> Response { throw Problem.notFound }
  func consent(_ visit: inout Visit, _ id: Attempt.ID) throws -> Response { throw Problem.notFound }
  func consent(_ visit: inout Visit, _ id: Attempt.ID, _ fields: FormFields) throws -> Response {
    throw Problem.notFound
  }
}
