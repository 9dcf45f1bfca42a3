/// The outer shape of a GIFT file: questions parted by blank lines, comments and categories between them.
struct GIFTBlocks {
  struct Block {
    var line: Int
    /// Escaped signs are in ``GIFTText/hidden(_:)`` form.
    var text: String
    var category = ""
    var tags: [String] = []
    var id: String?
    var ownNotes: String?
  }

  private var category = ""
  private var waiting = Block(line: 0, text: "")

  static func read(_ text: String, each: (Block) throws(Finding) -> Void) throws(Finding) {
    var blocks = GIFTBlocks()
    var line = 0
    for content in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      line += 1
      try blocks.take(content, line: line, each: each)
    }
    try blocks.end(each: each)
  }

  private mutating func take(
    _ content: Substring, line: Int, each: (Block) throws(Finding) -> Void
  ) throws(Finding) {
    let trimmed = PlainText.tidy(String(content))
    if trimmed.isEmpty { return try end(each: each) }
    if trimmed.hasPrefix("//") { return comment(trimmed.dropFirst(2)) }
    if waiting.text.isEmpty, trimmed.uppercased().hasPrefix("$CATEGORY:") {
      category = PlainText.tidy(String(trimmed.dropFirst("$CATEGORY:".count)))
      return
    }
    if waiting.text.isEmpty { waiting.line = line }
    waiting.text += waiting.text.isEmpty ? GIFTText.hidden(content) : "\n" + GIFTText.hidden(content)
  }

  private mutating func end(each: (Block) throws(Finding) -> Void) throws(Finding) {
    guard !waiting.text.isEmpty else { return }
    var block = waiting
    block.category = category
    waiting = Block(line: 0, text: "")
    try each(block)
  }

  /// `// [id:x] [tag:y]` as Moodle writes them, and `// sathach: {…}` with this product's own notes.
  private mutating func comment(_ text: Substring) {
    let words = text.drop { $0 == " " }
    if words.hasPrefix(Self.ownMark) {
      waiting.ownNotes = String(words.dropFirst(Self.ownMark.count))
      return
    }
    var rest = words
    while let start = rest.firstIndex(of: "["), let end = rest[start...].firstIndex(of: "]") {
      let inner = rest[rest.index(after: start)..<end]
      if inner.hasPrefix("id:") { waiting.id = PlainText.tidy(String(inner.dropFirst(3))) }
      if inner.hasPrefix("tag:") { waiting.tags.append(PlainText.tidy(String(inner.dropFirst(4)))) }
      rest = rest[rest.index(after: end)...]
    }
  }

  static let ownMark = "sathach:"
}

/// Signs that GIFT gives a meaning, and their escapes.
enum GIFTText {
  private static let signs: [Character] = ["~", "=", "#", "{", "}", ":", "\\", "%"]

  /// Escaped signs become scalars of a private plane, so that what is left of the signs is structure.
  static func hidden(_ line: Substring) -> String {
    guard line.contains("\\") else { return String(line) }
    var result = ""
    var isEscaped = false
    for character in line {
      if isEscaped {
        isEscaped = false
        if character == "n" {
          result.append("\n")
        } else if let place = signs.firstIndex(of: character) {
          result.unicodeScalars.append(privateScalar(place))
        } else {
          result.append("\\")
          result.append(character)
        }
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return isEscaped ? result + "\\" : result
  }

  static func shown(_ text: Substring) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let place = Int(scalar.value) - 0xF0000
      result.append(
        signs.indices.contains(place) ? signs[place].unicodeScalars[signs[place].unicodeScalars.startIndex] : scalar)
    }
    return String(result)
  }

  private static func privateScalar(_ place: Int) -> Unicode.Scalar {
    Unicode.Scalar(0xF0000 + UInt32(place)) ?? " "
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if signs.contains(character), character != "%" { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
