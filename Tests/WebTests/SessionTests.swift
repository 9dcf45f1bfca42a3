import Testing
import UseCases

@testable import Web

@Suite("Cookies")
struct SessionTests {
  private let id = "00112233445566778899aabbccddeeff"

  @Test("is found among others")
  func isFound() throws {
    let session = try #require(Cookies("a=b; sathach=\(id); c=d", at: .kiosk).session)
    #expect(session.bytes.count == 16)
    #expect(Cookies("sathach=\(id)", at: .kiosk).session == session)
  }

  @Test(
    "anything that is not 128 bits in lower-case hexadecimal is no session",
    arguments: [
      "", "sathach=", "sathach=0011", "sathach=00112233445566778899AABBCCDDEEFF",
      "xsathach=00112233445566778899aabbccddeeff",
    ])
  func refusesOthers(header: String) {
    #expect(Cookies(header, at: .kiosk).session == nil)
  }

  @Test("no script reads it and no other site sends it")
  func isStrict() throws {
    let session = try #require(Cookies("sathach=\(id)", at: .kiosk).session)
    let header = BrowserCookie.session.write(session, at: .kiosk)

    #expect(header.value.contains("HttpOnly"))
    #expect(header.value.contains("SameSite=Strict"))
    #expect(header.value.hasPrefix("sathach=\(id);"))
  }

  @Test("on the office's door it is bound to the host and to encryption, and the kiosk's is none there")
  func office() throws {
    let session = try #require(Cookies("__Host-sathach=\(id)", at: .office).session)
    #expect(BrowserCookie.session.write(session, at: .office).value.hasSuffix("; Secure"))
    #expect(BrowserCookie.session.write(session, at: .office).value.hasPrefix("__Host-sathach=\(id);"))
    #expect(Cookies("sathach=\(id)", at: .office).session == nil)
    #expect(Cookies("__Host-sathach=\(id)", at: .kiosk).session == nil)
  }

  @Test("candidate, colleague and device have each their own")
  func areApart() throws {
    let other = "ffeeddccbbaa99887766554433221100"
    let cookies = Cookies("sathach-staff=\(id); sathach-device=\(other)", at: .kiosk)
    #expect(cookies.session == nil)
    #expect(cookies.staff.map { Hex.text($0.bytes) } == id)
    #expect(cookies.device.map { Hex.text($0.bytes) } == other)
  }

  @Test("a colleague's is forgotten with the browser, and can be taken away at once")
  func staffIsShort() throws {
    let session = try #require(Cookies("sathach-staff=\(id)", at: .kiosk).staff)
    #expect(!BrowserCookie.staff.write(session, at: .office).value.contains("Max-Age"))
    #expect(BrowserCookie.staff.removal(at: .office).value.hasPrefix("__Host-sathach-staff=; Path=/; Max-Age=0"))
  }
}
