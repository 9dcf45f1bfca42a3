import Assessment

/// Writes items as rows under ``ItemColumn/header``.
package struct ItemTableWriter {
  package private(set) var report = ExportReport()
  private let header = ItemTableHeader(ItemColumn.header)
  private let mostCharacters: Int
  private let isGuarded: Bool

  /// - Parameters:
  ///   - mostCharacters: what a cell may hold, in UTF-16 units.
  ///   - isGuarded: whether texts that begin like formulas get an apostrophe in front; cells of workbooks are typed and need none.
  package init(mostCharacters: Int = 32_767, isGuarded: Bool) {
    self.mostCharacters = mostCharacters
    self.isGuarded = isGuarded
  }

  /// Nil where the item does not fit.
  package mutating func row(of exported: ExportedItem) -> [String]? {
    var row = ItemCells(header: header)
    row.fill(exported.item)
    let fields = ItemRow(header: header, row: TableRow(line: 1, cells: row.cells))
    guard let read = try? fields.read() else {  // what cannot be read back is told as left out
      report.leave(exported.item, .notReadBack)
      return nil
    }
    let lost = exported.lost(in: read)
    if let lost { row[.own] = String(decoding: lost.canonicalBytes, as: UTF8.self) }
    guard row.cells.allSatisfy({ $0.utf16.count <= mostCharacters }) else {
      report.leave(exported.item, .tooLongForCell)
      return nil
    }
    report.write(lost)
    return isGuarded ? row.cells.map(FormulaGuard.guarded) : row.cells
  }
}

/// The cells of a row that is being filled.
private struct ItemCells {
  let header: ItemTableHeader
  var cells = [String](repeating: "", count: ItemColumn.header.count)

  init(header: ItemTableHeader) {
    self.header = header
  }

  subscript(_ column: ItemColumn) -> String {
    get { self[column.rawValue] }
    set { self[column.rawValue] = newValue }
  }

  subscript(_ name: String) -> String {
    get { header.place(name).map { cells[$0] } ?? "" }
    set { if let place = header.place(name) { cells[place] = newValue } }
  }

  mutating func fill(_ item: Item) {
    self[.id] = item.id.text
    self[.version] = item.version == 1 ? "" : String(item.version)
    self[.kind] = ItemWords.kinds.first { $0.0 == item.kind }?.1 ?? item.kind.rawValue
    self[.competence] = item.competence.text
    self[.audiences] = item.audiences.map(\.text).joined(separator: ", ")
    self[.use] = ItemWords.uses.first { $0.0 == item.use }?.1 ?? item.use.rawValue
    (self[.difficulty], self[.difficultyReason]) = (String(item.difficulty), item.difficultyReason)
    (self[.stem], self[.ear]) = (item.stem.written, item.stem.ear ?? "")
    self[.rationale] = item.rationale
    switch item.source {
    case .principle: self[.source] = ItemWords.principle
    case .fact(let text, let date): (self[.source], self[.sourceDate]) = (text, date)
    }
    self[.cluster] = item.cluster?.text ?? ""
    (self[.retiredOn], self[.retiredFor]) = (item.retirement?.date ?? "", item.retirement?.reason ?? "")
    self[.reading] = item.reading ?? ""
    fill(item.task)
  }

  private mutating func fill(_ task: Item.Task) {
    switch task {
    case .single(let task), .several(let task):
      fill(task.options, key: task.key)
      if task.key.count > 1 { self[.credit] = scale(task.scale) }
      for (place, option) in task.options.enumerated() where place < ItemColumn.mostParts {
        self[ItemColumn.credit(place)] = task.partial[option.id].map { String($0) } ?? ""
      }
    case .truths(let task):
      fill(task.statements.map(\.part), key: task.statements.filter(\.isTrue).map(\.part.id))
      self[.credit] = scale(task.scale)
    case .order(let task):
      fill(task.steps)
      self[.credit] = scale(task.scale)
    case .match(let task): fill(task)
    case .short(let task): fill(task)
    case .point, .simulated: break
    }
  }

  private mutating func fill(_ parts: [Item.Option], key: [Item.Option.ID] = []) {
    for (place, part) in parts.prefix(ItemColumn.mostParts).enumerated() {
      self[ItemColumn.text(place)] = part.text.written
      self[ItemColumn.ear(place)] = part.text.ear ?? ""
      self[ItemColumn.meaning(place)] = part.meaning
    }
    let letters = parts.indices.filter { key.contains(parts[$0].id) }.map(ItemColumn.letter)
    self[.key] = letters.joined(separator: ", ")
  }

  private mutating func fill(_ task: MatchTask) {
    fill(task.left.map(\.part))
    let texts = Dictionary(task.right.map { ($0.id, $0.text.written) }, uniquingKeysWith: { first, _ in first })
    for (place, line) in task.left.enumerated() { self[ItemColumn.match(place)] = texts[line.match] ?? "" }
    let used = Set(task.left.map(\.match))
    self[.extraRight] = task.right.filter { !used.contains($0.id) }.map(\.text.written).joined(separator: " | ")
    self[.credit] = scale(task.scale)
  }

  private mutating func fill(_ task: ShortTask) {
    self[.kind] = task.entry == .number ? "điền số" : "điền từ"
    self[.unit] = task.unit ?? ""
    for (place, accepted) in task.accepts.prefix(ItemColumn.mostParts).enumerated() {
      self[ItemColumn.text(place)] = accepted.text
      self[ItemColumn.meaning(place)] = accepted.meaning
      self[ItemColumn.credit(place)] = accepted.credit == 100 ? "" : String(accepted.credit)
    }
    self[.mistakes] = task.mistakes.map { "\($0.text) | \($0.meaning)" }.joined(separator: "\n")
  }

  private func scale(_ scale: CreditScale) -> String {
    scale.steps == LooseTask.even(scale.steps.count - 1) ? "" : scale.steps.map { String($0) }.joined(separator: " ")
  }
}
