import Slip
import Testing

@Suite("Issuer, token, key id")
struct SmallValueTests {
  @Test(
    "an issuer is five digits, a hyphen and a device from 1 to 9999", arguments: ["02215-1", "99999-9999", "00001-10"])
  func issuer(text: String) throws {
    let issuer = try Issuer(text)
    #expect("\(issuer.commune)-\(issuer.device)" == text)
    #expect(issuer.text == text && !issuer.isSample)
  }

  @Test(
    "no other text is an issuer",
    arguments: [
      "", "02215", "02215-", "02215-0", "02215-01", "02215-10000", "2215-1", "022150-1", "02215 1", "02215-1 ",
      " 02215-1", "02215-x", "02215-demo", "00000-1", "00000-Demo", "０２２１５-1", "02215-1\n", "02215--1", "0221a-1",
    ])
  func notAnIssuer(text: String) {
    #expect(throws: SlipError.notAnIssuer(text)) { try Issuer(text) }
  }

  @Test("00000-demo is the sample issuer")
  func sample() throws {
    #expect(try Issuer("00000-demo") == .sample)
    #expect(Issuer.sample.isSample && Issuer.sample.commune == "00000" && Issuer.sample.device == "demo")
  }

  @Test("commune and device make an issuer, if both are in bounds")
  func fromParts() throws {
    #expect(try Issuer(commune: "02215", device: 7).text == "02215-7")
    #expect(throws: SlipError.notAnIssuer("02215-0")) { try Issuer(commune: "02215", device: 0) }
  }

  @Test(
    "a token is the same as digits and as five bytes",
    arguments: [
      ("000000000000", [0, 0, 0, 0, 0]), ("000000000001", [0, 0, 0, 0, 1]), ("000000000256", [0, 0, 0, 1, 0]),
      ("999999999999", [0xe8, 0xd4, 0xa5, 0x0f, 0xff]),
    ] as [(String, [UInt8])])
  func token(digits: String, bytes: [UInt8]) throws {
    #expect(try SlipToken(digits: digits).bytes == bytes)
    #expect(try SlipToken(bytes: bytes).digits == digits)
  }

  @Test(
    "twelve digits are needed for a token",
    arguments: ["", "1", "12345678901", "1234567890123", "12345678901x", "１２３４"])
  func tokenDigits(text: String) {
    #expect(throws: SlipError.notAToken) { try SlipToken(digits: text) }
  }

  @Test(
    "five bytes above 999,999,999,999 and other lengths are no token",
    arguments: [[0xe8, 0xd4, 0xa5, 0x10, 0], [255, 255, 255, 255, 255], [], [1, 2, 3, 4], [0, 0, 0, 0, 0, 1]]
      as [[UInt8]])
  func tokenBytes(bytes: [UInt8]) {
    #expect(throws: SlipError.notAToken) { try SlipToken(bytes: bytes) }
  }

  @Test("a key id is the first eight bytes of the hash of the public key")
  func keyID() throws {
    let id = try KeyID(publicKey: [7]) { [UInt8](repeating: $0[0], count: 32) }
    #expect(id.hex == "0707070707070707")
    #expect(try KeyID(hex: "0707070707070707") == id)
  }

  @Test(
    "a key id of another length is refused",
    arguments: ["", "07", "07070707070707070", "070707070707070g", "0707070707070707ff"])
  func keyIDLength(hex: String) {
    #expect(throws: SlipError.notAKeyID) { try KeyID(hex: hex) }
  }

  @Test("hexadecimal is written in lower case and read in either")
  func hex() {
    #expect(Hex.text([0, 0x9f, 0xa0, 0xff]) == "009fa0ff")
    #expect(Hex.bytes("009FA0ff") == [0, 0x9f, 0xa0, 0xff])
    #expect(Hex.bytes("0") == nil && Hex.bytes("é!") == nil)
  }
}
