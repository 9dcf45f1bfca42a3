import Assessment
import UseCases

/// Every address of the product, parsed and printed by the same code, so that no page can link to nowhere.
package enum Route: Equatable, Sendable {
  case welcome
  case audience(Audience.ID)
  case notice(Audience.ID)
  case attempts
  case attempt(Attempt.ID)
  case seat(Attempt.ID)
  case item(Attempt.ID, FormPlace)
  case feedback(Attempt.ID, FormPlace)
  case responses(Attempt.ID)
  case review(Attempt.ID)
  case submission(Attempt.ID)
  case result(Attempt.ID)
  case slip(Attempt.ID)
  case prints(Attempt.ID)
  /// A sheet of paper: copy 0 is advice, copies from 1 are slips.
  case sheet(Attempt.ID, copy: Int, size: PaperSize)
  case sheetPicture(Attempt.ID, copy: Int, size: PaperSize)
  case check
  case departure
  case health
  case asset(String)

  package var path: String {
    switch self {
    case .welcome: "/"
    case .audience(let audience): "/audiences/\(audience)"
    case .notice(let audience): "/audiences/\(audience)/notice"
    case .attempts: "/attempts"
    case .attempt(let id): "/attempts/\(id)"
    case .seat(let id): "/attempts/\(id)/seat"
    case .item(let id, let place): "/attempts/\(id)/\(Self.word(place.part))/\(place.number)"
    case .feedback(let id, let place): "/attempts/\(id)/\(Self.word(place.part))/\(place.number)/feedback"
    case .responses(let id): "/attempts/\(id)/responses"
    case .review(let id): "/attempts/\(id)/review"
    case .submission(let id): "/attempts/\(id)/submission"
    case .result(let id): "/attempts/\(id)/result"
    case .slip(let id): "/attempts/\(id)/slip"
    case .prints(let id): "/attempts/\(id)/prints"
    case .sheet(let id, let copy, let size): "/attempts/\(id)/prints/\(copy)/\(size.rawValue)"
    case .sheetPicture(let id, let copy, let size): "/attempts/\(id)/prints/\(copy)/\(size.rawValue).png"
    case .check: "/check"
    case .departure: "/departure"
    case .health: "/health"
    case .asset(let name): "/assets/\(name)"
    }
  }

  /// Nil for every text that ``path`` never prints.
  package init?(path: String) {
    guard path.utf8.count <= 120, path.utf8.first == UInt8(ascii: "/") else { return nil }
    guard let route = Self.match(Self.parts(of: path)), route.path == path else { return nil }
    self = route
  }

  /// What stands between the slashes. By bytes, which is many times faster than by characters.
  private static func parts(of path: String) -> [String] {
    var path = path
    return path.withUTF8 { bytes in
      var parts: [String] = []
      parts.reserveCapacity(6)
      var rest = bytes.dropFirst()
      while true {
        let part = rest.prefix { $0 != UInt8(ascii: "/") }
        parts.append(String(decoding: part, as: UTF8.self))
        if part.count == rest.count { return parts }
        rest = rest.dropFirst(part.count + 1)
      }
    }
  }

  private static func match(_ parts: [String]) -> Route? {
    switch parts.count {
    case 1 where parts[0].isEmpty: return .welcome
    case 1 where parts[0] == "attempts": return .attempts
    case 1 where parts[0] == "check": return .check
    case 1 where parts[0] == "departure": return .departure
    case 1 where parts[0] == "health": return .health
    case 2 where parts[0] == "assets": return .asset(parts[1])
    case 2 where parts[0] == "audiences": return audience(parts[1]).map(Route.audience)
    case 3 where parts[0] == "audiences" && parts[2] == "notice": return audience(parts[1]).map(Route.notice)
    case 2... where parts[0] == "attempts":
      guard let id = Attempt.ID(parts[1]), id > 0 else { return nil }
      return attempt(id, Array(parts.dropFirst(2)))
    default: return nil
    }
  }

  private static func attempt(_ id: Attempt.ID, _ rest: [String]) -> Route? {
    switch (rest.count, rest.first ?? "") {
    case (0, _): return .attempt(id)
    case (1, "seat"): return .seat(id)
    case (1, "responses"): return .responses(id)
    case (1, "review"): return .review(id)
    case (1, "submission"): return .submission(id)
    case (1, "result"): return .result(id)
    case (1, "slip"): return .slip(id)
    case (1, "prints"): return .prints(id)
    case (3, "prints"): return sheet(id, rest)
    case (2, _): return place(rest).map { .item(id, $0) }
    case (3, _) where rest[2] == "feedback": return place(rest).map { .feedback(id, $0) }
    default: return nil
    }
  }

  private static func sheet(_ id: Attempt.ID, _ parts: [String]) -> Route? {
    guard let copy = Int(parts[1]), (0...Kiosk.mostCopies).contains(copy) else { return nil }
    let names = parts[2].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let size = PaperSize(rawValue: names[0]) else { return nil }
    return names.count == 1 ? .sheet(id, copy: copy, size: size) : .sheetPicture(id, copy: copy, size: size)
  }

  private static func audience(_ text: String) -> Audience.ID? {
    Audience.ID.isWellFormed(text) ? Audience.ID(text) : nil
  }

  private static func place(_ parts: [String]) -> FormPlace? {
    guard let part = FormPlace.Part.allCases.first(where: { word($0) == parts[0] }), let number = Int(parts[1]),
      (1...999).contains(number)
    else { return nil }
    return FormPlace(part, number)
  }

  private static func word(_ part: FormPlace.Part) -> String {
    switch part {
    case .warmUp: "warm-ups"
    case .scored: "items"
    }
  }
}

extension Route {
  /// Who may ask for an address. Roles other than the candidate come with the desk.
  package enum Role: String, Sendable, CaseIterable {
    case anyone
    /// Somebody whose browser session holds the attempt in the address.
    case candidate
  }

  package var role: Role {
    switch self {
    case .welcome, .audience, .notice, .attempts, .check, .departure, .health, .asset: .anyone
    case .attempt, .seat, .item, .feedback, .responses, .review, .submission, .result, .slip, .prints, .sheet,
      .sheetPicture:
      .candidate
    }
  }

  /// Where an address is served. Candidates' pages wait, on the office's door, for tablets that are enrolled.
  package var doors: [Door] {
    switch self {
    case .welcome, .check, .health, .asset: [.kiosk, .office]
    case .audience, .notice, .attempts, .attempt, .seat, .item, .feedback, .responses, .review, .submission, .result,
      .slip, .prints, .sheet, .sheetPicture, .departure:
      [.kiosk]
    }
  }

  package var methods: [Request.Method] {
    switch self {
    case .welcome, .audience, .notice, .attempt, .item, .feedback, .review, .result, .sheet, .sheetPicture, .health,
      .asset:
      [.get, .head]
    case .attempts, .responses, .slip, .prints, .departure: [.post]
    case .seat, .submission, .check: [.get, .head, .post]
    }
  }

  /// Where a request is answered: reading in place, slow reading beside the writer, or writing, some with slow work first.
  package enum Turn: Sendable {
    case inPlace
    case beside
    case write
    case writeAfterPreparation
  }

  package func turn(for method: Request.Method) -> Turn {
    switch self {
    case .sheet, .sheetPicture: .beside
    case .check: method == .post ? .beside : .inPlace
    case .submission, .slip: method == .post ? .writeAfterPreparation : .inPlace
    case .welcome, .audience, .notice, .attempts, .attempt, .seat, .item, .feedback, .responses, .review, .result,
      .prints, .departure, .health, .asset:
      method == .post ? .write : .inPlace
    }
  }

  /// One example of every address, for the list of routes and the tests that walk them all.
  package static let samples: [Route] = [
    .welcome, .audience(Audience.ID("nguoi-dan")), .notice(Audience.ID("nguoi-dan")), .attempts, .attempt(7),
    .seat(7), .item(7, FormPlace(.warmUp, 1)), .item(7, FormPlace(.scored, 5)), .feedback(7, FormPlace(.scored, 5)),
    .responses(7), .review(7), .submission(7), .result(7), .slip(7), .prints(7), .sheet(7, copy: 1, size: .a5),
    .sheetPicture(7, copy: 0, size: .roll80), .check, .departure, .health, .asset("sathach.css"),
  ]
}
