import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("The first officer, and everybody's own account")
struct AccountJourneyTests {
  private let box: TestBox
  private let browser: Browser

  init() throws {
    box = try TestBox()
    browser = Browser(box, door: .office)
  }

  private func firstOfficer(_ code: String, again: String = TestBox.password) throws {
    try browser.get("/staff/first-officer")
    try browser.post(
      "/staff/first-officer",
      [
        ("console-code", code), ("login", "minh"), ("name", "Ông Minh"), ("password", TestBox.password),
        ("again", again),
      ])
  }

  private func code(_ secret: String, _ steps: Int64 = 0) throws -> String {
    try #require(box.kiosk.staff.authenticator.code(of: secret, step: box.clock.now().seconds / 30 + steps))
  }

  /// The secret as it stands on the page.
  private var secret: String {
    let parts = browser.body.split(separator: "id=\"secret\">")
    return parts.count > 1 ? parts[1].prefix { $0 != "<" }.filter { $0 != " " } : ""
  }

  @Test("with the code of the console the first officer comes to the desk, having chosen an authenticator app")
  func firstOfficer() throws {
    let code = try #require(try box.kiosk.makeFirstOfficerCode())
    #expect(try browser.get("/desk").body.contains("/staff/first-officer"))
    try firstOfficer(code)
    #expect(browser.body.contains(AccountWording.firstMade) && browser.body.contains("value=\"minh\""))
    try browser.signIn("minh")
    #expect(browser.path == "/staff/account" && browser.body.contains(AccountWording.owedFactorTitle))

    let before = browser.cookie("sathach-staff")
    try browser.post("/staff/account/authenticator", [])
    try browser.post("/staff/account/authenticator/code", [("code", self.code(secret))])
    #expect(browser.path == "/staff/account" && browser.body.contains(AccountWording.factorApp))
    #expect(browser.cookie("sathach-staff") != before)
    #expect(!(try browser.get("/staff/session").body.contains(AccountWording.toFirst)))
  }

  @Test("what was wrong is typed anew, the rest is still there, passwords never are")
  func keepsWhatWasTyped() throws {
    let code = try #require(try box.kiosk.makeFirstOfficerCode())
    try firstOfficer(code, again: "mua gat thang chin")
    #expect(browser.status == 422 && browser.body.contains("T-104"))
    for typed in [code, "minh", "Ông Minh"] { #expect(browser.body.contains("value=\"\(typed)\"")) }
    #expect(!browser.body.contains(TestBox.password) && !browser.body.contains("mua gat thang chin"))
    try firstOfficer("AAAAAAAAAA")
    #expect(browser.status == 422 && browser.body.contains("T-107"))
  }

  @Test("where there is an officer the page says who makes accounts, and makes none")
  func onlyFirst() throws {
    let code = try #require(try box.kiosk.makeFirstOfficerCode())
    try box.hireOffice()
    #expect(try browser.get("/staff/first-officer").status == 409)
    try browser.get("/staff/session")
    try browser.post(
      "/staff/first-officer",
      [
        ("console-code", code), ("login", "hai"), ("name", "Hai"), ("password", TestBox.password),
        ("again", TestBox.password),
      ])
    #expect(browser.status == 409 && browser.body.contains("T-108"))
    #expect(try box.kiosk.accounts().count == 2)
  }

  @Test("a wrong code leaves the app's secret as it is, to be tried again")
  func wrongCode() throws {
    browser.keep(try box.open(try box.hire("minh", "Ông Minh", .officer)), as: "sathach-staff")
    try browser.get("/staff/account")
    try browser.post("/staff/account/authenticator", [])
    let first = secret
    try browser.post("/staff/account/authenticator/code", [("code", "000000")])
    #expect(browser.status == 422 && browser.body.contains("T-107") && secret == first)
    try browser.post("/staff/account/authenticator/code", [("code", code(first))])
    #expect(browser.body.contains(AccountWording.factorApp))
  }

  @Test("a printed list is shown once; its codes open, and are counted down")
  func printedList() throws {
    let minh = try box.hire("minh", "Ông Minh", .officer)
    browser.keep(try box.open(minh), as: "sathach-staff")
    try browser.post("/staff/account/codes", [])
    let codes = browser.body.split(separator: "<li>").dropFirst().map { $0.prefix { $0 != "<" } }
      .filter { $0.count == 9 && $0.allSatisfy { $0.isNumber || $0 == " " } }
    #expect(codes.count == 10)
    #expect(!(try browser.get("/staff/account").body.contains(codes[0])))

    let other = try Browser(box, door: .office).signIn("minh")
    try other.post("/staff/session/code", [("code", String(codes[0]))])
    #expect(try other.get("/staff/account").body.contains(AccountWording.factorList(9)))
  }

  @Test("a one-time password opens its owner's page and nothing else until it is changed")
  func oneTimePassword() throws {
    let made = try box.kiosk.prepareAccount(login: "lan", name: "Chị Lan", role: .clerk)
    try box.kiosk.createAccount(made, by: .console)
    try browser.signIn("lan", password: made.oneTimePassword)
    #expect(browser.body.contains(AccountWording.owedPasswordTitle) && !browser.body.contains("href=\"/desk"))
    #expect(try browser.get("/desk").path == "/staff/account")

    let before = browser.cookie("sathach-staff")
    let new = "chiec non la trang"
    try browser.post(
      "/staff/account/password", [("present", made.oneTimePassword), ("password", new), ("again", "chiec non la")])
    #expect(browser.status == 422 && browser.cookie("sathach-staff") == before)
    try browser.post(
      "/staff/account/password", [("present", made.oneTimePassword), ("password", new), ("again", new)])
    #expect(browser.body.contains(AccountWording.title) && browser.cookie("sathach-staff") != before)
    #expect(try Browser(box, door: .office).signIn("lan", password: new).path == "/desk")
  }

  @Test("the session of before the change is over, whoever has its cookie")
  func oldCookie() throws {
    let lan = try box.hire("lan", "Chị Lan", .clerk)
    let old = try box.open(lan)
    browser.keep(old, as: "sathach-staff")
    let thief = Browser(box, door: .office)
    thief.keep(old, as: "sathach-staff")
    let new = "chiec non la trang"
    try browser.post(
      "/staff/account/password", [("present", TestBox.password), ("password", new), ("again", new)])
    #expect(try browser.get("/staff/account").status == 200)
    #expect(try thief.get("/staff/account").status == 401)
  }

  @Test("what was typed of a password is not shown again, whatever became of the session")
  func neverShown() throws {
    browser.keep(try box.open(try box.hire("lan", "Chị Lan", .clerk)), as: "sathach-staff")
    box.clock.advance(seconds: 13 * 3600)
    let secrets = ["mua gat thang chin", "chiec non la trang", "chiec non la vang"]
    try browser.post(
      "/staff/account/password", [("present", secrets[0]), ("password", secrets[1]), ("again", secrets[2])])
    #expect(browser.status == 401)
    for secret in secrets { #expect(!browser.body.contains(secret)) }
  }

  @Test("a PIN is chosen, and opens a locked session")
  func pin() throws {
    browser.keep(try box.open(try box.hire("lan", "Chị Lan", .clerk)), as: "sathach-staff")
    try browser.post("/staff/account/pin", [("pin", "12")])
    #expect(browser.status == 422 && browser.body.contains("T-105"))
    try browser.post("/staff/account/pin", [("pin", "4711")])
    #expect(browser.body.contains(AccountWording.pinPresent))
    try browser.post("/staff/session/lock", [])
    try browser.post("/staff/session/unlocking", [("pin", "4711")])
    #expect(browser.path == "/desk")
  }

  @Test("too many wrong passwords are told with the seconds to wait, and what was typed elsewhere is kept")
  func delayed() throws {
    try box.hireOffice()
    for _ in 0..<5 { try browser.signIn("lan", password: "sai rồi sai rồi") }
    try browser.post(
      "/staff/session",
      [("login", "lan"), ("password", "x"), ("kept-route", "/desk/people/1/name"), ("kept-name", "Hòa")])
    #expect(browser.status == 429 && browser.body.contains("Chờ 1 giây"))
    #expect(browser.body.contains("name=\"kept-name\" value=\"Hòa\"") && browser.body.contains("value=\"lan\""))
  }
}

@Suite("The office's accounts and lists")
struct OfficeJourneyTests {
  private let box: TestBox
  private let minh: Browser

  init() throws {
    box = try TestBox()
    try box.hireOffice()
    minh = try Browser.minh(box)
  }

  private func oneTimePassword() -> String {
    let parts = minh.body.split(separator: "<p class=\"one-time\">")
    return parts.count > 1 ? String(parts[1].prefix { $0 != "<" }) : ""
  }

  @Test("an officer makes an account, whose one-time password is shown once and opens")
  func makes() throws {
    try minh.post("/office/accounts", [("login", "thu"), ("name", "Cô Thu"), ("role", "clerk")])
    let password = oneTimePassword()
    #expect(password.utf8.count == 19 && minh.body.contains(TestDoors.office.url))
    #expect(!(try minh.get("/office/accounts").body.contains(password)))
    #expect(try Browser(box, door: .office).signIn("thu", password: password).path == "/staff/account")
  }

  @Test(
    "an account that cannot be made is told above what was typed",
    arguments: [("lan", "Cô Thu", 409, "T-102"), ("T", "Cô Thu", 422, "T-101"), ("thu", "1", 422, "T-103")])
  func refuses(login: String, name: String, status: Int, reference: String) throws {
    try minh.post("/office/accounts", [("login", login), ("name", name), ("role", "officer")])
    #expect(minh.status == status && minh.body.contains(reference))
    #expect(minh.body.contains("value=\"\(login)\"") && minh.body.contains("value=\"officer\" checked"))
  }

  @Test("a disabled colleague is out at once, and comes back by a one-time password")
  func disables() throws {
    let lan = try Browser.lan(box)
    try minh.post("/office/accounts/1/disablement", [])
    #expect(minh.path == "/office/accounts")
    #expect(try lan.get("/desk").status == 401)
    try minh.post("/office/accounts/1/reset", [])
    #expect(try lan.signIn("lan", password: oneTimePassword()).path == "/staff/account")
  }

  @Test("the last officer cannot be shut out")
  func lastOfficer() throws {
    try minh.post("/office/accounts/2/disablement", [])
    #expect(minh.status == 409 && minh.body.contains("T-110"))
  }

  @Test("names are added by the dozen, and left out again")
  func lists() throws {
    try minh.post("/office/lists", [("list", "hamlets"), ("names", "Thôn Đông\r\nThôn Đoài")])
    try minh.post("/office/lists", [("list", "hamlets"), ("names", "Thôn Đoài\r\nBản Mơ")])
    #expect(minh.body.contains(OfficeWording.added(1)) && minh.body.contains(OfficeWording.known(["Thôn Đoài"])))
    try minh.post("/office/hamlets/1/retirement", [])
    #expect(try box.store.hamlets().map(\.name) == ["Thôn Đoài", "Bản Mơ"])
    try minh.post("/office/hamlets/1/retirement", [])
    #expect(minh.status == 422 && minh.body.contains("Q-206"))
  }

  @Test("one bad name keeps all of them back, with the line it stands on, and all are still in the field")
  func badName() throws {
    let names = "Đoàn viên\n" + String(repeating: "x", count: 81)
    try minh.post("/office/lists", [("list", "tags"), ("names", names)])
    #expect(minh.status == 422 && minh.body.contains("dòng 2") && minh.body.contains(names))
    #expect(try box.store.tags().isEmpty && !minh.body.contains("<span>Đoàn viên</span>"))
  }
}
