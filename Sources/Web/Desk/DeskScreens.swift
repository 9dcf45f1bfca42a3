import Assessment
import UseCases

extension Site {
  func deskPage(_ visit: inout Visit, _ route: DeskRoute) throws -> Response {
    switch route {
    case .slips: try slipQueue(&visit)
    case .slip(let serial): try slipFile(&visit, serial)
    case .check: try deskCheck(&visit)
    case .person(let id): try personFile(&visit, id)
    case .board: try board(&visit)
    case .boardPart: try boardPart(&visit)
    case .attempt(let id): try deskAttempt(&visit, id)
    case .seating: try seating(&visit)
    case .ticket(let id): try ticket(&visit, id)
    case .classes: try classes(&visit)
    case .tallies: try tallies(&visit)
    case .clock: try clock(&visit)
    case .seatings, .act, .name, .merge, .certificates, .prints, .revocation, .frames, .classroom, .classCards,
      .classSeats, .classClosing, .sheet, .sheetPicture:
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
    case (.seating, let fields?): try readSeating(&visit, fields)
    case (.classroom(let id), nil): try classroom(&visit, id)
    case (.classCards(let id), nil): try classCards(&visit, id)
    default: throw Problem.methodNotAllowed
    }
  }

  func deskWrite(
    _ visit: inout Visit, _ route: DeskRoute, _ fields: FormFields, _ preparation: Preparation
  ) throws -> Response {
    switch route {
    case .certificates(let person): try noteCertificate(&visit, person, fields)
    case .prints(let serial): try printAtDesk(&visit, serial, fields)
    case .revocation(let serial): try revokeSlip(&visit, serial, fields)
    case .name(let id): try correctName(&visit, id, fields)
    case .merge(let id): try mergePeople(&visit, id, fields)
    case .act(let id, let act): try deskAct(&visit, act, on: id, fields, preparation)
    case .seatings: try seatByClerk(&visit, fields)
    case .classes: try openClass(&visit, fields, preparation)
    case .classSeats(let id): try seatClass(&visit, id, fields)
    case .classClosing(let id): try closeClass(&visit, id)
    case .tallies: try changeTally(&visit, fields)
    case .clock: try settleClock(&visit, fields)
    case .board, .boardPart, .seating, .attempt, .ticket, .person, .slips, .slip, .check, .frames, .classroom,
      .classCards, .sheet, .sheetPicture:
      throw Problem.methodNotAllowed
    }
  }

  func prepareForDesk(_ visit: Visit, _ route: DeskRoute, _ fields: FormFields) throws -> Preparation {
    switch route {
    case .classes: .staff(.roster(try readRoster(visit, fields)))
    case .act(let id, .end), .act(let id, .decision), .act(let id, .slip): try prepareSlip(visit, of: id)
    default: .none
    }
  }
}
