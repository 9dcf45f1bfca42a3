import TestSupport
import Testing

@testable import UseCases

@Suite("Passwords")
struct PasswordTests {
  let office: StaffOffice
  let session: SessionID
  var kiosk: Kiosk { office.kiosk }

  init() throws {
    office = try StaffOffice()
    session = try office.signIn("van")
  }

  private func change(to new: String, from present: String = StaffOffice.password) throws {
    try kiosk.keep(kiosk.preparePassword(new, present: present, in: session, peer: "10.0.0.9"))
  }

  @Test(
    "a password is ten characters at least, not the login, and not one that is tried first",
    arguments: [
      ("ngắn quá", PasswordFault.tooShort), ("van", .isLogin), ("VAN", .isLogin), ("Matkhau123", .isCommon),
      ("1234-567-890", .isCommon), ("  --- 12345", .tooShort), (String(repeating: "a", count: 257), .tooLong),
      (StaffOffice.password, .isPresent),
    ])
  func rule(password: String, fault: PasswordFault) {
    expect(.password(fault)) { try change(to: password) }
  }

  @Test(
    "length is all: a sentence, one letter many times over or ten marks are fine",
    arguments: ["con cò bay lả", "bbbbbbbbbbbb", "!!!!!!!!!!", "ộộộộộộộộộộ"])
  func noComposition(password: String) throws {
    try change(to: password)
    _ = try office.enter("van", password)
  }

  @Test("the common ones are fifty at least, and long enough to be reached")
  func common() {
    #expect(PasswordRule.common.count >= 50)
    #expect(PasswordRule.common.allSatisfy { $0.count >= PasswordRule.shortest && $0 == $0.lowercased() })
  }

  @Test("a password made of the office's own words and digits is as common as one on the list")
  func context() throws {
    let login = try #require(Login("van"))
    for made in ["sathachso2026", "UBND-phuong-2026", "canbo.xa.12345", "Sathach@2026!"] {
      #expect(PasswordRule.fault(in: made, login: login) == .isCommon, "\(made)")
    }
    for made in ["sathach cây đa bến nước", "canbo tre xanh 26", "1972 4471 9920 1385"] {
      #expect(PasswordRule.fault(in: made, login: login) == nil, "\(made)")
    }
  }

  @Test("who does not know the present password cannot change it, and is delayed like at the door")
  func presentIsAsked() throws {
    for _ in 0..<5 { expect(.wrongPassword) { try change(to: "cây đa bến nước", from: "sai") } }
    expect(.tooManyTries(seconds: 1)) { try change(to: "cây đa bến nước", from: "sai") }
  }

  @Test("a new password ends the sessions on other devices, and keeps this one")
  func endsOthers() throws {
    let other = try office.signIn("van")
    try change(to: "cây đa bến nước")
    expect(.notSignedIn) { _ = try kiosk.staffSession(other) }
    _ = try kiosk.colleague(session, as: .clerk)
    #expect(try office.events(1)[0].hasSuffix("what=password"))
  }

  @Test("of two changes at once the second is refused")
  func overtaken() throws {
    let first = try kiosk.preparePassword("cây đa bến nước", present: StaffOffice.password, in: session, peer: "p")
    let second = try kiosk.preparePassword("con cò bay lả", present: StaffOffice.password, in: session, peer: "p")
    try kiosk.keep(first)
    expect(.wrongPassword) { try kiosk.keep(second) }
  }

  @Test("a new PIN counts from now on, and the log does not tell it")
  func newPIN() throws {
    try kiosk.keep(kiosk.preparePIN("246810", in: session))
    try kiosk.lock(session)
    #expect(try kiosk.unlock(kiosk.checkPIN(StaffOffice.pin, in: session)) == .refused(triesLeft: 4))
    guard case .unlocked = try kiosk.unlock(kiosk.checkPIN("246810", in: session)) else { throw Otherwise() }
    #expect(try office.events(9).allSatisfy { !$0.contains("246810") })
  }
}
