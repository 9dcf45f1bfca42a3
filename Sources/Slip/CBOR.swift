/// The part of CBOR (RFC 8949) that slips and key lists use, always in its one deterministic form.
///
/// Integers, byte strings, texts, arrays and maps; shortest heads, definite
/// lengths, map keys in bytewise order of their encoding (section 4.2.1).
/// Tags, floats and simple values do not exist here.
package indirect enum CBOR: Hashable, Sendable {
  case unsigned(UInt64)
  /// The integer −1 − n.
  case negative(UInt64)
  case bytes([UInt8])
  case text(String)
  case array([CBOR])
  case map([Entry])

  /// One key of a map with its value.
  package struct Entry: Hashable, Sendable {
    package let key: CBOR
    package let value: CBOR

    package init(_ key: CBOR, _ value: CBOR) {
      self.key = key
      self.value = value
    }
  }

  package init(_ integer: Int) {
    self = integer >= 0 ? .unsigned(UInt64(integer)) : .negative(UInt64(-1 - integer))
  }

  /// The integer, if it is one and fits.
  package var integer: Int? {
    switch self {
    case .unsigned(let number): Int(exactly: number)
    case .negative(let number): Int(exactly: number).map { -1 - $0 }
    case .bytes, .text, .array, .map: nil
    }
  }

  package var byteString: [UInt8]? {
    if case .bytes(let bytes) = self { bytes } else { nil }
  }

  package var string: String? {
    if case .text(let text) = self { text } else { nil }
  }

  package var items: [CBOR]? {
    if case .array(let items) = self { items } else { nil }
  }

  package var entries: [Entry]? {
    if case .map(let entries) = self { entries } else { nil }
  }
}

extension CBOR {
  /// The deterministic bytes. Maps are sorted here; giving a key twice makes bytes no reader accepts.
  package var encoded: [UInt8] {
    switch self {
    case .unsigned(let number): CBOR.head(0, number)
    case .negative(let number): CBOR.head(1, number)
    case .bytes(let bytes): CBOR.head(2, UInt64(bytes.count)) + bytes
    case .text(let text): CBOR.head(3, UInt64(text.utf8.count)) + Array(text.utf8)
    case .array(let items): CBOR.head(4, UInt64(items.count)) + items.flatMap(\.encoded)
    case .map(let entries): CBOR.head(5, UInt64(entries.count)) + CBOR.sorted(entries)
    }
  }

  private static func sorted(_ entries: [Entry]) -> [UInt8] {
    entries.map { ($0.key.encoded, $0.value.encoded) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }
      .flatMap { $0.0 + $0.1 }
  }

  private static func head(_ major: UInt8, _ number: UInt64) -> [UInt8] {
    let (extra, width): (UInt8, Int) =
      switch number {
      case 0..<24: (UInt8(number), 0)
      case 24...0xff: (24, 1)
      case 0x100...0xffff: (25, 2)
      case 0x1_0000...0xffff_ffff: (26, 4)
      default: (27, 8)
      }
    return [major << 5 | extra]
      + (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64(width - 1 - $0))) }
  }
}
