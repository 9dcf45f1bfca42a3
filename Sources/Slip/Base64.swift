/// Base64 (RFC 4648, section 4) with padding, in its one canonical form.
package enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let values: [UInt8?] = {
    var values = [UInt8?](repeating: nil, count: 256)
    for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()

  package static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start...].prefix(3)
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      let letters = (0..<4).map { alphabet[bits >> (6 * (3 - $0)) & 63] }
      text += letters.prefix(group.count + 1)
      text += [UInt8](repeating: 0x3d, count: 3 - group.count)
    }
    return text
  }

  /// Refuses other characters, missing or surplus padding, and bits set where padding has none.
  static func decode(_ text: [UInt8]) throws(SlipError) -> [UInt8] {
    guard text.count % 4 == 0 else { throw .truncated }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    for start in stride(from: 0, to: text.count, by: 4) {
      let isLast = start + 4 == text.count
      let padding = isLast ? text[(start + 2)...].reversed().prefix { $0 == 0x3d }.count : 0
      var bits = 0
      for position in start..<start + 4 - padding {
        guard let value = values[Int(text[position])] else { throw .notBase64(at: position) }
        bits = bits << 6 | Int(value)
      }
      bits <<= 6 * padding
      guard bits & ((1 << (8 * padding)) - 1) == 0 else { throw .notBase64(at: start + 3 - padding) }
      bytes += (0..<3 - padding).map { UInt8(truncatingIfNeeded: bits >> (8 * (2 - $0))) }
    }
    return bytes
  }
}
