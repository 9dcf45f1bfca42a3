import Assessment
import Slip
import TestSupport
import Testing
import UseCases

@Suite("A kiosk while staff hold the attempt")
struct PausedAttemptTests {
  private let browser: Browser
  private var box: TestBox { browser.box }

  init() throws {
    browser = Browser(try TestBox())
    try browser.reachItems()
  }

  @Test("every page of a paused attempt says so and leads back to it; afterwards the item is there again")
  func paused() throws {
    try box.kiosk.pause(1, for: TestBox.Why.rest, turn: box.turn(1))
    for path in ["/attempts/1", "/attempts/1/items/1", "/attempts/1/review", "/attempts/1/submission"] {
      try browser.get(path)
      #expect(browser.status == 409 && browser.body.contains("tạm dừng"), "\(path)")
    }
    try browser.respond("scored", 1, option: "a")
    #expect(browser.status == 409)
    try box.kiosk.resume(1, turn: box.turn(1))
    try browser.get("/attempts/1")
    #expect(browser.status == 200 && browser.path == "/attempts/1/items/1")
    #expect(try box.store.rows(of: 1).allSatisfy { $0.place.part == .warmUp || $0.response == nil })
  }

  @Test("a screen whose attempt was moved away shows nothing of it any more")
  func moved() throws {
    _ = try box.kiosk.move(1, for: TestBox.Why.power, turn: box.turn(1))
    try browser.get("/attempts/1/items/1")
    #expect(browser.status == 403 && !browser.body.contains("nên làm gì"))
  }

  @Test("a passed test whose slip waits for an officer is told so when the slip is asked for")
  func slipWaits() throws {
    try box.kiosk.recordHelp(.suggestedAnswer, in: 1, by: TestBox.lan)
    for number in 1...4 { try browser.respond("scored", number, option: "a") }
    try browser.post("/attempts/1/submission", [])
    #expect(browser.status == 200)
    try browser.post("/attempts/1/slip", [])
    #expect(browser.status == 409 && browser.body.contains("Phiếu chờ cán bộ"))
  }

  @Test("a revoked slip is told on the check page")
  func revoked() throws {
    for number in 1...4 { try browser.respond("scored", number, option: "a") }
    try browser.post("/attempts/1/submission", [])
    try box.kiosk.revokeSlip(1, for: TestBox.Why.coached, by: TestBox.minh)
    let code = try #require(try box.kiosk.findRecords(.serial(1)).slips.first).slip.token
    try browser.post("/check", [("slip", SpokenCode(code).text)])
    #expect(browser.body.contains("Phiếu này đã bị hủy"))
  }
}
