/// Takes the words out of a fragment of HTML, as Moodle and GIFT hold them.
///
/// Paragraphs become spaces, emphasis goes with a note; pictures, links, tables and scripts are refused by name, since
/// without them the text would say something else. It reads tags as browsers do where they are well-formed, and refuses the rest.
struct HTMLText {
  private let bytes: [UInt8]
  private var at = 0
  private var text: [UInt8] = []
  private var formatting: Set<String> = []

  static func plain(_ html: String) throws(Finding) -> PlainText {
    try PlainText.refuseMathematics(html)
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return PlainText(words: html)
    }
    var reader = HTMLText(bytes: Array(html.utf8))
    try reader.read()
    return PlainText(text: String(decoding: reader.text, as: UTF8.self), formatting: reader.formatting)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func read() throws(Finding) {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "<") where isTagAhead: try tag()
      case UInt8(ascii: "&"): try entity()
      default:
        text.append(bytes[at])
        at += 1
      }
    }
  }

  private var isTagAhead: Bool {
    guard at + 1 < bytes.count else { return false }
    let next = bytes[at + 1]
    return Self.isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
  }

  private mutating func tag() throws(Finding) {
    at += 1
    if bytes[at...].starts(with: "!--".utf8) { return try comment() }
    if bytes[at] == UInt8(ascii: "!") || bytes[at] == UInt8(ascii: "?") {
      throw Finding(.foreignMarkup, [String(decoding: bytes[(at - 1)...].prefix(12), as: UTF8.self)])
    }
    let isEnd = bytes[at] == UInt8(ascii: "/")
    if isEnd { at += 1 }
    let name = token { Self.isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: ":") || $0 == 0x2D }
    let attributes = try self.attributes(of: name)
    let meaning = try HTMLElements.check(name, attributes: isEnd ? [] : attributes, formatting: &formatting)
    if meaning == .block || meaning == .lookOfBlock { text.append(0x20) }
  }

  private mutating func comment() throws(Finding) {
    while at < bytes.count, !bytes[at...].starts(with: "-->".utf8) { at += 1 }
    guard at < bytes.count else { throw Finding(.badSyntax, ["<!--", "-->"]) }
    at += 3
  }

  private mutating func attributes(of name: String) throws(Finding) -> [XMLAttribute] {
    var attributes: [XMLAttribute] = []
    while at < bytes.count {
      skipSpace()
      guard at < bytes.count else { break }
      if bytes[at] == UInt8(ascii: ">") {
        at += 1
        return attributes
      }
      if bytes[at] == UInt8(ascii: "/") {
        at += 1
        continue
      }
      let start = at
      let attribute = token { $0 > 0x20 && !"=/>\"'<".utf8.contains($0) }
      guard at > start else { break }
      skipSpace()
      attributes.append(XMLAttribute(name: attribute, value: try value()))
    }
    throw Finding(.badSyntax, ["<\(name)", ">"])
  }

  private mutating func value() throws(Finding) -> String {
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return "" }
    at += 1
    skipSpace()
    guard at < bytes.count else { return "" }
    let quote = bytes[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return token { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    }
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != quote { at += 1 }
    guard at < bytes.count else {
      throw Finding(.badSyntax, [String(UnicodeScalar(quote)), String(UnicodeScalar(quote))])
    }
    defer { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func token(_ isInside: (UInt8) -> Bool) -> String {
    let start = at
    while at < bytes.count, isInside(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
  }

  /// An ampersand that begins no entity is an ampersand, as browsers have it.
  private mutating func entity() throws(Finding) {
    let rest = bytes[(at + 1)...].prefix(12)
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")), end > at + 1,
      rest[..<end].allSatisfy({ Self.isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "#") })
    else {
      text.append(UInt8(ascii: "&"))
      at += 1
      return
    }
    let name = String(decoding: rest[..<end], as: UTF8.self)
    guard let scalar = HTMLEntities.scalar(name[...]) else { throw Finding(.unknownEntity, [name]) }
    text += String(Character(scalar)).utf8
    at = end + 1
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF)
  }
}
