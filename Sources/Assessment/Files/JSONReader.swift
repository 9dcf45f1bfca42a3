/// Why bytes are not the JSON we read.
package struct JSONFault: Error, Equatable, Sendable {
  package let line: Int
  package let expected: String
}

/// A strict reader: RFC 8259 without fractions and exponents (no file of ours has any), no repeated names, no byte
/// order mark, at most ``deepest`` levels, valid UTF-8.
package struct JSONReader {
  package static let deepest = 32

  private let bytes: [UInt8]
  private var at = 0
  private var line = 1

  package static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSON {
    var reader = JSONReader(bytes: bytes)
    let json = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.at == bytes.count else { throw reader.fault("nothing after the end of the value") }
    return json
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private func fault(_ expected: String) -> JSONFault {
    JSONFault(line: line, expected: expected)
  }

  private var next: UInt8? {
    at < bytes.count ? bytes[at] : nil
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      if byte == 0x0A { line += 1 }
      at += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    at += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSON {
    guard depth < Self.deepest else { throw fault("at most \(Self.deepest) levels") }
    skipSpace()
    let start = line
    switch next {
    case UInt8(ascii: "{"): return JSON(.object(try members(depth: depth)), line: start)
    case UInt8(ascii: "["): return JSON(.list(try elements(depth: depth)), line: start)
    case UInt8(ascii: "\""): return JSON(.text(try text()), line: start)
    case UInt8(ascii: "t"): return JSON(try word("true", .bool(true)), line: start)
    case UInt8(ascii: "f"): return JSON(try word("false", .bool(false)), line: start)
    case UInt8(ascii: "n"): return JSON(try word("null", .null), line: start)
    default: return JSON(.integer(try integer()), line: start)
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSON.Value) throws(JSONFault) -> JSON.Value {
    let expected = Array(word.description.utf8)
    guard bytes[at...].starts(with: expected) else { throw fault("a JSON value") }
    at += expected.count
    return value
  }

  private mutating func integer() throws(JSONFault) -> Int {
    let start = at
    if next == UInt8(ascii: "-") { at += 1 }
    while let byte = next, (0x30...0x39).contains(byte) { at += 1 }
    let digits = String(decoding: bytes[start..<at], as: UTF8.self)
    let follows = next.map { [0x2E, 0x45, 0x65].contains($0) } ?? false
    guard !follows, let number = Int(digits), String(number) == digits else {
      throw fault("a JSON value; numbers are whole and without leading zeros")
    }
    return number
  }

  private mutating func elements(depth: Int) throws(JSONFault) -> [JSON] {
    at += 1
    skipSpace()
    if take(UInt8(ascii: "]")) { return [] }
    var list: [JSON] = []
    while true {
      list.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return list }
      guard take(UInt8(ascii: ",")) else { throw fault("\",\" or \"]\" in a list") }
    }
  }

  private mutating func members(depth: Int) throws(JSONFault) -> [JSON.Member] {
    at += 1
    skipSpace()
    if take(UInt8(ascii: "}")) { return [] }
    var members: [JSON.Member] = []
    var names: Set<String> = []
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw fault("a name in quotes") }
      let name = try text()
      guard names.insert(name).inserted else { throw fault("each name once; \"\(name)\" is repeated") }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw fault("\":\" after a name") }
      members.append(JSON.Member(name: name, value: try value(depth: depth + 1)))
      skipSpace()
      if take(UInt8(ascii: "}")) { return members }
      guard take(UInt8(ascii: ",")) else { throw fault("\",\" or \"}\" in an object") }
    }
  }

  private mutating func text() throws(JSONFault) -> String {
    at += 1
    var content: [UInt8] = []
    while let byte = next {
      at += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: content, as: UTF8.self) else { throw fault("valid UTF-8") }
        return text
      case UInt8(ascii: "\\"): try escape(into: &content)
      case 0..<0x20: throw fault("no control characters in a text")
      default: content.append(byte)
      }
    }
    throw fault("a closing quote")
  }

  private mutating func escape(into content: inout [UInt8]) throws(JSONFault) {
    let simple: [UInt8: UInt8] = [
      0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09,
    ]
    guard let byte = next else { throw fault("a closing quote") }
    at += 1
    if let plain = simple[byte] {
      content.append(plain)
    } else if byte == UInt8(ascii: "u") {
      var units = [try hexUnit()]
      if UTF16.isLeadSurrogate(units[0]), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
        units.append(try hexUnit())
      }
      guard let text = String(validating: units, as: UTF16.self) else { throw fault("a whole surrogate pair") }
      content += text.utf8
    } else {
      throw fault("a known escape after \"\\\"")
    }
  }

  private mutating func hexUnit() throws(JSONFault) -> UInt16 {
    guard at + 4 <= bytes.count,
      bytes[at..<at + 4].allSatisfy({ UInt8(ascii: "+") != $0 && UInt8(ascii: "-") != $0 }),
      let unit = UInt16(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    else { throw fault("four hexadecimal digits after \"\\u\"") }
    at += 4
    return unit
  }
}
