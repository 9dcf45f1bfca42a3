import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Tablets at the office's door")
struct DevicesJourneyTests {
  private let box: TestBox
  private let minh: Browser
  private let tablet: Browser

  init() throws {
    box = try TestBox()
    try box.hireOffice()
    minh = try Browser.minh(box)
    tablet = Browser(box, door: .office)
  }

  /// Enrols the tablet as it is done, by the address on the desk's screen.
  private func enrol(number: Int = 5) throws {
    try minh.post("/office/devices", [("deviceNumber", String(number)), ("name", "Bàn \(number)")])
    let code = try #require(box.kiosk.enrolments.drafts(at: box.clock.monotonic()).first?.code)
    #expect(minh.body.contains("\(TestDoors.office.url)enrolments/\(code)"))
    try tablet.get("/enrolments/\(code)")
    try tablet.post("/enrolments/\(code)", [])
  }

  @Test("an enrolled tablet has the candidates' pages, until it is taken out of use")
  func enrolled() throws {
    #expect(try tablet.get("/audiences/nguoi-dan").status == 403)
    try enrol()
    #expect(tablet.body.contains(DeviceWording.enrolledTitle(5)))
    #expect(try tablet.get("/").body.contains(Wording.whoAreYou))
    #expect(try tablet.get("/audiences/nguoi-dan").status == 200)

    try minh.post("/office/devices/1/retirement", [])
    #expect(try tablet.get("/audiences/nguoi-dan").status == 403)
    #expect(try tablet.get("/").body.contains(Wording.officeFrontTitle))
  }

  @Test("before the button is pressed, the tablet shows what the desk's screen shows, and is nothing yet")
  func compares() throws {
    let code = try box.kiosk.draftEnrolment(number: 5, name: "Bàn 5", by: TestBox.minh).code
    try tablet.get("/enrolments/\(code)")
    for fact in ["<dd>5</dd>", "<dd>Bàn 5</dd>", "<dd>UBND xã Thử</dd>", "<span>89AB</span>"] {
      #expect(tablet.body.contains(fact), "\(fact)")
    }
    #expect(try tablet.cookie("sathach-device") == nil && box.store.devices().isEmpty)
  }

  @Test("a code that is used up, wrong or old is told, with the way to another")
  func refusesCodes() throws {
    try enrol()
    let used = tablet.path
    for path in [used, "/enrolments/AAAAAAAAAA", "/enrolments/aaaaaaaaaa"] {
      #expect(try tablet.get(path).status == 404 && tablet.body.contains("Xin mã mới"))
    }
    try tablet.post(used, [])
    #expect(tablet.status == 404)
  }

  @Test("codes cannot be tried out")
  func limitsTries() throws {
    for _ in 0..<20 { try tablet.get("/enrolments/AAAAAAAAAA") }
    #expect(try tablet.get("/enrolments/AAAAAAAAAA").status == 429 && tablet.body.contains("Chờ 6 giây"))
  }

  @Test("a tablet's cookie is renewed with each first page, since browsers forget them after some hundred days")
  func renews() throws {
    try enrol()
    let request = Request(.get, "/", cookie: tablet.cookie, door: .office)
    let answer = box.site.answerNow(Admission(request, secrets: box.secrets), kiosk: box.kiosk)
    let cookies = answer?.response.headers.filter { $0.name == "Set-Cookie" }.map(\.value) ?? []
    let device = try #require(cookies.first { $0.hasPrefix("__Host-sathach-device=") })
    #expect(device.contains("Max-Age=34560000") && device.hasSuffix("HttpOnly; SameSite=Strict; Secure"))
  }

  @Test("the desk is told when a number or a name is none, above what was typed", arguments: ["0", "100", "x", "1.5"])
  func refusesNumbers(number: String) throws {
    try minh.post("/office/devices", [("deviceNumber", number), ("name", "Bàn 5")])
    #expect(minh.status == 422 && minh.body.contains("Q-224") && minh.body.contains("value=\"Bàn 5\""))
  }

  @Test("the box's own screen is enrolled from the desk's pages on it, without symbol or network")
  func ownKiosk() throws {
    let box = try TestBox(opensDeskAtKiosk: true)
    try box.hireOffice()
    box.doors.set(.off)
    let browser = Browser(box)
    browser.keep(try box.open(TestBox.minh), as: "sathach-staff")
    try browser.post("/office/devices", [("deviceNumber", "1"), ("name", "Màn hình ở quầy")])
    let code = try #require(box.kiosk.enrolments.drafts(at: box.clock.monotonic()).first?.code)
    #expect(browser.body.contains("href=\"/enrolments/\(code)\"") && !browser.body.contains("<svg"))
    #expect(browser.body.contains(DeviceWording.doorOffTitle))
    try browser.get("/enrolments/\(code)")
    try browser.post("/enrolments/\(code)", [])
    #expect(try browser.cookie("sathach-device") != nil && box.store.devices().map(\.number) == [1])
  }

  @Test("the authority's certificate is there for everybody, as systems install it, while there is one")
  func authority() throws {
    let request = Request(.get, "/authority.crt", door: .office)
    func ask() -> Response? {
      box.site.answerNow(Admission(request, secrets: box.secrets), kiosk: box.kiosk)?.response
    }
    #expect(ask()?.header("Content-Type") == "application/x-x509-ca-cert")
    #expect(ask()?.body == TestDoors.office.authority)
    box.doors.set(.shut)
    #expect(ask()?.status == 404)
  }

  @Test(
    "how long ago a device was seen is told in the largest unit that says enough",
    arguments: [
      (nil, "chưa, từ lúc máy chủ khởi động"), (0, "vừa xong"), (119_999, "vừa xong"), (120_000, "2 phút trước"),
      (7_199_999, "119 phút trước"), (7_200_000, "2 giờ trước"), (172_800_000, "2 ngày trước"),
    ])
  func ago(milliseconds: Int64?, text: String) {
    #expect(DevicesPage.ago(milliseconds) == text)
  }
}
