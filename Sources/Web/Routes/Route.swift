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
  /// How pages look in this browser.
  case appearance
  /// Asks, where no script can, whether somebody is there.
  case presence
  /// Where that page leads by itself: the browser is parted from its attempt, as by ``departure``.
  case absence
  case health
  case asset(String)
  /// Where somebody types the four digits that the desk gave out.
  case seats
  /// What a person whom a clerk has named is told, and agrees to or not.
  case consent(Attempt.ID)
  case helpCall(Attempt.ID)
  /// What somebody sees whose attempt is paused, and where a rest begins and ends.
  case pause(Attempt.ID)
  /// What a tablet opens once, with the code from the desk's screen.
  case enrolment(String)
  /// The certificate of the office's authority, for machines that are to trust its door.
  case authority
  /// What a page says, as one file, and when each word of it is spoken.
  case sound(SoundList)
  case soundTrack(SoundList)
  /// How somebody wants to hear and read.
  case voice
  case guide(Guide.Name)
  case staff(StaffRoute)
  case desk(DeskRoute)
  case office(OfficeRoute)

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
    case .appearance: "/appearance"
    case .presence: "/presence"
    case .absence: "/presence/none"
    case .health: "/health"
    case .asset(let name): "/assets/\(name)"
    case .seats: "/seats"
    case .consent(let id): "/attempts/\(id)/consent"
    case .helpCall(let id): "/attempts/\(id)/help-call"
    case .pause(let id): "/attempts/\(id)/pause"
    case .enrolment(let code): "/enrolments/\(code)"
    case .authority: "/authority.crt"
    case .sound(let list): "/audio/\(list.text).opus"
    case .soundTrack(let list): "/audio/\(list.text).json"
    case .voice: "/voice"
    case .guide(let name): "/guides/\(name.rawValue)"
    case .staff(let route): "/staff/\(route.path)"
    case .desk(let route): route.path.isEmpty ? "/desk" : "/desk/\(route.path)"
    case .office(let route): route.path.isEmpty ? "/office" : "/office/\(route.path)"
    }
  }

  /// Nil for every text that ``path`` never prints.
  package init?(path: String) {
    guard path.utf8.count <= 240 || path.hasPrefix("/audio/"), path.utf8.first == UInt8(ascii: "/") else { return nil }
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
    case 1 where parts[0] == "appearance": return .appearance
    case 1 where parts[0] == "presence": return .presence
    case 2 where parts[0] == "presence": return .absence
    case 1 where parts[0] == "health": return .health
    case 1 where parts[0] == "seats": return .seats
    case 1 where parts[0] == "authority.crt": return .authority
    case 1 where parts[0] == "voice": return .voice
    case 2 where parts[0] == "guides": return Guide.Name(rawValue: parts[1]).map(Route.guide)
    case 2 where parts[0] == "audio": return sound(parts[1])
    case 2 where parts[0] == "assets": return isFileName(parts[1]) ? .asset(parts[1]) : nil
    case 2 where parts[0] == "enrolments": return EnrolmentCode.isWellFormed(parts[1]) ? .enrolment(parts[1]) : nil
    case 2... where parts[0] == "staff": return StaffRoute(Array(parts.dropFirst())).map(Route.staff)
    case _ where parts[0] == "desk": return DeskRoute(Array(parts.dropFirst())).map(Route.desk)
    case _ where parts[0] == "office": return OfficeRoute(Array(parts.dropFirst())).map(Route.office)
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
    case (1, "consent"): return .consent(id)
    case (1, "help-call"): return .helpCall(id)
    case (1, "pause"): return .pause(id)
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

  private static func sound(_ name: String) -> Route? {
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let list = SoundList(text: parts[0]) else { return nil }
    return parts[1] == "opus" ? .sound(list) : parts[1] == "json" ? .soundTrack(list) : nil
  }

  private static func sheet(_ id: Attempt.ID, _ parts: [String]) -> Route? {
    guard let (copy, size, isPicture) = sheet(parts) else { return nil }
    return isPicture ? .sheetPicture(id, copy: copy, size: size) : .sheet(id, copy: copy, size: size)
  }

  /// A copy's number and its paper, as in `prints/1/80mm` and `prints/1/80mm.png`.
  static func sheet(_ parts: [String]) -> (copy: Int, size: PaperSize, isPicture: Bool)? {
    guard parts.count == 3, let copy = Int(parts[1]), (0...Kiosk.mostCopies).contains(copy) else { return nil }
    let names = parts[2].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let size = PaperSize(rawValue: names[0]) else { return nil }
    return (copy, size, names.count > 1)
  }

  /// As files deployed beside the binary are named: nothing that a path, a log or a header could read in another way.
  private static func isFileName(_ text: String) -> Bool {
    !text.hasPrefix(".")
      && text.utf8.allSatisfy {
        ("a"..."z").contains(Unicode.Scalar($0)) || ("0"..."9").contains(Unicode.Scalar($0)) || $0 == 0x2E || $0 == 0x2D
      }
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
