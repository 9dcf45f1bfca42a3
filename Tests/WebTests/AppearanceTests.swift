import TestSupport
import Testing

@testable import Web

@Suite("How pages look")
struct AppearanceTests {
  @Test("a choice is a cookie of two characters that goes with the browser, and the page wears it")
  func isKept() throws {
    let browser = Browser(try TestBox())
    try browser.get("/")
    #expect(!browser.body.contains("<html lang=\"vi\" class"))
    try browser.post("/appearance", [("letters", "2"), ("back", "/audiences/nguoi-dan")])
    #expect(browser.path == "/audiences/nguoi-dan" && browser.body.contains("<html lang=\"vi\" class=\"letters-2\""))
    #expect(browser.cookie("sathach-look") == "2l")
    try browser.post("/appearance", [("ground", "c"), ("back", "/")])
    #expect(browser.body.contains("class=\"letters-2 ground-c\"") && browser.cookie("sathach-look") == "2c")
    #expect(!BrowserCookie.appearance.write("2c", at: .kiosk).value.contains("Max-Age"))
  }

  @Test("the next person meets pages as they are made")
  func isForgotten() throws {
    let browser = Browser(try TestBox())
    try browser.get("/")
    try browser.post("/appearance", [("ground", "d"), ("back", "/")])
    try browser.post("/departure", [])
    #expect(browser.path == "/" && !browser.body.contains("ground-d\""))
    #expect(browser.cookie("sathach-look") == nil)
  }

  @Test("each press is the next size, and after the last the first again")
  func goesAround() {
    var appearance = Appearance()
    let seen = (0..<5).map { _ in
      appearance.letters = appearance.nextLetters
      appearance.ground = appearance.nextGround
      return appearance.text
    }
    #expect(seen == ["1d", "2c", "3l", "0d", "1c"])
  }

  @Test("what is no choice, and a way back to elsewhere, are refused or lead to the first page")
  func isStrict() throws {
    let browser = Browser(try TestBox())
    try browser.get("/")
    #expect(try browser.post("/appearance", [("letters", "9"), ("back", "/")]).status == 400)
    #expect(try browser.post("/appearance", [("letters", "1")], token: "00").status == 403)
    for place in ["https://xa.example/", "//xa.example", "/khong-co", "/departure", "/appearance", ""] {
      #expect(AppearanceForm.back(to: place) == .welcome)
    }
    for text in ["", "0", "4l", "0x", "0ld", "<b"] { #expect(Appearance(text.utf8) == nil) }
  }

  @Test("a page that answers a form waits for the script with its buttons: it cannot be asked for again")
  func waitsAfterForms() throws {
    let browser = Browser(try TestBox())
    #expect(try browser.begin().body.contains("action=\"/appearance\">"))
    try browser.post("/attempts/1/seat", [("card", "123")])
    #expect(browser.body.contains("action=\"/appearance\" hidden>"))
  }

  @Test("a signed-in colleague changes it with the colleague's own token")
  func isColleaguesToo() throws {
    let box = try TestBox()
    try box.hireOffice()
    let lan = try Browser.lan(box)
    try lan.post("/appearance", [("letters", "1"), ("back", "/desk")])
    #expect(lan.path == "/desk" && lan.body.contains("letters-1"))
  }
}
