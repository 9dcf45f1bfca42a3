import TestSupport
import Testing
import UseCases

@testable import SQLiteStore

/// An office of three, each at a device of their own: anh Bình the officer, chị Vân the clerk, cô Tú the technician.
/// All have changed their first passwords; Vân has a PIN, Bình a printed list, Tú an authenticator app.
final class StaffOffice {
  static let password = "chiếc nón lá"
  static let pin = "4711"

  let box: TestBox
  let binh: Account.ID
  let van: Account.ID
  let tu: Account.ID
  /// What is left of Bình's printed list.
  private(set) var list: [String] = []
  private(set) var secret = ""

  var kiosk: Kiosk { box.kiosk }

  init() throws {
    box = try TestBox()
    let code = try #require(try box.kiosk.makeFirstOfficerCode())
    binh = try box.kiosk.createFirstOfficer(
      box.kiosk.prepareFirstOfficer(
        code: code, login: "binh", name: "Lê Văn Bình", password: Self.password, peer: "10.0.0.1"))
    van = try Self.make("van", "Phạm Thị Vân", .clerk, by: binh, in: box)
    tu = try Self.make("tu", "Đỗ Thị Tú", .technician, by: binh, in: box)
    list = try kiosk.makeCodeList(in: try enter("binh", Self.password))
    try kiosk.keep(kiosk.preparePIN(Self.pin, in: try signIn("van")))
    let session = try enter("tu", Self.password)
    secret = try kiosk.draftAuthenticator(in: session).secret
    try kiosk.confirmAuthenticator(code: self.code(), in: session)
    for session in try box.store.staffSessions() { try box.store.end(session.id) }
    box.clock.advance(seconds: 300)
  }

  private static func make(
    _ login: String, _ name: String, _ role: Account.Role, by officer: Account.ID, in box: TestBox
  ) throws -> Account.ID {
    let made = try box.kiosk.prepareAccount(login: login, name: name, role: role)
    let id = try box.kiosk.createAccount(made, by: .account(officer))
    try box.store.setPassword("$argon2id$test$\(password)", isOneTime: false, of: id, at: box.clock.now())
    return id
  }

  /// What Tú's telephone shows now, or steps away from now.
  func code(_ steps: Int64 = 0) -> String {
    kiosk.staff.authenticator.code(of: secret, step: box.clock.now().seconds / 30 + steps) ?? ""
  }

  func nextOfList() -> String { list.removeFirst() }

  func check(_ login: String, _ password: String = StaffOffice.password, at peer: String = "10.0.0.9") throws
    -> PasswordCheck
  {
    try kiosk.checkPassword(login: login, password: password, peer: peer)
  }

  /// The session after a right password, whether it is open or waits for the second factor.
  func enter(_ login: String, _ password: String = StaffOffice.password) throws -> SessionID {
    switch try kiosk.signIn(check(login, password)) {
    case .signedIn(let session, _), .codeNeeded(let session): return session
    case .refused, .codeRefused: throw Otherwise()
    }
  }

  /// Signed in with everything that belongs to it.
  func signIn(_ login: String) throws -> SessionID {
    let session = try enter(login)
    let account = try kiosk.account(named: login)
    guard account.secondFactor != .none else { return session }
    let code = account.secondFactor == .list ? nextOfList() : code()
    guard case .signedIn(let open, _) = try kiosk.signIn(code: code, in: session, peer: "10.0.0.9") else {
      throw Otherwise()
    }
    return open
  }

  /// Kinds and notes of the last events, oldest first.
  func events(_ count: Int) throws -> [String] {
    try box.store.database.values(
      "SELECT kind || ' ' || note FROM (SELECT * FROM event ORDER BY id DESC LIMIT \(count)) ORDER BY id")
  }

  func wait(seconds: Int) { box.clock.advance(seconds: seconds) }
}

/// Something else came of it than a test is about.
struct Otherwise: Error {}

/// Whether a verb is refused for this reason.
func expect(_ fault: StaffFault, _ body: () throws -> Void, at place: SourceLocation = #_sourceLocation) {
  #expect(throws: UseCaseError.staff(fault), sourceLocation: place, performing: body)
}
