import Assessment

/// How lists for the outside authority look and how its answers are read: data, since the real layout is not published
/// and an officer must be able to follow a letter that says otherwise.
package struct ConfirmationLayout: Equatable, Sendable {
  /// What a column of a list can say.
  package enum Field: String, Sendable, CaseIterable {
    case row
    case slipCode
    case name
    case number
    /// As known: a whole date, or the year alone.
    case birth
    case sex
    case audience
    case passedOn
    case issuer
    case serial
    /// The whole text of the slip's symbol, so that whoever has the keys can check it.
    case slipText
  }

  /// What a column of an answer can be.
  package enum AnswerField: String, Sendable, CaseIterable {
    case slipCode
    case number
    case name
    case birth
    case verdict
    case reason
  }

  package struct Column: Equatable, Sendable {
    package let field: Field
    package let heading: String

    package init(_ field: Field, _ heading: String) {
      self.field = field
      self.heading = heading
    }
  }

  package let columns: [Column]
  /// Headings that stand for a field, compared without case and marks.
  package let answerHeadings: [AnswerField: [String]]
  package let confirmedWords: [String]
  package let refusedWords: [String]

  package init(
    columns: [Column], answerHeadings: [AnswerField: [String]], confirmedWords: [String], refusedWords: [String]
  ) {
    self.columns = columns
    self.answerHeadings = answerHeadings
    self.confirmedWords = confirmedWords
    self.refusedWords = refusedWords
  }
}

/// Why a layout is not taken.
package enum LayoutFault: Error, Equatable, Sendable {
  case notJSON(line: Int)
  case missing(String)
  case unknownField(String)
  case headingLength(field: String)
  case doubledHeading(String)
  /// An answer could be matched to nothing: neither the slip's code nor a person's number nor name and birth.
  case noWayToMatch
  case wordMeansBoth(String)
}

extension ConfirmationLayout {
  package static let longestHeading = 80
  /// In the kiosk folder: the layout a new box begins with.
  package static let file = "office/vneid-list.json"

  /// Reads `kiosk/office/vneid-list.json`, or what an officer made of it.
  package init(text: String) throws(LayoutFault) {
    let json: JSON
    do { json = try JSONReader.read(Array(text.utf8)) } catch { throw .notJSON(line: error.line) }
    columns = try Self.columns(in: json)
    answerHeadings = try Self.answerHeadings(in: json)
    confirmedWords = try Self.words("confirmedWords", in: json)
    refusedWords = try Self.words("refusedWords", in: json)
    try check()
  }

  private static func columns(in json: JSON) throws(LayoutFault) -> [Column] {
    guard case .list(let list)? = json["columns"]?.value, !list.isEmpty else { throw .missing("columns") }
    var columns: [Column] = []
    for member in list {
      guard case .text(let name)? = member["field"]?.value, case .text(let heading)? = member["heading"]?.value else {
        throw .missing("field, heading")
      }
      guard let field = Field(rawValue: name) else { throw .unknownField(name) }
      guard (1...longestHeading).contains(heading.count) else { throw .headingLength(field: name) }
      columns.append(Column(field, heading))
    }
    return columns
  }

  private static func answerHeadings(in json: JSON) throws(LayoutFault) -> [AnswerField: [String]] {
    guard case .object(let members)? = json["answers"]?.value else { throw .missing("answers") }
    var headings: [AnswerField: [String]] = [:]
    for member in members {
      guard let field = AnswerField(rawValue: member.name) else { throw .unknownField(member.name) }
      headings[field] = try words(member.name, in: JSON(.object(members)))
    }
    return headings
  }

  private static func words(_ name: String, in json: JSON) throws(LayoutFault) -> [String] {
    guard case .list(let list)? = json[name]?.value else { throw .missing(name) }
    var words: [String] = []
    for element in list {
      guard case .text(let word) = element.value, !Spelling.folded(word).isEmpty else { throw .missing(name) }
      words.append(word)
    }
    return words
  }

  private func check() throws(LayoutFault) {
    var seen: Set<String> = []
    for column in columns where !seen.insert(Spelling.folded(column.heading)).inserted {
      throw .doubledHeading(column.heading)
    }
    let known = Set(answerHeadings.filter { !$0.value.isEmpty }.keys)
    guard known.contains(.verdict) else { throw .missing("verdict") }
    guard known.contains(.slipCode) || known.contains(.number) || known.isSuperset(of: [.name, .birth]) else {
      throw .noWayToMatch
    }
    guard !confirmedWords.isEmpty else { throw .missing("confirmedWords") }
    guard !refusedWords.isEmpty else { throw .missing("refusedWords") }
    let confirmed = Set(confirmedWords.map(Spelling.folded))
    if let word = refusedWords.first(where: { confirmed.contains(Spelling.folded($0)) }) {
      throw .wordMeansBoth(word)
    }
  }

  /// The same as ``init(text:)`` reads.
  package var text: String {
    func list(_ words: [String]) -> JSON { JSON(words.map { JSON($0) }) }
    let columns = columns.map { JSON.object(["field": JSON($0.field.rawValue), "heading": JSON($0.heading)]) }
    let answers = AnswerField.allCases.map {
      JSON.Member(name: $0.rawValue, value: list(answerHeadings[$0] ?? []))
    }
    let whole = JSON.object([
      "columns": JSON(columns), "answers": JSON(.object(answers)), "confirmedWords": list(confirmedWords),
      "refusedWords": list(refusedWords),
    ])
    return String(decoding: whole.canonicalBytes, as: UTF8.self)
  }

  /// What a word of an answer means; nil for one that means neither.
  package func verdict(of word: String) -> ConfirmationState? {
    let folded = Spelling.folded(word)
    if refusedWords.contains(where: { Spelling.folded($0) == folded }) { return .refused }
    return confirmedWords.contains { Spelling.folded($0) == folded } ? .confirmed : nil
  }
}
