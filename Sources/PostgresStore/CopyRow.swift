import Glibc
import UseCases

/// The values of a row after those of the rows before it, as ``CopyBuffer`` sends them.
///
/// They must be of exactly the columns' types: `bigint` for `Int64`, and so on.
struct CopyRow {
  var bytes: [UInt8] = []

  mutating func add(_ number: Int64) {
    append(UInt32(8))
    append(UInt64(bitPattern: number))
  }

  mutating func add(_ number: Int64?) {
    if let number { add(number) } else { addNull() }
  }

  mutating func add(_ number: Int) { add(Int64(number)) }

  mutating func add(_ number: Int?) { add(number.map { Int64($0) }) }

  mutating func add(_ flag: Bool) {
    append(UInt32(1))
    bytes.append(flag ? 1 : 0)
  }

  mutating func add(_ value: [UInt8]) {
    append(UInt32(value.count))
    bytes += value
  }

  mutating func add(_ value: [UInt8]?) {
    if let value { add(value) } else { addNull() }
  }

  mutating func add(_ text: String) {
    var text = text
    let isAdded = text.withUTF8 { characters in
      let zero = characters.baseAddress.flatMap { memchr($0, 0, characters.count) }
      guard zero == nil else { return false }
      append(UInt32(characters.count))
      bytes.append(contentsOf: characters)
      return true
    }
    // PostgreSQL's texts hold no zero.
    if !isAdded { add(String(text.filter { $0 != "\0" })) }
  }

  mutating func add(_ text: String?) {
    if let text { add(text) } else { addNull() }
  }

  /// As a text; see ``PartText``.
  mutating func add(_ scores: [PartScore]) {
    let start = bytes.count
    append(UInt32(0))
    PartText.write(scores, to: &bytes)
    let length = UInt32(bytes.count - start - 4)
    for place in 0..<4 { bytes[start + place] = UInt8(truncatingIfNeeded: length >> UInt32(24 - 8 * place)) }
  }

  mutating func addNull() { append(UInt32.max) }

  mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }
}
