import UseCases

/// The codes of authenticator apps: RFC 6238 over HMAC-SHA-1, cut down as in RFC 4226, section 5.3.
package struct TOTP: AuthenticatorCodes {
  package static let digits = 6

  package init() {}

  package func secret(of bytes: [UInt8]) -> String {
    Base32.encode(bytes)
  }

  package func code(of secret: String, step: Int64) -> String? {
    guard let key = Base32.decode(secret), !key.isEmpty else { return nil }
    return Self.code(key: key, step: step, digits: Self.digits)
  }

  /// - Parameter digits: 6 to 8.
  static func code(key: [UInt8], step: Int64, digits: Int) -> String {
    let mac = SHA1.hmac(key: key, message: SHA1.bytes(of: UInt64(bitPattern: step)))
    let offset = Int(mac[mac.count - 1] & 0x0F)
    let number = mac[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
    let text = String(number % (0..<digits).reduce(1) { product, _ in product * 10 })
    return String(repeating: "0", count: digits - text.utf8.count) + text
  }
}

/// Base32 (RFC 4648, section 6) without padding, as authenticator apps take secrets.
enum Base32 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    var (bits, count) = (0, 0)
    for byte in bytes {
      (bits, count) = ((bits << 8 | Int(byte)) & 0xFFFF, count + 8)
      while count >= 5 {
        count -= 5
        text.append(alphabet[bits >> count & 31])
      }
    }
    if count > 0 { text.append(alphabet[bits << (5 - count) & 31]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Nil for any other character.
  static func decode(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var (bits, count) = (0, 0)
    for letter in text.utf8 {
      guard let value = alphabet.firstIndex(of: letter) else { return nil }
      (bits, count) = ((bits << 5 | value) & 0xFFFF, count + 5)
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return bytes
  }
}
