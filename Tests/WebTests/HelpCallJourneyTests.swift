import Assessment
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Calling somebody from the kiosk")
struct HelpCallJourneyTests {
  private let browser: Browser
  private var box: TestBox { browser.box }

  init() throws {
    browser = Browser(try TestBox())
  }

  private func isCalled() throws -> Bool { try box.kiosk.helpCall(of: 1) != nil }

  @Test(
    "wherever somebody is in a test, the button calls and leads back to the same page",
    arguments: ["/attempts/1/seat", "/attempts/1/warm-ups/1", "/attempts/1/items/2", "/attempts/1/review"])
  func everywhere(path: String) throws {
    try browser.begin()
    if !path.hasSuffix("seat") { try browser.seatHoa() }
    if path.hasSuffix("2") || path.hasSuffix("review") {
      for number in 1...2 {
        try browser.respond("warm-up", number, option: "a")
        try browser.respond("warm-up", number)
      }
    }
    #expect(try browser.get(path).body.contains(HelpCallWording.call))
    try browser.post("/attempts/1/help-call", [("from", path)])
    #expect(browser.path == path && browser.body.contains(HelpCallWording.coming))
    #expect(try isCalled())
    try box.kiosk.answerHelp(1, by: TestBox.lan)
    #expect(try !browser.get(path).body.contains(HelpCallWording.coming))
  }

  @Test("what is chosen on an item is kept before anybody is called, and is still chosen afterwards")
  func keepsChoice() throws {
    try browser.reachItems()
    let form = [("part", "scored"), ("place", "2"), ("shown", "yes"), ("option", "c"), ("marked", "yes")]
    try browser.post("/attempts/1/help-call", form + [("from", "/attempts/1/items/2")])
    #expect(browser.path == "/attempts/1/items/2")
    let row = try #require(try box.store.row(at: FormPlace(.scored, 2), of: 1))
    #expect(row.response == "c" && row.isMarked)
    #expect(browser.body.contains("value=\"c\" checked"))
  }

  @Test("a warm-up is not answered by a call, for its key would be shown")
  func warmUp() throws {
    try browser.begin()
    try browser.seatHoa()
    let form = [("part", "warm-up"), ("place", "1"), ("shown", "yes"), ("option", "b")]
    try browser.post("/attempts/1/help-call", form + [("from", "/attempts/1/warm-ups/1")])
    #expect(browser.path == "/attempts/1/warm-ups/1")
    #expect(try box.store.row(at: FormPlace(.warmUp, 1), of: 1)?.response == nil)
  }

  @Test(
    "a call leads to no page but the attempt's own", arguments: ["/check", "//x", "/attempts/2/review", "/desk", ""])
  func leadsNowhere(path: String) throws {
    try browser.reachItems()
    try browser.post("/attempts/1/help-call", [("from", path)])
    #expect(browser.path == "/attempts/1/items/1")
  }

  @Test("a paused attempt can call; one that is over, practice and strangers cannot")
  func whoCalls() throws {
    try browser.reachItems()
    try box.kiosk.pause(1, for: TestBox.Why.rest, turn: box.turn(1))
    #expect(try browser.get("/attempts/1").body.contains(HelpCallWording.call))
    try browser.post("/attempts/1/help-call", [])
    #expect(browser.path == "/attempts/1/pause" && browser.body.contains(HelpCallWording.coming))
    #expect(try Browser(box).get("/attempts/1/help-call").status == 403)
    try box.kiosk.endByStaff(1, for: TestBox.Why.power, turn: box.turn(1), prepared: nil)
    #expect(try browser.post("/attempts/1/help-call", []).status == 409)
    #expect(try browser.get("/attempts/1/help-call").body.isEmpty)
    let practice = Browser(box)
    try practice.get("/audiences/nguoi-dan")
    try practice.post("/attempts", [("audience", "nguoi-dan"), ("mode", "practice")])
    #expect(!practice.body.contains(HelpCallWording.call))
  }

  @Test("the part a script asks for tells what staff did, and costs the person no time")
  func part() throws {
    try browser.reachItems()
    box.clock.advance(seconds: 30)
    let before = box.kiosk.servings.peek(1, at: box.clock.monotonic())
    #expect(
      try browser.get("/attempts/1/help-call").body.contains("data-state=\"in-progress\" data-allowed=\"600000\""))
    #expect(box.kiosk.servings.peek(1, at: box.clock.monotonic()) == before)
    #expect(box.kiosk.presences.lastSeen(attempt: 1)?.instant == box.clock.monotonic())
    try box.kiosk.addMinutes(5, to: 1, for: TestBox.Why.power, turn: box.turn(1))
    try box.kiosk.pause(1, for: TestBox.Why.rest, turn: box.turn(1))
    #expect(try browser.get("/attempts/1/help-call").body.contains("data-state=\"paused\" data-allowed=\"900000\""))
  }

  @Test("what a script keeps before it makes the page anew is recorded, and the item stays")
  func keep() throws {
    try browser.reachItems()
    try browser.respond("scored", 1, option: "b", go: "keep")
    #expect(browser.path == "/attempts/1/items/1" && browser.body.contains("value=\"b\" checked"))
  }

  @Test("whom staff have ended, moved or voided reads which it was")
  func byStaff() throws {
    try browser.reachItems()
    for number in 1...4 { try browser.respond("scored", number, option: "a") }
    try box.kiosk.endByStaff(1, for: TestBox.Why.power, turn: box.turn(1), prepared: nil)
    #expect(try browser.get("/attempts/1").body.contains(Wording.endedByStaffNote))
    try box.kiosk.void(1, for: TestBox.Why.coached, turn: box.turn(1))
    #expect(try browser.get("/attempts/1").status == 410 && browser.body.contains("đã được hủy"))
  }
}
