/// Four digits that lead a person to the attempt a clerk has opened: shown instead of a name, said aloud, typed once.
package struct SeatNumber: Hashable, Sendable, CustomStringConvertible {
  package static let range = 1_000...9_999

  package let value: Int

  package init?(_ value: Int) {
    guard Self.range.contains(value) else { return nil }
    self.value = value
  }

  /// Reads four digits; spaces around and between them do not matter.
  package init?(_ text: String) {
    let digits = TypedDigits.plain(text).utf8.filter { $0 != 0x20 }
    guard digits.count == 4, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    self.init(digits.reduce(0) { $0 * 10 + Int($1) - 0x30 })
  }

  package var description: String { String(value) }
}
