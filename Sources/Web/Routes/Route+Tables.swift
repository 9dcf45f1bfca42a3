import Assessment
import Audio
import UseCases

/// What holds for each address: who, where, how and on which thread. One table, walked by the tests.
extension Route {
  /// Who may ask for an address.
  package enum Access: Equatable, Sendable {
    case anyone
    /// Somebody whose browser session holds the attempt in the address.
    case candidate
    /// Whoever is signed in, for their own account; what is owed may be done there.
    case colleague
    /// Colleagues of any of these roles who owe nothing.
    case staff([Account.Role])

    package var name: String {
      switch self {
      case .anyone: "anyone"
      case .candidate: "candidate"
      case .colleague: "colleague"
      case .staff(let roles): roles.map(\.rawValue).joined(separator: "+")
      }
    }

    /// Whether the address belongs to signed-in colleagues.
    package var isStaff: Bool {
      switch self {
      case .anyone, .candidate: false
      case .colleague, .staff: true
      }
    }
  }

  /// Whether what goes wrong here is told to a colleague.
  var isColleagues: Bool {
    switch self {
    case .staff, .desk, .office: true
    case .guide(let name): name != .resident
    default: false
    }
  }

  /// The candidate's attempt in the address, if any.
  var attempt: Attempt.ID? {
    switch self {
    case .attempt(let id), .seat(let id), .item(let id, _), .feedback(let id, _), .responses(let id), .review(let id),
      .submission(let id), .result(let id), .slip(let id), .prints(let id), .sheet(let id, _, _),
      .sheetPicture(let id, _, _), .consent(let id), .helpCall(let id), .pause(let id):
      id
    case .welcome, .audience, .notice, .attempts, .check, .departure, .appearance, .presence, .absence, .health, .asset,
      .seats,
      .enrolment, .authority, .sound, .soundTrack, .voice, .guide, .staff, .desk, .office:
      nil
    }
  }

  package var access: Access {
    switch self {
    case .welcome, .audience, .notice, .attempts, .check, .departure, .appearance, .presence, .absence, .health, .asset,
      .seats,
      .enrolment, .authority, .sound, .soundTrack, .voice, .guide:
      .anyone
    case .attempt, .seat, .item, .feedback, .responses, .review, .submission, .result, .slip, .prints, .sheet,
      .sheetPicture, .consent, .helpCall, .pause:
      .candidate
    case .staff(let route): route.access
    case .desk(let route): route.access
    case .office(let route): route.access
    }
  }

  /// Where an address is served. Candidates' pages on the office's door are for enrolled devices only: see
  /// ``needsDevice``; colleagues' pages on the kiosk's door only where the office says so: see ``DoorRules``.
  package var doors: [Door] {
    switch self {
    case .welcome, .audience, .notice, .attempts, .attempt, .seat, .item, .feedback, .responses, .review, .submission,
      .result, .slip, .prints, .sheet, .sheetPicture, .departure, .appearance, .presence, .absence, .check, .health,
      .asset, .seats,
      .consent, .helpCall, .pause, .enrolment, .authority, .sound, .soundTrack, .voice, .guide(.resident):
      [.kiosk, .office]
    // What is left is this machine's screen.
    case .staff(.leave): [.kiosk, .office]
    case .staff, .desk, .office, .guide: [.office]
    }
  }

  /// Whether the office's door serves this to enrolled devices only.
  package var needsDevice: Bool {
    switch self {
    case .welcome, .appearance, .check, .health, .asset, .enrolment, .authority, .sound, .soundTrack, .voice, .guide,
      .staff,
      .desk, .office:
      false
    case .audience, .notice, .attempts, .attempt, .seat, .item, .feedback, .responses, .review, .submission, .result,
      .slip, .prints, .sheet, .sheetPicture, .departure, .presence, .absence, .seats, .consent, .helpCall, .pause:
      true
    }
  }

  package var methods: [Request.Method] {
    switch self {
    case .welcome, .audience, .notice, .attempt, .item, .feedback, .review, .result, .sheet, .sheetPicture, .health,
      .asset, .authority, .presence, .sound, .soundTrack, .guide:
      [.get, .head]
    case .absence: [.get]
    case .voice, .attempts, .responses, .slip, .prints, .departure, .appearance: [.post]
    case .seat, .submission, .check, .seats, .consent, .pause, .enrolment, .helpCall: [.get, .head, .post]
    case .staff(let route): route.methods
    case .desk(let route): route.methods
    case .office(let route): route.methods
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
    // Some files are read and joined.
    case .sheet, .sheetPicture, .sound, .soundTrack: .beside
    case .check: method == .post ? .beside : .inPlace
    case .absence: .write
    case .submission, .slip: method == .post ? .writeAfterPreparation : .inPlace
    // Only a write tells whether the disk takes one.
    case .health: .write
    case .welcome, .audience, .notice, .attempts, .attempt, .seat, .item, .feedback, .responses, .review, .result,
      .prints, .departure, .appearance, .presence, .asset, .seats, .consent, .helpCall, .pause, .enrolment, .authority,
      .voice, .guide:
      method == .post ? .write : .inPlace
    case .staff(let route): route.turn(for: method)
    case .desk(let route): route.turn(for: method)
    case .office(let route): route.turn(for: method)
    }
  }

  /// Whether asking for it shows that somebody is there. What a page asks for by itself keeps nobody signed in.
  package var isActive: Bool {
    switch self {
    // The board's page too: without scripts it is asked for again and again.
    case .desk(.board), .desk(.boardPart), .desk(.frames), .absence: false
    default: true
    }
  }

  /// Whether its form brings files, so that it comes in parts.
  var takesUploads: Bool {
    switch self {
    case .desk(.classes), .office(.confirmations(.answers)), .office(.items(.front)), .office(.voices(.item)),
      .office(.privacy(.keys)):
      true
    default: false
    }
  }

  /// Bytes of a body this address takes; the listener reads no more.
  package var mostBody: Int {
    switch self {
    case .desk(.frames): 1 << 20
    case .desk(.classes), .office(.confirmations(.answers)): 4 << 20
    // The file and the fields beside it.
    case .office(.items(.front)): Kiosk.largestItemUpload + 64 << 10
    case .office(.voices(.item)): Recording.mostBytes + (64 << 10)
    case .office(.privacy(.keys)): 2 << 20
    default: 64 << 10
    }
  }

  /// As ``mostBody``, for a target that was not read yet.
  package static let room: @Sendable (String) -> Int = { target in
    Route(path: Request(.post, target).path)?.mostBody ?? 0
  }

  /// One example of every address, for the list of routes and the tests that walk them all.
  package static let samples: [Route] =
    [
      .welcome, .audience(Audience.ID("nguoi-dan")), .notice(Audience.ID("nguoi-dan")), .attempts, .attempt(7),
      .seat(7), .item(7, FormPlace(.warmUp, 1)), .item(7, FormPlace(.scored, 5)), .feedback(7, FormPlace(.scored, 5)),
      .responses(7), .review(7), .submission(7), .result(7), .slip(7), .prints(7), .sheet(7, copy: 1, size: .a5),
      .sheetPicture(7, copy: 0, size: .roll80), .check, .departure, .appearance, .presence, .absence, .health,
      .asset("sathach.css"), .seats,
      .consent(7), .helpCall(7), .pause(7), .enrolment("ACDEFGHJKM"), .authority, .voice,
      .guide(.resident), .guide(.desk),
    ] + soundSamples + StaffRoute.samples.map(Route.staff) + DeskRoute.samples.map(Route.desk)
    + OfficeRoute.samples.map(Route.office)
}

extension Route {
  private static let soundSamples: [Route] =
    SoundList(text: "0123456789abcdef").map { [.sound($0), .soundTrack($0)] } ?? []
}

extension Route {
  /// Making the first account, signing in with a second factor, and what technicians read meanwhile.
  fileprivate var leadsToSetup: Bool {
    switch self {
    case .staff(let route): route != .design
    case .guide(.technician): true
    default: false
    }
  }
}

/// Where an office lets its colleagues' pages be seen.
package struct DoorRules: Equatable, Sendable {
  /// Desk and office pages on the kiosk's own door too: for a box whose only screen is also the desk.
  package let opensDeskAtKiosk: Bool
  /// The pages of the first run, and at the kiosk's own door the way to them: a box that nobody has set up has no other.
  package let opensSetup: Bool

  package init(opensDeskAtKiosk: Bool = false, opensSetup: Bool = false) {
    self.opensDeskAtKiosk = opensDeskAtKiosk
    self.opensSetup = opensSetup
  }

  func serves(_ route: Route, at door: Door) -> Bool {
    if case .office(.setup) = route { return opensSetup }
    if opensSetup, door == .kiosk, route.leadsToSetup { return true }
    if route.doors.contains(door) { return true }
    return opensDeskAtKiosk && door == .kiosk
  }
}
