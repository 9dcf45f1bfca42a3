import TestSupport
import Testing
import UseCases

@testable import Web

/// Ông Minh sets a bare box up at its own screen.
@Suite("Setting a box up in the browser")
struct SetupJourneyTests {
  private let box: TestBox
  private let minh: Browser

  init() throws {
    box = try TestBox(isBeingSetUp: true)
    box.screen.appear()
    minh = Browser(box)
    try minh.get("/check")
  }

  private func signIn() throws {
    try box.hireOffice()
    minh.keep(try box.open(TestBox.minh), as: "sathach-staff")
  }

  @Test("the first page leads to the first account, and once there is one to the steps")
  func welcome() throws {
    #expect(try minh.get("/").body.contains("href=\"/staff/first-officer\""))
    try box.hireOffice()
    #expect(try minh.get("/").body.contains("href=\"/office/setup\""))
    #expect(!(try Browser(try TestBox()).get("/").body.contains("/office/setup")))
  }

  @Test("whoever signs in here comes to the steps, and finds no other page")
  func leads() throws {
    try signIn()
    #expect(try minh.get("/staff/session").path == "/office/setup")
    #expect(!minh.body.contains("href=\"/desk") && minh.body.contains("href=\"/guides/technician\""))
  }

  @Test("each step leads to the next that is open, and what needs the settings in force waits for them")
  func order() throws {
    try signIn()
    #expect(try minh.get("/office/setup/restart").path == "/office/setup")
    try minh.post("/office/setup/place", [("office", " UBND xã Thử "), ("commune", "02215"), ("device", "1")])
    #expect(minh.path == "/office/setup/doors" && box.firstRun.state().values["office"] == "UBND xã Thử")
    #expect(try minh.post("/office/setup/clock", [("answer", "right")]).path == "/office/setup")
    #expect(!box.firstRun.state().done.contains(.clock))
  }

  @Test(
    "every choice of doors leaves one open",
    arguments: [("network", "on", "off"), ("screen", "off", "on"), ("both", "on", "on")])
  func doors(choice: String, office: String, desk: String) throws {
    try signIn()
    try minh.post("/office/setup/doors", [("doors", choice)])
    let values = box.firstRun.state().values
    #expect(values["office-door"] == office && values["desk-at-kiosk"] == desk)
    #expect(try minh.post("/office/setup/doors", [("doors", "none")]).status == 422)
  }

  @Test("the recovery key is in one answer and on no page after it; printed only where asked for")
  func recovery() throws {
    try signIn()
    box.firstRun.set { $0.done = Set(SetupStep.settings + [.restart]) }
    box.printer.load(.roll80)
    let key = box.firstRun.makeRecoveryKey().groups[0]
    #expect(try minh.post("/office/setup/recovery", [("go", "make")]).body.contains(key))
    #expect(box.printer.orders.isEmpty)
    #expect(!(try minh.get("/office/setup/recovery").body.contains(key)))
    try minh.post("/office/setup/recovery", [("go", "print")])
    #expect(box.printer.orders.map(\.text) == [nil])
    #expect(!box.firstRun.state().done.contains(.recovery))
  }

  @Test("the test slip is read back by what stands on it, in any letters, and by nothing else")
  func slip() throws {
    try signIn()
    box.firstRun.set { $0.done = Set(SetupStep.allCases.filter { $0 != .slip }) }
    box.printer.load(.roll58)
    try minh.post("/office/setup/slip", [("go", "print")])
    let code = try #require(box.firstRun.state().slipCode)
    #expect(box.printer.orders.map(\.text) == [code])
    #expect(try minh.post("/office/setup/slip", [("go", "read"), ("code", "AAAAAA")]).status == 422)
    try minh.post("/office/setup/slip", [("go", "read"), ("code", " " + code.lowercased())])
    #expect(box.firstRun.state().next == nil && minh.path == "/office/setup")
  }

  @Test("it is finished only when all is done, and whoever did it is signed out")
  func finish() throws {
    try signIn()
    #expect(try minh.post("/office/setup", []).path == "/office/setup")
    box.firstRun.set { $0.done = Set(SetupStep.allCases) }
    #expect(try minh.post("/office/setup", []).body.contains(SetupWording.finishedTitle))
    #expect(try minh.get("/office/setup").status == 401)
  }

  @Test("where nobody has an account the screen may be left without one, and no longer")
  func leaves() throws {
    try minh.get("/staff/leave")
    #expect(try minh.post("/staff/leave", []).status == 200 && box.screen.ends == 1)
    try box.hireOffice()
    #expect(try minh.post("/staff/leave", []).status != 200 && box.screen.ends == 1)
  }
}
