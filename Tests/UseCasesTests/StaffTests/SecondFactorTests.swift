import TestSupport
import Testing
import UseCases

@Suite("The second factor")
struct SecondFactorTests {
  let office: StaffOffice
  var kiosk: Kiosk { office.kiosk }

  init() throws {
    office = try StaffOffice()
  }

  private func give(_ code: String, in session: SessionID) throws -> SignIn {
    try kiosk.signIn(code: code, in: session, peer: "10.0.0.9")
  }

  @Test("after the password an officer's session allows nothing but giving the code")
  func nothingBefore() throws {
    let session = try office.enter("binh")
    expect(.owed(.secondFactor)) { _ = try kiosk.colleague(session, as: .clerk) }
    expect(.owed(.secondFactor)) { _ = try kiosk.preparePIN("1234", in: session) }
    expect(.owed(.secondFactor)) { _ = try kiosk.makeCodeList(in: session) }
    expect(.owed(.secondFactor)) { _ = try kiosk.checkPIN("1234", in: session) }
  }

  @Test("the code opens a session with another id, and the one before is over")
  func newID() throws {
    let first = try office.enter("binh")
    guard case .signedIn(let second, let found) = try give(office.nextOfList(), in: first) else {
      throw Otherwise()
    }
    #expect(found.duty == nil && second != first)
    expect(.notSignedIn) { _ = try kiosk.staffSession(first) }
    #expect(try office.events(1)[0].hasSuffix("factor=list"))
  }

  @Test("each code of the printed list counts once")
  func listOnce() throws {
    let code = office.nextOfList()
    guard case .signedIn = try give(code, in: office.enter("binh")) else { throw Otherwise() }
    #expect(try give(code, in: office.enter("binh")) == .codeRefused(triesLeft: 4))
    #expect(try kiosk.codesLeft(of: kiosk.account(named: "binh")) == 9)
  }

  @Test("a list is ten different codes of eight digits, typed with or without spaces")
  func list() throws {
    let list = try kiosk.makeCodeList(in: office.signIn("binh"))
    #expect(Set(list).count == 10 && list.allSatisfy { $0.utf8.count == 8 && Int($0) != nil })
    let spaced = "\(list[0].prefix(4)) \(list[0].dropFirst(4))"
    guard case .signedIn = try give(spaced, in: office.enter("binh")) else { throw Otherwise() }
  }

  @Test("a new list ends the old one, and nobody's list opens another's session")
  func listReplaced() throws {
    let old = office.nextOfList()
    _ = try kiosk.makeCodeList(in: office.signIn("binh"))
    #expect(try give(old, in: office.enter("binh")) == .codeRefused(triesLeft: 4))
    let new = try kiosk.makeCodeList(in: office.signIn("tu"))
    #expect(try give(new[0], in: office.enter("binh")) == .codeRefused(triesLeft: 4))
  }

  @Test("the app's code of now and of its neighbours is taken, of two steps away not", arguments: -2...2)
  func steps(away: Int64) throws {
    let taken: Bool = if case .signedIn = try give(office.code(away), in: office.enter("tu")) { true } else { false }
    #expect(taken == (abs(away) < 2))
  }

  @Test("no code of the app counts twice, nor one before the last that was taken")
  func appOnce() throws {
    let (code, before) = (office.code(), office.code(-1))
    guard case .signedIn = try give(code, in: office.enter("tu")) else { throw Otherwise() }
    let session = try office.enter("tu")
    #expect(try give(code, in: session) == .codeRefused(triesLeft: 4))
    #expect(try give(before, in: session) == .codeRefused(triesLeft: 3))
    guard case .signedIn = try give(office.code(1), in: session) else { throw Otherwise() }
  }

  @Test("the code that confirmed the app does not sign in")
  func confirmingCode() throws {
    let session = try office.signIn("tu")
    let secret = try kiosk.draftAuthenticator(in: session).secret
    let code = try #require(kiosk.staff.authenticator.code(of: secret, step: office.box.clock.now().seconds / 30))
    try kiosk.confirmAuthenticator(code: code, in: session)
    #expect(try give(code, in: office.enter("tu")) == .codeRefused(triesLeft: 4))
  }

  @Test("a drafted app changes nothing before it has shown a code")
  func draft() throws {
    let session = try office.signIn("tu")
    let draft = try kiosk.draftAuthenticator(in: session)
    #expect(draft.link.contains("secret=\(draft.secret)") && draft.secret.utf8.count == 32)
    expect(.wrongCode) { try kiosk.confirmAuthenticator(code: "abcdef", in: session) }
    office.wait(seconds: 60)
    _ = try office.signIn("tu")
  }

  @Test("an app without a draft cannot be confirmed")
  func noDraft() throws {
    let session = try office.signIn("binh")
    expect(.wrongCode) { try kiosk.confirmAuthenticator(code: "000000", in: session) }
  }

  @Test("five wrong codes end the session; each is in the log")
  func fiveWrong() throws {
    let session = try office.enter("binh")
    var left: [SignIn] = []
    for _ in 0..<5 {
      left.append(try give("00000000", in: session))
      office.wait(seconds: 20)
    }
    #expect(left == [4, 3, 2, 1, 0].map { .codeRefused(triesLeft: $0) })
    expect(.notSignedIn) { _ = try give(office.nextOfList(), in: session) }
    #expect(try office.events(1) == ["sign-in-refused account=\(office.binh) reason=code"])
  }

  @Test("a right password does not make wrong codes free: they delay the account's next try")
  func codesDelay() throws {
    let session = try office.enter("binh")
    for _ in 0..<4 { _ = try give("00000000", in: session) }
    expect(.tooManyTries(seconds: 1)) { _ = try give("00000000", in: session) }
  }

  @Test("the code must follow the password within five minutes")
  func fiveMinutes() throws {
    let session = try office.enter("binh")
    office.wait(seconds: 300)
    expect(.notSignedIn) { _ = try give(office.nextOfList(), in: session) }
  }

  @Test("a session that waits for no code takes none")
  func noCodeAwaited() throws {
    let session = try office.signIn("van")
    expect(.notSignedIn) { _ = try give("00000000", in: session) }
  }

  @Test("an officer without a second factor must choose one before anything else; a clerk need not")
  func enrolment() throws {
    try kiosk.resetAccount(kiosk.prepareReset(of: office.tu), by: .console)
    try office.box.store.setPassword(
      "$argon2id$test$\(StaffOffice.password)", isOneTime: false, of: office.tu, at: World.morning)
    let session = try office.enter("tu")
    expect(.owed(.enrolment)) { _ = try kiosk.colleague(session, as: .technician) }
    _ = try kiosk.makeCodeList(in: session)
    _ = try kiosk.colleague(session, as: .technician)
    _ = try kiosk.colleague(office.signIn("van"), as: .clerk)
  }
}
