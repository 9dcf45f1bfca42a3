import Glibc
import Testing

@testable import Sealing

@Suite("Codes of authenticator apps")
struct TOTPTests {
  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  @Test(
    "the codes are those of RFC 6238 for SHA-1, appendix B",
    arguments: [
      (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
      (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
  func vectors(time: Int64, code: String) {
    let key = Array("12345678901234567890".utf8)
    #expect(TOTP.code(key: key, step: time / 30, digits: 8) == code)
    #expect(TOTP().code(of: Base32.encode(key), step: time / 30) == String(code.suffix(6)))
  }

  @Test("the codes are those Python's hmac gives, for keys of every length")
  func independent() throws {
    let path =
      "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Independent/totp-vectors.txt"
    let lines = try Self.lines(of: path)
    #expect(lines.count == 95)
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      try #require(words.count == 3)
      #expect(TOTP().code(of: words[0], step: try #require(Int64(words[1]))) == words[2], "\(line)")
    }
  }

  @Test(
    "SHA-1 gives the hashes of FIPS 180, whatever the padding",
    arguments: [
      ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"), ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
      ),
      (String(repeating: "a", count: 55), "c1c8bbdc22796e28c0e15163d20899b65621d65a"),
      (String(repeating: "a", count: 64), "0098ba824b5c16427bd7a1122a5a442a25ec644d"),
    ])
  func hashes(text: String, hash: String) {
    #expect(hex(SHA1.hash(Array(text.utf8))) == hash)
  }

  @Test("HMAC gives the codes of RFC 2202")
  func hmac() {
    #expect(
      hex(SHA1.hmac(key: [UInt8](repeating: 0x0b, count: 20), message: Array("Hi There".utf8)))
        == "b617318655057264e28bc0b6fb378c8ef146be00")
    #expect(
      hex(
        SHA1.hmac(
          key: [UInt8](repeating: 0xaa, count: 80),
          message: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8)))
        == "aa4ae5e15272d00e95705637ce8a3b55ed402112")
  }

  @Test("a secret is read back from Base32, and nothing else is one")
  func base32() {
    #expect(Base32.encode(Array("foobar".utf8)) == "MZXW6YTBOI")
    for count in 0...20 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + count) }
      #expect(Base32.decode(TOTP().secret(of: bytes)) == bytes)
    }
    for text in ["", "mzxw6ytb", "MZXW1", "MZX W", "ộ"] { #expect(TOTP().code(of: text, step: 1) == nil) }
  }

  private struct Unreadable: Error {}

  private static func lines(of path: String) throws -> [String] {
    guard let file = fopen(path, "r") else { throw Unreadable() }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
