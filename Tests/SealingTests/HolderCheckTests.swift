import Sealing
import Slip
import Testing

@Suite("Holder check")
struct HolderCheckTests {
  /// Worked out with Python's cryptography (OpenSSL's argon2id).
  @Test("a number and a token give the bits another argon2id program gives")
  func bits() throws {
    #expect(try HolderCheck.bits(number: "001160000001", token: SlipToken(digits: "310094827561")) == 2560)
  }

  @Test("another number or another token gives other bits")
  func different() throws {
    let token = try SlipToken(digits: "310094827561")
    let bits = try HolderCheck.bits(number: "001160000001", token: token)
    #expect((0...0xfff).contains(bits))
    #expect(try HolderCheck.bits(number: "001160000002", token: token) != bits)
    #expect(try HolderCheck.bits(number: "001160000001", token: SlipToken(number: 1)) != bits)
  }

  @Test(
    "only twelve digits are a citizen number",
    arguments: ["", "00116000000", "0011600000012", "00116000000x", "001160000 01"])
  func notANumber(text: String) {
    #expect(throws: SealingError.notACitizenNumber) { try HolderCheck.bits(number: text, token: SlipToken(number: 1)) }
  }
}
