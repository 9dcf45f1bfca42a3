/// A slip's token as people read it aloud: four groups of three digits, each with its own check digit.
///
/// Every single wrong digit and every swap of neighbours is caught, across
/// groups too: such a swap puts one wrong digit into either group, and a
/// group never misses one wrong digit. The groups stand alone, so a screen
/// can name the mistyped one before the rest is typed.
package struct SpokenCode: Hashable, Sendable {
  package static let groupCount = 4
  package static let digitCount = 16
  package let token: SlipToken

  package init(_ token: SlipToken) { self.token = token }

  /// Reads 16 digits; spaces, dots and hyphens may stand anywhere, nothing else.
  package init(_ text: String) throws(SlipError) {
    let digits = try SpokenCode.digits(in: text)
    guard digits.count == SpokenCode.digitCount else { throw .codeLength(digits: digits.count) }
    let wrong = (1...SpokenCode.groupCount).filter { Damm.checkDigit(digits[($0 - 1) * 4..<$0 * 4]) != 0 }
    guard wrong.isEmpty else { throw .codeMistyped(groups: wrong) }
    let kept = digits.indices.filter { $0 % 4 != 3 }.map { digits[$0] }
    token = try SlipToken(number: kept.reduce(0) { $0 * 10 + UInt64($1) })
  }

  /// `NNNK NNNK NNNK NNNK`, as printed and shown.
  package var text: String { groups.joined(separator: " ") }

  /// The four groups of four digits, in order.
  package var groups: [String] {
    let digits = token.digits.utf8.map { $0 - 0x30 }
    return stride(from: 0, to: digits.count, by: 3).map { start in
      let group = digits[start..<start + 3]
      return (group + [Damm.checkDigit(group)]).map { String($0) }.joined()
    }
  }

  /// How far one group has been typed and whether its check digit fits.
  package enum GroupState: Hashable, Sendable {
    case open(typed: Int)
    case right
    case wrong
  }

  /// The state of each of the four groups while somebody types.
  package static func states(typing text: String) throws(SlipError) -> [GroupState] {
    let digits = try digits(in: text)
    guard digits.count <= digitCount else { throw .codeLength(digits: digits.count) }
    return (0..<groupCount).map { group in
      let typed = digits.dropFirst(group * 4).prefix(4)
      guard typed.count == 4 else { return .open(typed: typed.count) }
      return Damm.checkDigit(typed) == 0 ? .right : .wrong
    }
  }

  /// Whether a text is to be taken for a spoken code rather than for a QR text: only digits and
  /// separators, and fewer digits than any slip has.
  package static func isLikely(_ text: String) -> Bool {
    guard let digits = try? digits(in: text) else { return false }  // the reason does not matter here
    return (1...20).contains(digits.count)
  }

  private static func digits(in text: String) throws(SlipError) -> [UInt8] {
    var digits: [UInt8] = []
    for (position, byte) in text.utf8.enumerated() {
      if let digit = Digits.value(byte) {
        digits.append(UInt8(digit))
      } else if ![0x20, 0x2d, 0x2e].contains(byte) {
        throw .codeCharacter(at: position)
      }
    }
    return digits
  }
}
