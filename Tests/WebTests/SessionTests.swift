import Testing
import UseCases

@testable import Web

@Suite("The session cookie")
struct SessionTests {
  private let id = "00112233445566778899aabbccddeeff"

  @Test("is found among others")
  func isFound() throws {
    let session = try #require(SessionCookie.read("a=b; sathach=\(id); c=d"))
    #expect(session.bytes.count == 16)
    #expect(SessionCookie.read("sathach=\(id)") == session)
  }

  @Test(
    "anything that is not 128 bits in lower-case hexadecimal is no session",
    arguments: [
      "", "sathach=", "sathach=0011", "sathach=00112233445566778899AABBCCDDEEFF",
      "xsathach=00112233445566778899aabbccddeeff",
    ])
  func refusesOthers(header: String) {
    #expect(SessionCookie.read(header) == nil)
  }

  @Test("no script reads it and no other site sends it")
  func isStrict() throws {
    let session = try #require(SessionCookie.read("sathach=\(id)"))
    let header = SessionCookie.write(session)

    #expect(header.value.contains("HttpOnly"))
    #expect(header.value.contains("SameSite=Strict"))
    #expect(header.value.hasPrefix("sathach=\(id);"))
  }

  @Test("on the office's door it is bound to the host and to encryption, and the kiosk's is none there")
  func office() throws {
    let session = try #require(SessionCookie.read("__Host-sathach=\(id)", at: .office))
    #expect(SessionCookie.write(session, at: .office).value.hasSuffix("; Secure"))
    #expect(SessionCookie.write(session, at: .office).value.hasPrefix("__Host-sathach=\(id);"))
    #expect(SessionCookie.read("sathach=\(id)", at: .office) == nil)
    #expect(SessionCookie.read("__Host-sathach=\(id)") == nil)
  }
}
