/// Composes Vietnamese letters that came as a letter and combining marks (NFC), as macOS and some web pages write them.
///
/// The standard library promises no normalisation, and Foundation's would weigh down the binary; Vietnamese has 67 such
/// letters, twice. Marks that make no Vietnamese letter stay as they are, and the bank's reader tells of them.
package enum Composition {
  package static func composed(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0xCC || $0 == 0xCD }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return String(result)
  }

  /// UTF-8 to UTF-8. The lead bytes of U+0300 to U+036F are 0xCC and 0xCD; a text without them has nothing to compose.
  static func composed(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 == 0xCC || $0 == 0xCD }) else { return bytes }
    return Array(composed(String(decoding: bytes, as: UTF8.self)).utf8)
  }

  /// Adds a scalar, or composes it with the last one where it is a mark that fits.
  static func append(_ scalar: Unicode.Scalar, to text: inout String.UnicodeScalarView) {
    guard (0x300...0x36F).contains(scalar.value), let last = text.last, let whole = joined(last, scalar) else {
      text.append(scalar)
      return
    }
    text.removeLast()
    text.append(whole)
  }

  /// The letter with one mark more, whatever the order in which its marks came; nil where there is none.
  private static func joined(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    guard var parts = parts[letter] else { return nil }
    if let tone = tones.firstIndex(of: mark.value) {
      guard parts.tone == 0 else { return nil }
      parts.tone = tone
    } else {
      guard parts.shape == 0 else { return nil }
      parts.shape = mark.value
    }
    return letters[parts]
  }

  private struct Parts: Hashable {
    var base: Unicode.Scalar
    /// Circumflex, breve or horn; 0 for none.
    var shape: UInt32
    /// A place in ``tones``; 0 for none.
    var tone: Int
  }

  /// None, grave, hook above, tilde, acute, dot below: the order of the rows below.
  private static let tones: [UInt32] = [0, 0x300, 0x309, 0x303, 0x301, 0x323]

  private static let rows: [(shape: UInt32, letters: String)] = [
    (0, "aàảãáạ"), (0x306, "ăằẳẵắặ"), (0x302, "âầẩẫấậ"), (0, "eèẻẽéẹ"), (0x302, "êềểễếệ"), (0, "iìỉĩíị"),
    (0, "oòỏõóọ"), (0x302, "ôồổỗốộ"), (0x31B, "ơờởỡớợ"), (0, "uùủũúụ"), (0x31B, "ưừửữứự"), (0, "yỳỷỹýỵ"),
    (0, "AÀẢÃÁẠ"), (0x306, "ĂẰẲẴẮẶ"), (0x302, "ÂẦẨẪẤẬ"), (0, "EÈẺẼÉẸ"), (0x302, "ÊỀỂỄẾỆ"), (0, "IÌỈĨÍỊ"),
    (0, "OÒỎÕÓỌ"), (0x302, "ÔỒỔỖỐỘ"), (0x31B, "ƠỜỞỠỚỢ"), (0, "UÙỦŨÚỤ"), (0x31B, "ƯỪỬỮỨỰ"), (0, "YỲỶỸÝỴ"),
  ]

  /// What a row's letters are built on: rows stand in the order of their bases.
  private static let bases: [Unicode.Scalar] = Array("aaaeeiooouuyAAAEEIOOOUUY".unicodeScalars)

  private static let parts: [Unicode.Scalar: Parts] = {
    var parts: [Unicode.Scalar: Parts] = [:]
    for (row, base) in zip(rows, bases) {
      for (tone, letter) in row.letters.unicodeScalars.enumerated() {
        parts[letter] = Parts(base: base, shape: row.shape, tone: tone)
      }
    }
    return parts
  }()

  private static let letters: [Parts: Unicode.Scalar] = {
    Dictionary(parts.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
  }()
}
