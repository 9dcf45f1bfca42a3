extension CBOR {
  /// Nesting allowed from outside: deep enough for a key list, shallow enough for any stack.
  package static let greatestDepth = 6

  /// Reads exactly one item that fills `bytes` and is in deterministic form; anything else is refused.
  package init(decoding bytes: [UInt8], atMost limit: Int) throws(SlipError) {
    self = try CBORDocument(bytes, atMost: limit).value(at: CBORDocument.root)
  }
}

/// Walks foreign bytes front to back; every length is held against what is left before it is used.
struct CBORReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var tokens: [CBORToken] = []
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    // Most items of a bundle's records have two or three bytes; whoever sends more of them makes room as they come.
    tokens.reserveCapacity(min(bytes.count / 2, 1024))
  }

  var remaining: Int { bytes.count - position }

  mutating func item(depth: Int) throws(SlipError) {
    let start = position
    guard depth <= CBOR.greatestDepth else { throw .tooDeep(at: start) }
    let (major, number) = try head()
    let place = tokens.count
    tokens.append(CBORToken(major: major, number: number, content: position, next: place + 1))
    switch major {
    case 0, 1: return
    case 2: try skip(number)
    case 3: try text(number, at: start)
    case 4: try array(number, depth: depth)
    case 5: try map(number, depth: depth)
    default: throw .unsupportedItem(at: start)
    }
    tokens[place].next = tokens.count
  }

  private mutating func head() throws(SlipError) -> (major: UInt8, number: UInt64) {
    let start = position
    guard position < bytes.count else { throw .truncated }
    let first = bytes[position]
    position += 1
    let (major, extra) = (first >> 5, first & 31)
    guard major < 6, extra < 28 else { throw .unsupportedItem(at: start) }
    guard extra >= 24 else { return (major, UInt64(extra)) }
    let width = 1 << Int(extra - 24)
    guard width <= remaining else { throw .truncated }
    var number: UInt64 = 0
    for place in position..<position + width { number = number << 8 | UInt64(bytes[place]) }
    position += width
    let least: UInt64 = extra == 24 ? 24 : 1 << (8 << UInt64(extra - 25))
    guard number >= least else { throw .notShortest(at: start) }
    return (major, number)
  }

  private mutating func skip(_ count: UInt64) throws(SlipError) {
    guard count <= UInt64(remaining) else { throw .truncated }
    position += Int(count)
  }

  private mutating func text(_ count: UInt64, at start: Int) throws(SlipError) {
    let first = position
    try skip(count)
    let text = UnsafeBufferPointer(rebasing: bytes[first..<position])
    // Nearly all of them; the general way takes ten times as long for a short one.
    if text.allSatisfy({ $0 < 0x80 }) { return }
    guard String(validating: text, as: UTF8.self) != nil else { throw .notUTF8(at: start) }
  }

  private mutating func array(_ count: UInt64, depth: Int) throws(SlipError) {
    // An item has at least one byte: a greater count is a lie, found before any memory is set aside.
    guard count <= UInt64(remaining) else { throw .truncated }
    for _ in 0..<count { try item(depth: depth + 1) }
  }

  private mutating func map(_ count: UInt64, depth: Int) throws(SlipError) {
    guard count <= UInt64(remaining) / 2 else { throw .truncated }
    var previous = bytes[..<0]
    for _ in 0..<count {
      let start = position
      try item(depth: depth + 1)
      let encoded = bytes[start..<position]
      guard previous.lexicographicallyPrecedes(encoded) else { throw .keysOutOfOrder(at: start) }
      previous = encoded
      try item(depth: depth + 1)
    }
  }
}
