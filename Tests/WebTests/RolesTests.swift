import TestSupport
import Testing
import UseCases

@testable import Web

/// Who gets where: every address, for everybody, at every door. The lists say it once more by hand, so that a slip of the
/// pen in the routes' own table shows.
@Suite("Every address, for every role, at every door")
struct RolesTests {
  enum Person: String, CaseIterable {
    case nobody
    case clerk
    case officer
    case technician
    /// An enrolled tablet on which nobody has signed in.
    case tablet
  }

  enum Place: String, CaseIterable {
    case kiosk
    case kioskThatIsTheDesk
    /// A box that is being set up.
    case kioskOfBareBox
    case office
  }

  enum Answer: String {
    /// Whatever comes of it there: the page, or a refusal of what was sent.
    case through
    case signIn
    case forbidden
    case notThere
  }

  private static let colleagues = ["/staff", "/desk", "/office"]
  private static let beforeSigningIn = [
    "/staff/first-officer", "/staff/session", "/staff/session/code", "/staff/session/unlocking", "/staff/session/end",
    "/staff/leave",
  ]
  private static let clerksAndOfficers = ["/desk"]
  private static let recorders = ["/office/voices", "/office/recordings"]
  private static let officers = ["/office", "/desk/attempts/7/decision"]
  private static let officersAndTechnicians = [
    "/office/devices", "/office/backups", "/office/bundles", "/office/box", "/office/examination", "/office/setup",
  ]
  private static let candidates = ["/audiences", "/attempts", "/seats", "/departure", "/presence"]

  private static func expected(_ path: String, _ person: Person, _ place: Place) -> Answer {
    func isBelow(_ places: [String]) -> Bool { places.contains { path == $0 || path.hasPrefix($0 + "/") } }
    if isBelow(candidates) { return place == .office && person != .tablet ? .forbidden : .through }
    guard isBelow(colleagues) else { return .through }
    let isSetup = isBelow(["/office/setup"])
    switch place {
    case .kiosk: return .notThere
    // The pages of the first run and the way to them, and nothing else.
    case .kioskOfBareBox where !(isSetup || isBelow(["/staff"])) || path == "/staff/design": return .notThere
    case .kioskThatIsTheDesk where isSetup, .office where isSetup: return .notThere
    default: break
    }
    if beforeSigningIn.contains(path) { return .through }
    // A picture is worth nothing later, so it waits for no sign-in.
    if path == "/desk/frames", person == .nobody || person == .tablet { return .forbidden }
    if person == .nobody || person == .tablet { return .signIn }
    let roles: [Person] =
      if isBelow(officersAndTechnicians) {
        [.officer, .technician]
      } else if isBelow(recorders) {
        [.clerk, .officer]
      } else if isBelow(officers) {
        [.officer]
      } else if isBelow(clerksAndOfficers) {
        [.clerk, .officer]
      } else {
        [.clerk, .officer, .technician]
      }
    return roles.contains(person) ? .through : .forbidden
  }

  @Test("an address lets through whom it is for, and tells everybody else why not", arguments: Place.allCases)
  func lets(place: Place) throws {
    let world = try World(place)
    for route in Route.samples {
      for person in Person.allCases {
        for method in route.methods where method != .head {
          let answer = try world.ask(method, route.path, as: person)
          let expected = Self.expected(route.path, person, place)
          #expect(answer == expected, "\(method.rawValue) \(route.path) as \(person)")
        }
      }
    }
  }

  @Test("a method that an address has not is refused")
  func refusesMethods() throws {
    let world = try World(.office)
    for route in Route.samples {
      for method in [Request.Method.get, .post] where !route.methods.contains(method) {
        #expect(try world.send(method, route.path, as: .officer).status == 405, "\(method.rawValue) \(route.path)")
      }
    }
  }

  /// A box with its people, each with a session of their own for every request, since some requests end it.
  private struct World {
    let box: TestBox
    let place: Place
    let technician: Account.ID
    let tablet: SessionID

    init(_ place: Place) throws {
      self.place = place
      box = try TestBox(
        opensDeskAtKiosk: place == .kioskThatIsTheDesk, isBeingSetUp: place == .kioskOfBareBox)
      if place == .kioskOfBareBox { box.screen.appear() }
      try box.hireOffice()
      technician = try box.hireTechnician()
      tablet = try box.enrolledTablet()
    }

    func ask(_ method: Request.Method, _ path: String, as person: Person) throws -> Answer {
      switch try send(method, path, as: person).status {
      case 401 where !beforeSigningIn.contains(path): .signIn
      case 403: .forbidden
      // Elsewhere it may be that the sample's attempt, person or account is not there.
      case 404 where isClosed(path): .notThere
      default: .through
      }
    }

    private func isClosed(_ path: String) -> Bool {
      if path.hasPrefix("/office/setup") { return place != .kioskOfBareBox }
      return (place == .kiosk || place == .kioskOfBareBox) && colleagues.contains { path.hasPrefix($0) }
    }

    func send(_ method: Request.Method, _ path: String, as person: Person) throws -> Browser {
      let browser = Browser(box, door: place == .office ? .office : .kiosk)
      // Every browser gets a session of its own there, with which its forms are made.
      try browser.get("/check")
      switch person {
      case .nobody: break
      case .clerk: browser.keep(try box.open(TestBox.lan), as: "sathach-staff")
      case .officer: browser.keep(try box.open(TestBox.minh), as: "sathach-staff")
      case .technician: browser.keep(try box.open(technician), as: "sathach-staff")
      case .tablet: browser.keep(tablet, as: "sathach-device")
      }
      guard method == .post else { return try browser.get(path) }
      guard let route = Route(path: path) else { return try browser.post(path, []) }
      if route == .desk(.frames) {
        return try browser.send(
          Array("P5\n# \(browser.staffToken.isEmpty ? "00" : browser.staffToken)\n16 16\n255\n".utf8)
            + [UInt8](repeating: 0, count: 256), to: path)
      }
      // Forms that are read before they wait must be readable.
      let item = [("part", "scored"), ("place", "1"), ("go", "next")]
      return route.takesUploads ? try browser.upload(path, []) : try browser.post(path, item)
    }
  }
}
