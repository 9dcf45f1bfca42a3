extension DrawingReader {
  /// Up to what ends the tag.
  mutating func properties() throws(DrawingFault) -> [Drawing.Property] {
    var properties: [Drawing.Property] = []
    while skipSpace(), next != UInt8(ascii: ">"), next != UInt8(ascii: "/") {
      let attribute = try attribute()
      guard !properties.contains(where: { $0.attribute == attribute }) else {
        throw fault("each attribute once; \"\(attribute.rawValue)\" is repeated")
      }
      properties.append(Drawing.Property(attribute, try value(of: attribute)))
    }
    return properties
  }

  private mutating func attribute() throws(DrawingFault) -> Drawing.Attribute {
    let token = token()
    if next == UInt8(ascii: ":") || token == "xmlns" { throw fault("no namespaces") }
    guard let attribute = Drawing.Attribute(rawValue: token) else {
      throw fault("only attributes of the list; found \"\(token)\"")
    }
    guard take("=") else { throw fault("\"=\" directly after \"\(token)\"") }
    return attribute
  }

  /// A line break inside a value counts as a space, as XML has it.
  private mutating func value(of attribute: Drawing.Attribute) throws(DrawingFault) -> String {
    let start = line
    guard let quote = next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw fault("the value of \"\(attribute.rawValue)\" in quotes")
    }
    advance()
    var content: [UInt8] = []
    while let byte = next, byte != quote {
      content.append(byte == 0x0A ? 0x20 : byte)
      advance()
    }
    guard next == quote else { throw fault("a closing quote", at: start) }
    advance()
    guard DrawingValue.isWellFormed(content, as: attribute.kind) else {
      throw fault("\"\(attribute.rawValue)\" as \(attribute.kind.expected)", at: start)
    }
    return String(decoding: content, as: UTF8.self)
  }
}
