import TestSupport
import Testing
import UseCases

@Suite("Accounts")
struct AccountTests {
  let office: StaffOffice
  var kiosk: Kiosk { office.kiosk }

  init() throws {
    office = try StaffOffice()
  }

  private func make(_ login: String = "hai", _ role: Account.Role = .clerk) throws -> (id: Account.ID, password: String)
  {
    let made = try kiosk.prepareAccount(login: login, name: "Ngô Văn Hai", role: role)
    return (try kiosk.createAccount(made, by: .account(office.binh)), made.oneTimePassword)
  }

  @Test("an officer makes an account, and the log says who made whose")
  func create() throws {
    let id = try make().id
    #expect(try office.events(1) == ["account-created account=\(id) role=clerk by=\(office.binh)"])
    #expect(try kiosk.accounts().map(\.login.text) == ["binh", "hai", "tu", "van"])
  }

  @Test("only officers and the console make, disable and reset accounts")
  func officersOnly() throws {
    let made = try kiosk.prepareAccount(login: "hai", name: "Ngô Văn Hai", role: .clerk)
    let reset = try kiosk.prepareReset(of: office.van)
    for actor in [office.van, office.tu, 999].map(StaffActor.account) {
      expect(.forbidden(.officer)) { try kiosk.createAccount(made, by: actor) }
      expect(.forbidden(.officer)) { try kiosk.disableAccount(office.van, by: actor) }
      expect(.forbidden(.officer)) { try kiosk.resetAccount(reset, by: actor) }
    }
  }

  @Test("the one-time password must be changed before anything else, and is worth nothing afterwards")
  func oneTime() throws {
    let (_, password) = try make()
    let session = try office.enter("hai", password)
    expect(.owed(.newPassword)) { _ = try kiosk.colleague(session, as: .clerk) }
    expect(.owed(.newPassword)) { _ = try kiosk.makeCodeList(in: session) }
    let new = try kiosk.preparePassword("cây đa bến nước", present: password, in: session, peer: "10.0.0.9")
    try kiosk.keep(new)
    _ = try kiosk.colleague(session, as: .clerk)
    #expect(try kiosk.signIn(office.check("hai", password)) == .refused)
  }

  @Test("a one-time password is four groups of four digits, typed with hyphens, spaces or neither")
  func oneTimeForm() throws {
    let (_, password) = try make()
    #expect(password.split(separator: "-").map(\.utf8.count) == [4, 4, 4, 4])
    for typed in [password, password.filter { $0 != "-" }, password.split(separator: "-").joined(separator: " ")] {
      _ = try office.enter("hai", typed)
    }
  }

  @Test("a login is given once, and has 2 to 32 of a to z, 0 to 9, dot and hyphen")
  func logins() throws {
    expect(.loginTaken) { _ = try kiosk.prepareAccount(login: "VAN", name: "A B", role: .clerk) }
    for login in ["a", "hải", "a b", "a_b", "", String(repeating: "a", count: 33)] {
      expect(.login) { _ = try kiosk.prepareAccount(login: login, name: "A B", role: .clerk) }
    }
    expect(.name) { _ = try kiosk.prepareAccount(login: "hai", name: " ", role: .clerk) }
  }

  @Test("of two officers who make the same login at once, the second is told")
  func takenMeanwhile() throws {
    let made = try kiosk.prepareAccount(login: "hai", name: "Ngô Văn Hai", role: .clerk)
    _ = try kiosk.createAccount(made, by: .console)
    expect(.loginTaken) { try kiosk.createAccount(made, by: .console) }
  }

  @Test("disabling ends every session of the account at once; a second time changes nothing")
  func disable() throws {
    let session = try office.signIn("van")
    try kiosk.disableAccount(office.van, by: .account(office.binh))
    try kiosk.disableAccount(office.van, by: .account(office.binh))
    expect(.notSignedIn) { _ = try kiosk.colleague(session, as: .clerk) }
    #expect(try office.events(2)[0].hasSuffix("reason=disabled"))
    #expect(try office.events(1) == ["account-disabled account=\(office.van) by=\(office.binh)"])
  }

  @Test("the last enabled officer cannot be disabled, by nobody; with a second one the first can")
  func lastOfficer() throws {
    expect(.lastOfficer) { try kiosk.disableAccount(office.binh, by: .console) }
    let second = try make("hai", .officer).id
    try kiosk.disableAccount(office.binh, by: .account(second))
    expect(.lastOfficer) { try kiosk.disableAccount(second, by: .account(second)) }
  }

  @Test("an officer who was disabled meanwhile makes no more accounts")
  func formerOfficer() throws {
    let second = try make("hai", .officer).id
    try kiosk.disableAccount(second, by: .account(office.binh))
    let made = try kiosk.prepareAccount(login: "ba", name: "Ngô Văn Ba", role: .clerk)
    expect(.forbidden(.officer)) { try kiosk.createAccount(made, by: .account(second)) }
  }

  @Test("a reset gives a one-time password, takes PIN, second factor and sessions away, and enables the account")
  func reset() throws {
    let session = try office.signIn("tu")
    try kiosk.disableAccount(office.tu, by: .console)
    let prepared = try kiosk.prepareReset(of: office.tu)
    try kiosk.resetAccount(prepared, by: .account(office.binh))

    let account = try kiosk.account(named: "tu")
    #expect(!account.isDisabled && !account.hasPIN && account.secondFactor == .none && account.mustChangePassword)
    expect(.notSignedIn) { _ = try kiosk.staffSession(session) }
    _ = try office.enter("tu", prepared.oneTimePassword)
    #expect(try kiosk.signIn(office.check("tu")) == .refused)
  }

  @Test("an account that does not exist is neither disabled nor reset")
  func unknown() throws {
    expect(.unknownAccount) { try kiosk.disableAccount(999, by: .console) }
    expect(.unknownAccount) { _ = try kiosk.prepareReset(of: 999) }
    expect(.unknownAccount) { _ = try kiosk.account(named: "khong co") }
  }
}
