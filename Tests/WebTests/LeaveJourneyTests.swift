import TestSupport
import Testing
import UseCases

@testable import SQLiteStore
@testable import Web

/// Cô Lan, a clerk with the PIN 2468, stands before the kiosk's screen.
@Suite("The way out of the kiosk's screen")
struct LeaveJourneyTests {
  private func kiosk() throws -> (TestBox, Browser) {
    let box = try TestBox()
    try box.hireOffice()
    box.screen.appear()
    try box.store.setPIN(box.passwords.hash("2468"), of: TestBox.lan, at: box.clock.now())
    return (box, Browser(box))
  }

  private func leave(_ browser: Browser, pin: String, login: String = "lan") throws -> Int {
    try browser.post("/staff/leave", [("login", login), ("pin", pin)]).status
  }

  private func notes(_ kind: Event.Kind, _ box: TestBox) throws -> [String] {
    try box.store.database.values("SELECT note FROM event WHERE kind = '\(kind.rawValue)' ORDER BY id")
  }

  @Test("a colleague's login and PIN end the session, and the log says whose they were")
  func leaves() throws {
    let (box, browser) = try kiosk()
    #expect(try browser.get("/").body.contains("/staff/leave"))
    try browser.get("/staff/leave")
    #expect(try leave(browser, pin: "2468") == 200)
    #expect(box.screen.ends == 1)
    #expect(try notes(.kioskLeft, box) == ["account=1"])
  }

  @Test("a wrong PIN, no PIN, and nobody's login are answered alike, and end nothing")
  func refuses() throws {
    let (box, browser) = try kiosk()
    try browser.get("/staff/leave")
    #expect(try leave(browser, pin: "1357") == 401)
    #expect(try leave(browser, pin: "2468", login: "minh") == 401)
    #expect(try leave(browser, pin: "2468", login: "ai") == 401)
    #expect(try leave(browser, pin: "", login: "ai") == 401)
    #expect(box.screen.ends == 0)
    #expect(try notes(.kioskLeft, box).isEmpty)
    #expect(try notes(.pinRefused, box).count == 4)
  }

  @Test("PINs cannot be tried out: after five wrong ones each must wait")
  func waits() throws {
    let (box, browser) = try kiosk()
    try browser.get("/staff/leave")
    for _ in 1...5 { #expect(try leave(browser, pin: "1111") == 401) }
    #expect(try leave(browser, pin: "2468") == 429)
    #expect(box.screen.ends == 0)
  }

  @Test("where no session of ours shows the kiosk, and at the office's door, there is no such page")
  func isNotThere() throws {
    let box = try TestBox()
    #expect(try Browser(box).get("/staff/leave").status == 404)
    #expect(try !Browser(box).get("/").body.contains("/staff/leave"))
    box.screen.appear()
    #expect(try Browser(box, door: .office).get("/staff/leave").status == 404)
  }
}
