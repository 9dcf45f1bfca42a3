/// Decimal and hexadecimal writing shared by the formats of this target; ASCII only.
enum Digits {
  /// The value of an ASCII digit, or nothing for any other byte.
  static func value(_ byte: UInt8) -> Int? {
    byte >= 0x30 && byte <= 0x39 ? Int(byte) - 0x30 : nil
  }

  /// A number of at most 18 digits; nothing for an empty sequence or any other character.
  static func number(_ bytes: some Collection<UInt8>) -> UInt64? {
    guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
    var number: UInt64 = 0
    for byte in bytes {
      guard let digit = value(byte) else { return nil }
      number = number * 10 + UInt64(digit)
    }
    return number
  }

  static func padded(_ number: UInt64, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

/// Hexadecimal text in lower case, as keys and hashes are shown to technicians.
package enum Hex {
  package static func text(_ bytes: [UInt8]) -> String {
    let letters = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [letters[Int($0 >> 4)], letters[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The bytes of an even number of hexadecimal digits in either case, or nothing.
  package static func bytes(_ text: String) -> [UInt8]? {
    let nibbles = text.utf8.map(nibble)
    guard nibbles.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: nibbles.count, by: 2) {
      guard let high = nibbles[index], let low = nibbles[index + 1] else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func nibble(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x61...0x66: byte - 0x61 + 10
    case 0x41...0x46: byte - 0x41 + 10
    default: nil
    }
  }
}
