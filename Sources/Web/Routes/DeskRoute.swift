import Assessment
import UseCases

/// Addresses below `/desk`: what clerks do.
package enum DeskRoute: Equatable, Sendable {
  case board
  /// The changing part of the board alone, which the page asks for by itself.
  case boardPart
  /// A card, or particulars, read and shown for the clerk to settle the rest.
  case seating
  case seatings
  case attempt(Attempt.ID)
  /// The seat number, large, to be shown or printed.
  case ticket(Attempt.ID)
  case act(Attempt.ID, Act)
  /// Posting to it looks for another record of the same person.
  case person(Int64)
  case name(Int64)
  case merge(Int64)
  /// Course certificates that a person has shown.
  case certificates(Int64)
  case slips
  case slip(serial: Int64)
  case prints(serial: Int64)
  case sheet(serial: Int64, copy: Int, size: PaperSize)
  case sheetPicture(serial: Int64, copy: Int, size: PaperSize)
  case revocation(serial: Int64)
  case check
  /// One picture of the camera, to be looked at for a symbol.
  case frames
  case classes
  case classroom(Int64)
  case classSeats(Int64)
  /// A card for each member, to be cut and handed out.
  case classCards(Int64)
  case classClosing(Int64)
  /// Counts of groups that are never written beside a name.
  case tallies
  /// The box's date and time, to be said right or put right.
  case clock

  /// What is done to an attempt, named by what comes of it.
  package enum Act: String, Sendable, CaseIterable {
    case pause
    case resumption
    case minutes
    case move
    case end
    case voidance
    case help
    case helpAnswer = "help-answer"
    case decision
    /// For somebody who has passed and left without asking for it.
    case slip
  }

  var path: String {
    switch self {
    case .board: ""
    case .boardPart: "board"
    case .seating: "seating"
    case .seatings: "seatings"
    case .attempt(let id): "attempts/\(id)"
    case .ticket(let id): "attempts/\(id)/ticket"
    case .act(let id, let act): "attempts/\(id)/\(act.rawValue)"
    case .person(let id): "people/\(id)"
    case .name(let id): "people/\(id)/name"
    case .merge(let id): "people/\(id)/merge"
    case .certificates(let id): "people/\(id)/certificates"
    case .slips: "slips"
    case .slip(let serial): "slips/\(serial)"
    case .prints(let serial): "slips/\(serial)/prints"
    case .sheet(let serial, let copy, let size): "slips/\(serial)/prints/\(copy)/\(size.rawValue)"
    case .sheetPicture(let serial, let copy, let size): "slips/\(serial)/prints/\(copy)/\(size.rawValue).png"
    case .revocation(let serial): "slips/\(serial)/revocation"
    case .check: "check"
    case .frames: "frames"
    case .classes: "classes"
    case .classroom(let id): "classes/\(id)"
    case .classSeats(let id): "classes/\(id)/seats"
    case .classCards(let id): "classes/\(id)/cards"
    case .classClosing(let id): "classes/\(id)/closing"
    case .tallies: "tallies"
    case .clock: "clock"
    }
  }

  init?(_ parts: [String]) {
    switch parts.count {
    case 0: self = .board
    case 1: self.init(word: parts[0])
    default:
      guard let id = Int64(parts[1]), id > 0 else { return nil }
      self.init(parts[0], id, Array(parts.dropFirst(2)))
    }
  }

  private init?(word: String) {
    let words: [DeskRoute] = [.boardPart, .seating, .seatings, .slips, .check, .frames, .classes, .tallies, .clock]
    guard let route = words.first(where: { $0.path == word }) else { return nil }
    self = route
  }

  private init?(_ noun: String, _ id: Int64, _ rest: [String]) {
    switch (noun, rest.count, rest.first ?? "") {
    case ("attempts", 0, _): self = .attempt(id)
    case ("attempts", 1, "ticket"): self = .ticket(id)
    case ("attempts", 1, let word):
      guard let act = Act(rawValue: word) else { return nil }
      self = .act(id, act)
    case ("people", 0, _): self = .person(id)
    case ("people", 1, "name"): self = .name(id)
    case ("people", 1, "merge"): self = .merge(id)
    case ("people", 1, "certificates"): self = .certificates(id)
    case ("slips", 0, _): self = .slip(serial: id)
    case ("slips", 1, "prints"): self = .prints(serial: id)
    case ("slips", 1, "revocation"): self = .revocation(serial: id)
    case ("slips", 3, "prints"):
      guard let (copy, size, isPicture) = Route.sheet(rest) else { return nil }
      self =
        isPicture
        ? .sheetPicture(serial: id, copy: copy, size: size) : .sheet(serial: id, copy: copy, size: size)
    case ("classes", 0, _): self = .classroom(id)
    case ("classes", 1, "seats"): self = .classSeats(id)
    case ("classes", 1, "cards"): self = .classCards(id)
    case ("classes", 1, "closing"): self = .classClosing(id)
    default: return nil
    }
  }

  package var access: Route.Access {
    switch self {
    // Officers decide: whoever helped may not.
    case .act(_, .decision): .staff([.officer])
    default: .staff([.clerk])
    }
  }

  package var methods: [Request.Method] {
    switch self {
    case .board, .boardPart, .attempt, .ticket, .slip, .sheet, .sheetPicture, .classroom, .classCards:
      [.get, .head]
    case .seating, .person, .slips, .check, .classes, .tallies, .clock: [.get, .head, .post]
    case .seatings, .act, .name, .merge, .certificates, .prints, .revocation, .frames, .classSeats,
      .classClosing:
      [.post]
    }
  }

  package func turn(for method: Request.Method) -> Route.Turn {
    switch self {
    // The page of a class opens the seals of all its people.
    case .sheet, .sheetPicture, .classroom, .classCards: .beside
    // A list is read by a program of its own, then kept.
    case .classes: method == .post ? .writeAfterPreparation : .inPlace
    case .seating, .person, .slips, .check, .frames: method == .post ? .beside : .inPlace
    // A slip may come of it, whose holder check takes long.
    case .act(_, .end), .act(_, .decision), .act(_, .slip): .writeAfterPreparation
    case .board, .boardPart, .attempt, .ticket, .slip, .seatings, .act, .name, .merge, .certificates, .prints,
      .revocation, .classSeats, .classClosing, .tallies, .clock:
      method == .post ? .write : .inPlace
    }
  }

  package static let samples: [DeskRoute] =
    [
      .board, .boardPart, .seating, .seatings, .attempt(7), .ticket(7), .person(3), .name(3), .merge(3),
      .certificates(3), .slips,
      .slip(serial: 5), .prints(serial: 5), .sheet(serial: 5, copy: 1, size: .a5),
      .sheetPicture(serial: 5, copy: 1, size: .roll80), .revocation(serial: 5), .check, .frames, .classes,
      .classroom(2), .classSeats(2), .classCards(2), .classClosing(2), .tallies, .clock,
    ] + Act.allCases.map { .act(7, $0) }
}
