import Assessment
import UseCases

extension Site {
  func deskPage(_ visit: inout Visit, _ route: DeskRoute) throws -> Response {
    switch route {
    case .seating: try seating(&visit)
    case .ticket(let id): try ticket(&visit, id)
    case .classes: try classes(&visit)
    case .tallies: try tallies(&visit)
    case .board, .boardPart, .attempt, .person, .slips, .slip, .check:
      throw Problem.notFound
    case .seatings, .act, .name, .merge, .prints, .revocation, .frames, .classroom, .classCards, .classSeats,
      .classClosing, .sheet, .sheetPicture:
      throw Problem.methodNotAllowed
    }
  }

  func deskBeside(_ visit: inout Visit, _ route: DeskRoute, _ fields: FormFields?) throws -> Response {
    switch (route, fields) {
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
    case .seatings: try seatByClerk(&visit, fields)
    case .classes: try openClass(&visit, fields, preparation)
    case .classSeats(let id): try seatClass(&visit, id, fields)
    case .classClosing(let id): try closeClass(&visit, id)
    case .tallies: try changeTally(&visit, fields)
    case .act, .name, .merge, .prints, .revocation: throw Problem.notFound
    case .board, .boardPart, .seating, .attempt, .ticket, .person, .slips, .slip, .check, .frames,
      .classroom, .classCards, .sheet, .sheetPicture:
      throw Problem.methodNotAllowed
    }
  }

  func prepareForDesk(_ visit: Visit, _ route: DeskRoute, _ fields: FormFields) throws -> Preparation {
    switch route {
    case .classes: .staff(.roster(try readRoster(visit, fields)))
    default: .none
    }
  }
}

// Candidates' side of the desk.
extension Site {
  func callForHelp(_ visit: inout Visit, _ id: Attempt.ID) throws -> Response { throw Problem.notFound }
}
