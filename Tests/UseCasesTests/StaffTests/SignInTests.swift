import TestSupport
import Testing
import UseCases

@Suite("Signing in and out")
struct SignInTests {
  let office: StaffOffice
  var kiosk: Kiosk { office.kiosk }

  init() throws {
    office = try StaffOffice()
  }

  @Test("a clerk signs in with login and password, and the log tells by account id, without login or name")
  func clerk() throws {
    let session = try office.signIn("van")
    #expect(try kiosk.colleague(session, as: .clerk).account.name == "Phạm Thị Vân")
    let told = try office.events(1)
    #expect(told[0].hasPrefix("signed-in account=\(office.van) session="))
    #expect(!told[0].contains("van ") && !told[0].contains("Vân"))
  }

  @Test("a login is right in capitals too, as telephones write it")
  func capitals() throws {
    #expect(try kiosk.colleague(office.enter("VAN"), as: .clerk).account.id == office.van)
  }

  @Test(
    "a wrong password, an unknown login and what is no login are refused alike, after one comparison each",
    arguments: [
      ("van", "sai mật khẩu"), ("khong-co", StaffOffice.password), ("không có", "x"), ("", ""), ("van", ""),
      ("van", String(repeating: "a", count: 300)),
    ])
  func refused(login: String, password: String) throws {
    let before = office.box.passwords.count
    #expect(try kiosk.signIn(office.check(login, password)) == .refused)
    #expect(office.box.passwords.count == before + 1)
  }

  @Test("a refusal is in the log, with the account where there is one")
  func refusalIsLogged() throws {
    _ = try kiosk.signIn(office.check("van", "sai"))
    _ = try kiosk.signIn(office.check("khong-co", "sai"))
    #expect(
      try office.events(2) == [
        "sign-in-refused account=\(office.van) reason=password", "sign-in-refused account=unknown reason=password",
      ])
  }

  @Test("a disabled account is refused as a wrong password is, though the password is right")
  func disabled() throws {
    try kiosk.disableAccount(office.van, by: .account(office.binh))
    #expect(try kiosk.signIn(office.check("van")) == .refused)
  }

  @Test("a check that was overtaken by a new password or a disabled account opens nothing")
  func overtaken() throws {
    let check = try office.check("van")
    try kiosk.resetAccount(kiosk.prepareReset(of: office.van), by: .console)
    #expect(try kiosk.signIn(check) == .refused)
  }

  @Test("nothing is hashed on the writer")
  func hashesNothing() throws {
    let check = try office.check("binh")
    let before = office.box.passwords.count
    guard case .codeNeeded(let session) = try kiosk.signIn(check) else { throw Otherwise() }
    _ = try kiosk.signIn(code: office.nextOfList(), in: session, peer: "10.0.0.9")
    #expect(office.box.passwords.count == before)
  }

  @Test("the session's id is new at every sign-in, and the one the browser brought is over")
  func newID() throws {
    let first = try office.signIn("van")
    guard case .signedIn(let second, _) = try kiosk.signIn(office.check("van"), replacing: first) else {
      throw Otherwise()
    }
    #expect(first != second)
    expect(.notSignedIn) { _ = try kiosk.colleague(first, as: .clerk) }
    _ = try kiosk.colleague(second, as: .clerk)
  }

  @Test("signing out ends the session for good, and a second time is fine")
  func signOut() throws {
    let session = try office.signIn("van")
    try kiosk.signOut(session)
    try kiosk.signOut(session)
    expect(.notSignedIn) { _ = try kiosk.staffSession(session) }
    #expect(try office.events(1)[0].hasSuffix("reason=asked"))
  }

  @Test("no session, and one that nobody has, are nobody")
  func nobody() throws {
    expect(.notSignedIn) { _ = try kiosk.colleague(nil, as: .clerk) }
    let strange = try office.box.session(200)
    expect(.notSignedIn) { _ = try kiosk.colleague(strange, as: .clerk) }
  }

  @Test("a session is over after twelve hours, however busy it was")
  func twelveHours() throws {
    let session = try office.signIn("van")
    for _ in 0..<71 {
      office.wait(seconds: 600)
      _ = try kiosk.colleague(session, as: .clerk)
    }
    office.wait(seconds: 600)
    expect(.notSignedIn) { _ = try kiosk.colleague(session, as: .clerk) }
  }

  @Test("a clock put back by a day ends sessions; one put right by a minute does not")
  func clockPutBack() throws {
    let session = try office.signIn("van")
    office.box.clock.advance(days: -1)
    expect(.notSignedIn) { _ = try kiosk.colleague(session, as: .clerk) }
    office.box.clock.advance(days: 1)
    _ = try kiosk.colleague(session, as: .clerk)
  }

  @Test(
    "an officer may do what a clerk may, a technician only upkeep",
    arguments: [
      ("van", [Account.Role.clerk]), ("binh", [.clerk, .officer]), ("tu", [.technician]),
    ])
  func roles(login: String, allowed: [Account.Role]) throws {
    let session = try office.signIn(login)
    for role in Account.Role.allCases {
      if allowed.contains(role) {
        _ = try kiosk.colleague(session, as: role)
      } else {
        expect(.forbidden(role)) { _ = try kiosk.colleague(session, as: role) }
      }
    }
  }

  @Test("sessions that are over leave the store at the next sign-in")
  func tidies() throws {
    _ = try office.signIn("van")
    office.wait(seconds: 13 * 3600)
    _ = try office.signIn("van")
    #expect(try office.box.store.staffSessions().count == 1)
  }
}
