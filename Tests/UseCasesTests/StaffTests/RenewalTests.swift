import TestSupport
import Testing
import UseCases

@Suite("A session whose rights grow")
struct RenewalTests {
  let office: StaffOffice
  var kiosk: Kiosk { office.kiosk }

  init() throws { office = try StaffOffice() }

  @Test("gets another id, and the one before opens nothing")
  func renews() throws {
    let old = try office.signIn("van")
    let before = try kiosk.colleague(old).id
    let new = try kiosk.renew(old)
    let after = try kiosk.colleague(new)
    #expect(after.account.id == office.van && after.id != before)
    expect(.notSignedIn) { _ = try kiosk.colleague(old) }
    #expect(
      try office.events(2) == [
        "signed-out account=\(office.van) session=\(before) reason=renewed",
        "signed-in account=\(office.van) session=\(after.id) renews=\(before)",
      ])
  }

  @Test("ends when the one before would have, however often it is renewed")
  func lastsNoLonger() throws {
    var session = try office.signIn("van")
    for _ in 0..<47 {
      office.wait(seconds: 900)
      session = try kiosk.renew(session)
    }
    office.wait(seconds: 900)
    expect(.notSignedIn) { _ = try kiosk.colleague(session) }
  }

  @Test("is not renewed while it is locked")
  func notLocked() throws {
    let session = try office.signIn("van")
    try kiosk.lock(session)
    expect(.sessionLocked(hasPIN: true)) { _ = try kiosk.renew(session) }
  }

  @Test("an authenticator app that was begun can be shown once more, and only in its session")
  func draft() throws {
    let session = try office.signIn("van")
    #expect(try kiosk.authenticatorDraft(in: session) == nil)
    let draft = try kiosk.draftAuthenticator(in: session)
    #expect(try kiosk.authenticatorDraft(in: session) == draft)
    #expect(try kiosk.authenticatorDraft(in: office.signIn("van")) == nil)
  }
}
