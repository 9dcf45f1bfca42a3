/// A JSON value (RFC 8259) that still knows the line it began on, so that a problem can be told by file and line.
///
/// Our own reader, because a checker must go on after the first mistake, must see doubled names and must know lines;
/// decoders that fill types do none of the three.
package struct JSON: Sendable {
  package indirect enum Value: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case text(String)
    case list([JSON])
    case object([Member])
  }

  package struct Member: Sendable {
    package let name: String
    package let value: JSON

    package init(name: String, value: JSON) {
      self.name = name
      self.value = value
    }
  }

  package let value: Value
  package let line: Int

  package init(_ value: Value, line: Int = 0) {
    self.value = value
    self.line = line
  }

  package subscript(_ name: String) -> JSON? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// How many elements a list has; nil for anything else.
  package var count: Int? {
    if case .list(let elements) = value { return elements.count }
    return nil
  }

  package var kind: String {
    switch value {
    case .null: "null"
    case .bool: "true or false"
    case .integer: "a whole number"
    case .text: "a text"
    case .list: "a list"
    case .object: "an object"
    }
  }
}

extension JSON {
  /// Canonical form: names sorted by their bytes, no spaces, only the escapes that must be. Equal content, equal bytes.
  package func canonical(into bytes: inout [UInt8]) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .text(let text): Self.quote(text, into: &bytes)
    case .list(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.canonical(into: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      let sorted = members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      for (index, member) in sorted.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.quote(member.name, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.canonical(into: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  package var canonicalBytes: [UInt8] {
    var bytes: [UInt8] = []
    canonical(into: &bytes)
    return bytes
  }

  package static func quote(_ text: String, into bytes: inout [UInt8]) {
    let hex = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20:
        bytes += "\\u00".utf8
        bytes.append(hex[Int(byte >> 4)])
        bytes.append(hex[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral
{
  package init(stringLiteral text: String) { self.init(.text(text)) }
  package init(integerLiteral number: Int) { self.init(.integer(number)) }
  package init(booleanLiteral flag: Bool) { self.init(.bool(flag)) }
  package init(arrayLiteral elements: JSON...) { self.init(.list(elements)) }

  package init(_ text: String) { self.init(.text(text)) }
  package init(_ number: Int) { self.init(.integer(number)) }
  package init(_ flag: Bool) { self.init(.bool(flag)) }
  package init(_ elements: [JSON]) { self.init(.list(elements)) }

  package static func object(_ members: KeyValuePairs<String, JSON>) -> JSON {
    JSON(.object(members.map { Member(name: $0.key, value: $0.value) }))
  }
}
