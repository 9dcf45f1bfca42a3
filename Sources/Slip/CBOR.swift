/// The part of CBOR (RFC 8949) that slips and key lists use, always in its one deterministic form.
///
/// Integers, byte strings, texts, arrays and maps; shortest heads, definite
/// lengths, map keys in bytewise order of their encoding (section 4.2.1).
/// Tags, floats and simple values do not exist here.
package enum CBOR: Hashable, Sendable {
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
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .unsigned(let number): CBOR.writeHead(0, number, to: &bytes)
    case .negative(let number): CBOR.writeHead(1, number, to: &bytes)
    case .bytes(let content):
      CBOR.writeHead(2, UInt64(content.count), to: &bytes)
      bytes += content
    case .text(let text):
      CBOR.writeHead(3, UInt64(text.utf8.count), to: &bytes)
      bytes += text.utf8
    case .array(let items):
      CBOR.writeHead(4, UInt64(items.count), to: &bytes)
      for item in items { item.write(to: &bytes) }
    case .map(let entries):
      CBOR.writeHead(5, UInt64(entries.count), to: &bytes)
      let sorted = entries.map { ($0.key.encoded, $0.value) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }
      for (key, value) in sorted {
        bytes += key
        value.write(to: &bytes)
      }
    }
  }

  private static func writeHead(_ major: UInt8, _ number: UInt64, to bytes: inout [UInt8]) {
    let (extra, width): (UInt8, Int) =
      switch number {
      case 0..<24: (UInt8(number), 0)
      case 24...0xff: (24, 1)
      case 0x100...0xffff: (25, 2)
      case 0x1_0000...0xffff_ffff: (26, 4)
      default: (27, 8)
      }
    bytes.append(major << 5 | extra)
    for place in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * UInt64(width - 1 - place)))) }
  }
}
