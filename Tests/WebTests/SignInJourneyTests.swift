import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Signing in at the office's door")
struct SignInJourneyTests {
  let box: TestBox

  init() throws {
    box = try TestBox()
    try box.hireOffice()
  }

  @Test("a page for colleagues asks who is there, and leads on to what was asked for")
  func leadsOn() throws {
    let browser = try Browser(box, door: .office).get("/staff/account")
    #expect(browser.status == 401)
    try browser.post(
      "/staff/session", [("login", "lan"), ("password", TestBox.password), ("kept-route", "/staff/account")])
    #expect(browser.path == "/staff/account")
  }

  @Test("a sign-in form leads to no address that is not a colleague's own", arguments: ["//evil", "/check", "x", ""])
  func leadsNowhereElse(path: String) throws {
    let browser = try Browser(box, door: .office).get("/staff/session")
    try browser.post("/staff/session", [("login", "lan"), ("password", TestBox.password), ("kept-route", path)])
    #expect(browser.path == "/desk")
  }

  @Test("a wrong password and an unknown login read the same")
  func refusesAlike() throws {
    let one = try Browser(box, door: .office).signIn("lan", password: "sai rồi sai rồi")
    let other = try Browser(box, door: .office).signIn("khong-co", password: "sai rồi sai rồi")
    #expect(one.status == 401 && other.status == 401)
    #expect(one.body.contains(StaffWording.signInRefused) && other.body.contains(StaffWording.signInRefused))
  }

  @Test("an officer needs the second factor, whose session alone opens nothing")
  func needsCode() throws {
    let minh = try Browser(box, door: .office).signIn("minh")
    #expect(minh.body.contains(StaffWording.codeTitle))
    #expect(try minh.get("/office").status == 401)
    try minh.post("/staff/session/code", [("code", "00000010")])
    #expect(minh.path == "/desk")
  }

  @Test("a locked session is opened by its owner's PIN only, and five wrong ones end it")
  func unlocks() throws {
    try box.store.setPIN(box.passwords.hash("4711"), of: TestBox.lan, at: box.clock.now())
    let lan = try Browser.lan(box)
    try lan.post("/staff/session/lock", [])
    #expect(try lan.get("/desk").status == 401)
    try lan.post("/staff/session/unlocking", [("pin", "4711")])
    #expect(lan.path == "/desk")

    try lan.post("/staff/session/lock", [])
    for left in [4, 3, 2, 1] {
      try lan.post("/staff/session/unlocking", [("pin", "0000")])
      #expect(lan.body.contains(StaffWording.pinRefused(left)))
    }
    try lan.post("/staff/session/unlocking", [("pin", "0000")])
    #expect(lan.body.contains(StaffWording.pinsUsedUp))
    #expect(try lan.get("/desk").body.contains(StaffWording.signInTitle))
  }

  @Test("what was typed in a session that has ended is sent after signing in again, once it was looked at")
  func keepsWhatWasTyped() throws {
    let lan = try Browser.lan(box)
    let token = lan.staffToken
    box.clock.advance(seconds: 13 * 3600)
    try lan.post("/desk/people/1/name", [("name", "Nguyễn Thị Hòa")], token: token)
    #expect(lan.status == 401 && lan.body.contains("Nguyễn Thị Hòa") && lan.body.contains(StaffWording.keptWaits))
    try lan.post(
      "/staff/session",
      [
        ("login", "lan"), ("password", TestBox.password), ("kept-route", "/desk/people/1/name"),
        ("kept-name", "Nguyễn Thị Hòa"),
      ])
    #expect(lan.body.contains(StaffWording.keptTitle) && lan.body.contains("value=\"Nguyễn Thị Hòa\""))
  }

  @Test("a form of an earlier session is shown once more before anything is done")
  func looksAgain() throws {
    let lan = try Browser.lan(box)
    let old = lan.staffToken
    try lan.post("/staff/session/end", [])
    try lan.signIn("lan")
    try lan.post("/desk/people/1/name", [("name", "Nguyễn Thị Hòa")], token: old)
    #expect(lan.status == 200 && lan.body.contains(StaffWording.keptTitle))
  }

  @Test("the way out works from the pages of whoever is signed in, with their own token")
  func signsOutFromTheBar() throws {
    let lan = try Browser.lan(box)
    try lan.get("/desk/slips")
    try lan.post("/staff/session/end", [], token: lan.staffToken)
    #expect(lan.path == "/staff/session" && lan.status == 200)
    #expect(try lan.get("/desk/slips").status == 401)
  }

  @Test("signing out ends the session for good, whatever cookie comes back")
  func signsOut() throws {
    let lan = try Browser.lan(box)
    let before = try box.store.staffSessions().count
    try lan.post("/staff/session/end", [])
    #expect(try box.store.staffSessions().count == before - 1)
    #expect(try lan.get("/desk").status == 401)
  }

  @Test("a clerk is told whose a page of officers is")
  func tellsRoles() throws {
    let lan = try Browser.lan(box)
    try lan.get("/office/accounts")
    #expect(lan.status == 403 && lan.body.contains("T-115"))
  }
}
