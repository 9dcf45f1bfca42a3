import TestSupport
import Testing
import UseCases

@Suite("Locking and unlocking")
struct LockTests {
  let office: StaffOffice
  let session: SessionID
  var kiosk: Kiosk { office.kiosk }

  init() throws {
    office = try StaffOffice()
    session = try office.signIn("van")
  }

  private func unlock(_ pin: String) throws -> Unlocking {
    try kiosk.unlock(kiosk.checkPIN(pin, in: session))
  }

  @Test("twenty minutes without a request lock a session, a request before that does not")
  func idle() throws {
    office.wait(seconds: 1199)
    _ = try kiosk.colleague(session, as: .clerk)
    office.wait(seconds: 1199)
    _ = try kiosk.colleague(session, as: .clerk)
    office.wait(seconds: 1200)
    expect(.sessionLocked(hasPIN: true)) { _ = try kiosk.colleague(session, as: .clerk) }
  }

  @Test("what a page asks for by itself keeps nobody signed in")
  func polling() throws {
    for _ in 0..<4 {
      office.wait(seconds: 300)
      _ = try? kiosk.colleague(session, as: .clerk, isActive: false)
    }
    expect(.sessionLocked(hasPIN: true)) { _ = try kiosk.colleague(session, as: .clerk) }
  }

  @Test("the PIN unlocks, and the log tells of the lock and the unlocking")
  func unlocks() throws {
    office.wait(seconds: 1200)
    guard case .unlocked(let found) = try unlock(StaffOffice.pin) else { throw Otherwise() }
    #expect(found.stage == .open)
    _ = try kiosk.colleague(session, as: .clerk)
    let told = try office.events(2)
    #expect(told[0].hasPrefix("session-locked account=\(office.van)") && told[0].hasSuffix("reason=idle"))
    #expect(told[1].hasPrefix("session-unlocked account=\(office.van)"))
  }

  @Test("a session can be locked by hand, once")
  func byHand() throws {
    try kiosk.lock(session)
    try kiosk.lock(session)
    expect(.sessionLocked(hasPIN: true)) { _ = try kiosk.colleague(session, as: .clerk) }
    #expect(try office.events(2).filter { $0.hasPrefix("session-locked") }.count == 1)
  }

  @Test("the fifth wrong PIN ends the session, the right one no longer helps, and each is in the log")
  func fiveWrong() throws {
    try kiosk.lock(session)
    #expect(try (0..<5).map { _ in try unlock("0000") } == [4, 3, 2, 1, 0].map { .refused(triesLeft: $0) })
    expect(.notSignedIn) { _ = try kiosk.checkPIN(StaffOffice.pin, in: session) }
    let told = try office.events(6)
    #expect(told.filter { $0.hasPrefix("pin-refused") }.count == 5)
    #expect(told[5].hasPrefix("signed-out") && told[5].hasSuffix("reason=pins"))
  }

  @Test("fifty wrong PINs compared at once are no more than five tries")
  func atOnce() throws {
    try kiosk.lock(session)
    let checks = try (0..<50).map { try kiosk.checkPIN("\(1000 + $0)", in: session) }
    for check in checks.prefix(5) { _ = try kiosk.unlock(check) }
    for check in checks.dropFirst(5) { expect(.notSignedIn) { _ = try kiosk.unlock(check) } }
  }

  @Test("a right PIN makes the wrong ones before it forgotten")
  func counterStartsAnew() throws {
    for _ in 0..<3 {
      try kiosk.lock(session)
      for _ in 0..<4 { _ = try unlock("0000") }
      guard case .unlocked = try unlock(StaffOffice.pin) else { throw Otherwise() }
    }
  }

  @Test("without a PIN only signing in again helps")
  func noPIN() throws {
    let session = try office.signIn("tu")
    office.wait(seconds: 1200)
    expect(.sessionLocked(hasPIN: false)) { _ = try kiosk.colleague(session, as: .technician) }
    expect(.sessionLocked(hasPIN: false)) { _ = try kiosk.checkPIN("4711", in: session) }
  }

  @Test("a PIN does not lengthen the twelve hours")
  func withinTheDay() throws {
    office.wait(seconds: 12 * 3600)
    expect(.notSignedIn) { _ = try kiosk.checkPIN(StaffOffice.pin, in: session) }
  }

  @Test("after a stop of the service every session is locked")
  func restart() throws {
    kiosk.staff.presence.forget(try kiosk.staffSession(session).id)
    expect(.sessionLocked(hasPIN: true)) { _ = try kiosk.colleague(session, as: .clerk) }
    guard case .unlocked = try unlock(StaffOffice.pin) else { throw Otherwise() }
  }

  @Test("a PIN has four to six digits", arguments: ["", "123", "1234567", "12a4", "١٢٣٤", "12 34"])
  func pinRule(pin: String) throws {
    expect(.pin) { _ = try kiosk.preparePIN(pin, in: session) }
  }

  @Test("tidying locks what was left alone and says so once")
  func tidies() throws {
    office.wait(seconds: 1200)
    try kiosk.tidyStaffSessions()
    try kiosk.tidyStaffSessions()
    #expect(try office.events(3).filter { $0.hasPrefix("session-locked") }.count == 1)
  }
}
