import Assessment

/// Reads a table of items row by row; the columns stand in <doc:ItemTable>.
package struct ItemTableReader {
  private var header: ItemTableHeader?
  private let intake: Intake

  package init(into intake: Intake) {
    self.intake = intake
  }

  package mutating func take(_ row: TableRow) throws(Finding) {
    guard let header else {
      let found = try ItemTableHeader(row)
      for unknown in found.unknown { intake.note(Finding(.unknownColumn, [unknown], line: row.line)) }
      self.header = found
      return
    }
    let fields = ItemRow(header: header, row: row)
    try intake.item(line: row.line, subject: fields[.id]) { () throws(Finding) in try fields.read() }
  }

  package func finish() throws(Finding) {
    try intake.finish()
  }

  /// Whether a first row is one of ours, so that a text file can be told from GIFT.
  package static func isHeader(_ row: TableRow) -> Bool {
    row.cells.contains { ItemWords.same($0, ItemColumn.stem.rawValue) }
  }
}

/// Which column stands where.
struct ItemTableHeader {
  private var places: [String: Int] = [:]
  private(set) var unknown: [String] = []

  init(_ row: TableRow) throws(Finding) {
    let known = Set(ItemColumn.header.map(Spelling.folded))
    for (place, name) in row.cells.enumerated() where !PlainText.tidy(name).isEmpty {
      let folded = Spelling.folded(name)
      guard known.contains(folded) else {
        unknown.append(PlainText.tidy(name))
        continue
      }
      guard places.updateValue(place, forKey: folded) == nil else {
        throw Finding(.repeatedColumn, [name], line: row.line, column: place + 1)
      }
    }
    for column in [ItemColumn.kind, .stem] where places[Spelling.folded(column.rawValue)] == nil {
      throw Finding(.missingColumn, [column.rawValue], line: row.line)
    }
  }

  init(_ names: [String]) {
    for (place, name) in names.enumerated() { places[Spelling.folded(name)] = place }
  }

  func place(_ name: String) -> Int? { places[Spelling.folded(name)] }
}

/// One row, by the names of its columns.
struct ItemRow {
  let header: ItemTableHeader
  let row: TableRow

  subscript(_ column: ItemColumn) -> String { self[column.rawValue] }

  /// Without the apostrophe that keeps a spreadsheet from taking a text for a formula.
  subscript(_ name: String) -> String {
    guard let place = header.place(name) else { return "" }
    let text = row[place]
    // Mistakes stand on lines of their own, and notes are no words.
    let isKept = name == ItemColumn.mistakes.rawValue || name == ItemColumn.own.rawValue
    return FormulaGuard.lifted(isKept ? text : PlainText.tidy(text))
  }

  func read() throws(Finding) -> ReadItem {
    var read = ReadItem(given: self[.id].isEmpty ? nil : self[.id], title: "")
    try checkCells(&read)
    let own = self[.own]
    if !own.isEmpty { read.ownNotes = own }
    read.item.version = try number(.version)
    read.item.competence = self[.competence].isEmpty ? nil : self[.competence]
    read.item.audiences = self[.audiences].split { ",; ".contains($0) }.map(String.init)
    read.item.use = try word(.use, among: ItemWords.uses, code: \.rawValue)?.rawValue
    read.item.difficulty = try number(.difficulty)
    read.item.difficultyReason = self[.difficultyReason]
    read.item.cluster = self[.cluster].isEmpty ? nil : self[.cluster]
    if !self[.retiredOn].isEmpty { read.item.retirement = (self[.retiredOn], self[.retiredFor]) }
    (read.item.stem, read.item.ear) = (try text(ItemColumn.stem.rawValue), try text(ItemColumn.ear.rawValue))
    read.item.rationale = try text(ItemColumn.rationale.rawValue)
    read.item.reading = self[.reading]
    takeSource(&read.item)
    read.item.task = try task()
    return read
  }

  private func checkCells(_ read: inout ReadItem) throws(Finding) {
    let shown = ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"]
    for name in ItemColumn.header {
      guard let place = header.place(name) else { continue }
      if shown.contains(row[place]) { throw Finding(.errorCell, [name, row[place]], column: place + 1) }
      if row.formulas.contains(place) { read.note(.formula, [name]) }
    }
  }

  private func takeSource(_ item: inout LooseItem) {
    if ItemWords.same(self[.source], ItemWords.principle) {
      item.isPrinciple = true
    } else if !self[.source].isEmpty || !self[.sourceDate].isEmpty {
      item.source = (self[.source], self[.sourceDate])
    }
  }

  /// A text without markup; what looks like markup is refused as it is in every other format.
  func text(_ name: String) throws(Finding) -> String {
    let text = self[name]
    try PlainText.refuseMathematics(text)
    try PlainText.refuseMarkup(text)
    return text
  }

  func number(_ column: ItemColumn) throws(Finding) -> Int? {
    let text = self[column]
    if text.isEmpty { return nil }
    guard let number = Int(text) else { throw Finding(.badNumber, [column.rawValue, String(text.prefix(40))]) }
    return number
  }

  func word<Word>(
    _ column: ItemColumn, among words: [(Word, String)], code: (Word) -> String
  ) throws(Finding) -> Word? {
    let text = self[column]
    if text.isEmpty { return nil }
    guard let found = words.first(where: { ItemWords.same(text, $0.1) || text.lowercased() == code($0.0) }) else {
      let known = words.map(\.1).joined(separator: ", ")
      throw Finding(.unknownWord, [column.rawValue, String(text.prefix(40)), known])
    }
    return found.0
  }
}
