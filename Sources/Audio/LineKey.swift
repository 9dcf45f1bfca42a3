/// Names a line of text on a page: 64 bits of FNV-1a over its UTF-8, white space taken as one space and none at the ends.
///
/// A line is looked up many times for each page, so its name is cheap; it is no secret and protects nothing.
package struct LineKey: Hashable, Comparable, Sendable {
  package let value: UInt64

  package init(value: UInt64) {
    self.value = value
  }

  package init(_ text: String) {
    var text = text
    self = text.withUTF8 { LineKey($0) }
  }

  package init(_ bytes: some Sequence<UInt8>) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var (hasBegun, owesSpace) = (false, false)
    for byte in bytes {
      if LineText.isSpace(byte) {
        owesSpace = hasBegun
        continue
      }
      if owesSpace { hash = (hash ^ 0x20) &* 0x100_0000_01b3 }
      (hasBegun, owesSpace) = (true, false)
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    value = hash
  }

  /// 16 small hexadecimal digits.
  package var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Nil for anything but 16 small hexadecimal digits.
  package init?(text: some StringProtocol) {
    guard text.utf8.count == 16, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
      let value = UInt64(text, radix: 16)
    else { return nil }
    self.value = value
  }

  package static func < (one: LineKey, other: LineKey) -> Bool {
    one.value < other.value
  }
}

/// A file of sound, by the first 64 bits of its SHA-256 or of what it was made from.
package typealias SoundID = LineKey

/// A line as it is looked up and shown.
package enum LineText {
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// White space as one space and none at the ends.
  package static func tidy(_ text: String) -> String {
    text.utf8.split(whereSeparator: isSpace).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  package static func words(_ text: String) -> [String] {
    text.utf8.split(whereSeparator: isSpace).map { String(decoding: $0, as: UTF8.self) }
  }
}
