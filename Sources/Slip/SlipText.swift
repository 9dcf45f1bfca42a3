/// A slip's bytes as decimal digits: what the QR symbol holds and a scanner types.
///
/// `84` for the product, `1` for the version, then 7 bytes as 17 digits at a
/// time, big-endian and zero-padded; 1…6 bytes at the end as 3, 5, 8, 10, 13
/// or 15 digits. Digits only, because a USB scanner types the text and
/// Vietnamese input methods would turn letters into marked ones.
package enum SlipText {
  package static let version = 1
  package static let prefix = "841"
  /// How many digits hold 0…7 bytes.
  private static let widths = [0, 3, 5, 8, 10, 13, 15, 17]
  /// The digits of ``SlipBytes/greatestLength`` bytes with the prefix.
  package static let greatestLength = 3 + 22 * 17 + 15

  package static func encode(_ bytes: [UInt8]) -> String {
    stride(from: 0, to: bytes.count, by: 7).reduce(prefix) { text, start in
      let group = bytes[start...].prefix(7)
      return text + Digits.padded(group.reduce(0) { $0 << 8 | UInt64($1) }, to: widths[group.count])
    }
  }

  /// The bytes of a scanned text; white space around it is tolerated, inside it nothing but digits.
  package static func decode(_ text: String) throws(SlipError) -> [UInt8] {
    let characters = trimmed(text)
    let product = prefix.utf8.prefix(2)
    guard !characters.isEmpty else { throw .empty }
    guard characters.starts(with: product) || product.starts(with: characters) else { throw .notOurs }
    if let position = characters.firstIndex(where: { Digits.value($0) == nil }) {
      throw .notDigits(at: position - characters.startIndex)
    }
    guard let version = characters.dropFirst(2).first.flatMap(Digits.value) else { throw .truncated }
    guard version == SlipText.version else { throw .otherVersion(version) }
    guard characters.count <= greatestLength else { throw .tooLong(digits: characters.count) }
    return try bytes(characters.dropFirst(3))
  }

  private static func trimmed(_ text: String) -> ArraySlice<UInt8> {
    let isSpace: (UInt8) -> Bool = { [0x20, 0x09, 0x0a, 0x0d].contains($0) }
    var characters = Array(text.utf8).drop(while: isSpace)
    while let last = characters.last, isSpace(last) { characters.removeLast() }
    return characters
  }

  private static func bytes(_ digits: ArraySlice<UInt8>) throws(SlipError) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = digits
    var group = 1
    while !rest.isEmpty {
      let part = rest.prefix(17)
      guard let count = widths.firstIndex(of: part.count), let number = Digits.number(part) else { throw .truncated }
      guard number >> (8 * UInt64(count)) == 0 else { throw .groupTooLarge(group) }
      bytes += (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64(count - 1 - $0))) }
      rest = rest.dropFirst(17)
      group += 1
    }
    return bytes
  }
}
