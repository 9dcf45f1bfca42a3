extension DrawingReader {
  /// The words up to the next tag, with each run of spaces and line breaks as one space, which is how SVG shows them.
  mutating func words() throws(DrawingFault) -> String? {
    let start = line
    var content: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "<") {
      switch byte {
      case 0x20, 0x0A:
        _ = skipSpace()
        content.append(0x20)
      case UInt8(ascii: "&"): content.append(try entity())
      case UInt8(ascii: ">"): throw fault("\"&gt;\" for \">\" in words")
      default:
        content.append(byte)
        advance()
      }
    }
    guard !content.isEmpty else { return nil }
    let text = String(decoding: content, as: UTF8.self)
    guard text.unicodeScalars.allSatisfy(Self.isShown) else {
      throw fault("words of composed (NFC) letters, without invisible characters", at: start)
    }
    return text
  }

  private mutating func entity() throws(DrawingFault) -> UInt8 {
    if take("&amp;") { return UInt8(ascii: "&") }
    if take("&lt;") { return UInt8(ascii: "<") }
    if take("&gt;") { return UInt8(ascii: ">") }
    if take("&quot;") { return UInt8(ascii: "\"") }
    if take("&apos;") { return UInt8(ascii: "'") }
    throw fault("of the entities only &amp; &lt; &gt; &quot; &apos;")
  }

  /// Not: loose Vietnamese marks, controls, and what is invisible or turns the direction of writing.
  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return true }
    if (0x300...0x36F).contains(scalar.value) || scalar.properties.isNoncharacterCodePoint { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: return false
    default: return true
    }
  }
}
