import Assessment
import UseCases

extension Site {
  func deskPage(_ visit: inout Visit, _ route: DeskRoute) throws -> Response {
    switch route {
    case .slips: try slipQueue(&visit)
    case .slip(let serial): try slipFile(&visit, serial)
    case .check: try deskCheck(&visit)
    case .person(let id): try personFile(&visit, id)
    case .board, .boardPart, .seating, .attempt, .ticket, .classes, .classroom, .tallies:
      throw Problem.notFound
    case .seatings, .act, .name, .merge, .prints, .revocation, .frames, .classSeats, .sheet, .sheetPicture:
      throw Problem.methodNotAllowed
    }
  }

  func deskBeside(_ visit: inout Visit, _ route: DeskRoute, _ fields: FormFields?) throws -> Response {
    switch (route, fields) {
    case (.slips, let fields?): try findSlips(&visit, fields)
    case (.sheet(let serial, let copy, let size), nil): try deskSheet(visit, serial, copy: copy, size: size)
    case (.sheetPicture(let serial, let copy, let size), nil):
      try deskSheetPicture(visit, serial, copy: copy, size: size)
    case (.check, let fields?): try deskCheck(&visit, fields)
    case (.frames, _?): try readFrame(visit)
    case (.person(let id), let fields?): try findOtherRecord(&visit, id, fields)
    default: throw Problem.methodNotAllowed
    }
  }

  func deskWrite(
    _ visit: inout Visit, _ route: DeskRoute, _ fields: FormFields, _ preparation: Preparation
  ) throws -> Response {
    switch route {
    case .prints(let serial): try printAtDesk(&visit, serial, fields)
    case .revocation(let serial): try revokeSlip(&visit, serial, fields)
    case .name(let id): try correctName(&visit, id, fields)
    case .merge(let id): try mergePeople(&visit, id, fields)
    case .seatings, .act, .classSeats, .tallies: throw Problem.notFound
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
