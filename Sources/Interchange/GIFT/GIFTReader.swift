import Assessment

/// Reads Moodle's GIFT; what becomes what stands in <doc:GIFT>.
package enum GIFTReader {
  package static func read(_ bytes: [UInt8], into intake: Intake) throws(Finding) {
    let text = String(decoding: try TextDecoding.utf8(of: bytes).bytes, as: UTF8.self)
    try GIFTBlocks.read(text) { block throws(Finding) in
      let question = GIFTQuestion(block)
      try intake.item(line: block.line, subject: question.title) { () throws(Finding) in try question.read() }
    }
    try intake.finish()
  }
}

/// One question, taken apart.
struct GIFTQuestion {
  private let block: GIFTBlocks.Block
  let title: String
  private let rest: Substring

  init(_ block: GIFTBlocks.Block) {
    self.block = block
    var rest = block.text.drop { $0.isWhitespace }
    var title = ""
    if rest.hasPrefix("::"), let end = Self.range(of: "::", in: rest.dropFirst(2)) {
      title = PlainText.tidy(GIFTText.shown(rest.dropFirst(2)[..<end]))
      rest = rest[rest.index(end, offsetBy: 2)...]
    }
    self.title = title
    self.rest = rest
  }

  private static func range(of mark: String, in text: Substring) -> Substring.Index? {
    var place = text.startIndex
    while place < text.endIndex {
      if text[place...].hasPrefix(mark) { return place }
      place = text.index(after: place)
    }
    return nil
  }

  func read() throws(Finding) -> ReadItem {
    guard let open = rest.firstIndex(of: "{") else { throw Finding(.unsupportedType, ["description"]) }
    guard let close = rest[open...].firstIndex(of: "}") else { throw Finding(.badSyntax, ["{", "}"]) }
    let answers = rest[rest.index(after: open)..<close]
    guard !answers.contains("{") else { throw Finding(.badSyntax, ["{", "}"]) }
    let tail = rest[rest.index(after: close)...]
    guard !tail.contains("{") else { throw Finding(.severalInteractions, ["2"]) }

    var read = ReadItem(given: block.id, title: title, ownNotes: block.ownNotes)
    let (format, stem) = GIFTFormat.split(rest[..<open])
    read.item.stem = read.words(try format.words(stem))
    if tail.contains(where: { !$0.isWhitespace }) {
      read.item.stem += " … " + read.words(try format.words(tail))
      read.note(.gapInStem)
    }
    takeLabels(&read)
    try GIFTAnswers(format: format).read(answers, into: &read)
    return read
  }

  private func takeLabels(_ read: inout ReadItem) {
    let others = Labels.read(block.tags, into: &read.item)
    if !others.isEmpty { read.note(.partLeft, ["tag: " + others.joined(separator: ", ")]) }
    Categories.take(block.category, into: &read)
  }
}

/// Categories of question banks, as paths: the last part is a competence where it has the form of one.
enum Categories {
  static func take(_ path: String, into read: inout ReadItem) {
    guard let last = path.split(separator: "/").last.map({ PlainText.tidy(String($0)) }), !last.isEmpty,
      !["top", "$course$", "$system$", "$module$"].contains(last.lowercased())
    else { return }
    if read.item.competence == last { return }
    if read.item.competence == nil, Competence.ID.isWellFormed(last), last.contains(".") {
      read.item.competence = last
    } else {
      read.note(.categoryLeft, [String(path.prefix(200))])
    }
  }

  static func path(of item: Item) -> String {
    let area = item.competence.text.split(separator: ".").first.map(String.init) ?? item.competence.text
    return "$course$/top/\(area)/\(item.competence)"
  }
}

/// How a text of GIFT is meant.
enum GIFTFormat: String {
  case html, moodle, plain, markdown

  /// The format in brackets in front of a text, and what follows.
  static func split(_ text: Substring, given: GIFTFormat = .moodle) -> (GIFTFormat, Substring) {
    let trimmed = text.drop { $0.isWhitespace }
    guard trimmed.first == "[", let end = trimmed.firstIndex(of: "]"),
      let format = GIFTFormat(rawValue: trimmed[trimmed.index(after: trimmed.startIndex)..<end].lowercased())
    else { return (given, trimmed) }
    return (format, trimmed[trimmed.index(after: end)...])
  }

  /// Moodle's own format is HTML with line breaks.
  func words(_ text: Substring) throws(Finding) -> PlainText {
    let shown = GIFTText.shown(text)
    switch self {
    case .html, .moodle: return try HTMLText.plain(shown)
    case .plain, .markdown:
      try PlainText.refuseMathematics(shown)
      try PlainText.refuseMarkup(shown)
      return PlainText(words: shown)
    }
  }
}
