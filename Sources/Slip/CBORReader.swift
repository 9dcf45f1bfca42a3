extension CBOR {
  /// Nesting allowed from outside: deep enough for a key list, shallow enough for any stack.
  package static let greatestDepth = 6

  /// Reads exactly one item that fills `bytes` and is in deterministic form; anything else is refused.
  package init(decoding bytes: [UInt8], atMost limit: Int) throws(SlipError) {
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count) }
    var reader = CBORReader(bytes: bytes)
    self = try reader.item(depth: 1)
    guard reader.remaining == 0 else { throw .trailingBytes(reader.remaining) }
  }
}

/// Walks foreign bytes front to back; every length is held against what is left before it is used.
private struct CBORReader {
  let bytes: [UInt8]
  var position = 0

  var remaining: Int { bytes.count - position }

  mutating func item(depth: Int) throws(SlipError) -> CBOR {
    let start = position
    guard depth <= CBOR.greatestDepth else { throw .tooDeep(at: start) }
    let (major, number) = try head()
    switch major {
    case 0: return .unsigned(number)
    case 1: return .negative(number)
    case 2: return .bytes(Array(try take(number)))
    case 3: return try text(number, at: start)
    case 4: return try array(number, depth: depth)
    case 5: return try map(number, depth: depth)
    default: throw .unsupportedItem(at: start)
    }
  }

  private mutating func head() throws(SlipError) -> (major: UInt8, number: UInt64) {
    let start = position
    guard position < bytes.count else { throw .truncated }
    let first = bytes[position]
    position += 1
    let (major, extra) = (first >> 5, first & 31)
    guard major < 6, extra < 28 else { throw .unsupportedItem(at: start) }
    guard extra >= 24 else { return (major, UInt64(extra)) }
    let number = try take(1 << UInt64(extra - 24)).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let least: UInt64 = extra == 24 ? 24 : 1 << (8 << UInt64(extra - 25))
    guard number >= least else { throw .notShortest(at: start) }
    return (major, number)
  }

  private mutating func take(_ count: UInt64) throws(SlipError) -> ArraySlice<UInt8> {
    guard count <= UInt64(remaining) else { throw .truncated }
    defer { position += Int(count) }
    return bytes[position..<position + Int(count)]
  }

  private mutating func text(_ count: UInt64, at start: Int) throws(SlipError) -> CBOR {
    let bytes = try take(count)
    // Nearly all of them; the general way takes ten times as long for a short one.
    if bytes.allSatisfy({ $0 < 0x80 }) { return .text(String(decoding: bytes, as: UTF8.self)) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(at: start) }
    return .text(text)
  }

  private mutating func array(_ count: UInt64, depth: Int) throws(SlipError) -> CBOR {
    // An item has at least one byte: a greater count is a lie, found before any memory is set aside.
    guard count <= UInt64(remaining) else { throw .truncated }
    var items: [CBOR] = []
    items.reserveCapacity(min(Int(count), 64))
    for _ in 0..<count { items.append(try item(depth: depth + 1)) }
    return .array(items)
  }

  private mutating func map(_ count: UInt64, depth: Int) throws(SlipError) -> CBOR {
    guard count <= UInt64(remaining) / 2 else { throw .truncated }
    var entries: [CBOR.Entry] = []
    var previous: ArraySlice<UInt8> = []
    for _ in 0..<count {
      let start = position
      let key = try item(depth: depth + 1)
      let encoded = bytes[start..<position]
      guard previous.lexicographicallyPrecedes(encoded) else { throw .keysOutOfOrder(at: start) }
      previous = encoded
      entries.append(CBOR.Entry(key, try item(depth: depth + 1)))
    }
    return .map(entries)
  }
}
