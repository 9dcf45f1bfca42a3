/// The random number that names one slip: 12 decimal digits, or 5 bytes big-endian.
///
/// Random rather than counted, so that nobody can guess the spoken code of
/// the next person in the queue. Unique on its box.
package struct SlipToken: Hashable, Sendable {
  /// One more than the greatest token.
  package static let limit: UInt64 = 1_000_000_000_000
  package let number: UInt64

  package init(number: UInt64) throws(SlipError) {
    guard number < SlipToken.limit else { throw .notAToken }
    self.number = number
  }

  package init(digits: String) throws(SlipError) {
    guard digits.utf8.count == 12, let number = Digits.number(digits.utf8) else { throw .notAToken }
    try self.init(number: number)
  }

  package init(bytes: [UInt8]) throws(SlipError) {
    guard bytes.count == 5 else { throw .notAToken }
    try self.init(number: bytes.reduce(0) { $0 << 8 | UInt64($1) })
  }

  package var digits: String { Digits.padded(number, to: 12) }

  package var bytes: [UInt8] {
    (0..<5).map { UInt8(truncatingIfNeeded: number >> (8 * (4 - UInt64($0)))) }
  }
}
