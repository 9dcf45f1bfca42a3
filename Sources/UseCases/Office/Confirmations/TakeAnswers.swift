import Assessment
import Bundles
import Slip

/// A file of answers read and matched, with nothing changed.
package struct AnswerPreview: Equatable, Sendable {
  package let file: AnswerFile
  package let findings: [AnswerFinding]
  package let unknownHeadings: [String]
  /// What was decided so far about lines that are not taken by themselves; nil for a line to be left.
  package let chosen: [Int: ConfirmationEntry.ID?]
  /// The slips that lines may be about.
  package let slips: [ConfirmationEntry.ID: ListedSlip]
  /// Names the findings and choices: whoever applies them says which ones they have seen.
  package let digest: [UInt8]

  /// The entry that a line would change now.
  package func entry(for finding: AnswerFinding) -> ConfirmationEntry.ID? {
    guard let choice = chosen[finding.row.line] else { return finding.proposed }
    return choice.flatMap { finding.choices.contains($0) ? $0 : nil }
  }
}

/// What somebody decided about the lines of a file.
package struct AnswerChoices: Equatable, Sendable {
  /// Entries by line, for lines that are not taken by themselves; nil for a line to be left.
  package let chosen: [Int: ConfirmationEntry.ID?]

  package init(chosen: [Int: ConfirmationEntry.ID?] = [:]) {
    self.chosen = chosen
  }
}

extension Kiosk {
  /// Cells of a file from outside; what a formula computed is marked, so that nobody takes it for what somebody wrote.
  package func answerRows(in file: [UInt8]) throws -> [(line: Int, cells: [String])] {
    if BoxAnswers.isLikely(file) { return try signedRows(in: file) }
    do {
      return try tables.rows(of: file).map { row in
        var cells = row.cells
        for column in row.formulas {
          while cells.count <= column { cells.append("") }
          cells[column] = "=" + cells[column]
        }
        return (row.line, cells)
      }
    } catch let fault as TableFault {
      throw UseCaseError.table(fault)
    }
  }

  /// Takes a file in to be looked at.
  ///
  /// - Parameters:
  ///   - file: its bytes, by which the same file is known again.
  ///   - rows: its cells, as the readers of foreign tables give them.
  ///   - account: nil for the command line.
  /// - Throws: ``ConfirmationFault/appliedBefore(_:)``, ``ConfirmationFault/answers(_:)``.
  package func takeAnswers(
    file: [UInt8], rows: [(line: Int, cells: [String])], by account: StaffID?
  ) throws -> AnswerFile.ID {
    let digest = secrets.sha256(file)
    if let known = try store.answers(digest: digest) {
      guard known.state != .applied else { throw UseCaseError.confirmation(.appliedBefore(known.id)) }
      return known.id
    }
    let layout = try confirmationLayout().layout
    let table = try answerTable(rows, layout)
    if BoxAnswers.isLikely(file) { try enterProvincesList(of: file, by: account) }
    let id = try store.addAnswers(
      digest: digest, text: AnswerText.text(of: rows), rows: table.rows.count, by: account, at: clock.now())
    try note(.answersTaken, by: account, "answers=\(id) rows=\(table.rows.count)")
    return id
  }

  /// What the file would change now. Reads only.
  package func previewAnswers(_ id: AnswerFile.ID) throws -> AnswerPreview {
    guard let file = try store.answers(id) else { throw UseCaseError.confirmation(.unknownAnswers(id)) }
    guard let text = try store.answersText(id) else { throw UseCaseError.confirmation(.appliedBefore(id)) }
    let table = try answerTable(try AnswerText.rows(of: text), try confirmationLayout().layout)
    return try preview(table, of: file, chosen: try store.choices(of: id))
  }

  /// The same without keeping anything, for a dry run on the command line.
  package func previewAnswers(rows: [(line: Int, cells: [String])]) throws -> AnswerPreview {
    let table = try answerTable(rows, try confirmationLayout().layout)
    let file = AnswerFile(
      id: 0, state: .previewed, account: nil, at: clock.now(), rows: table.rows.count, changed: 0)
    return try preview(table, of: file, chosen: [:])
  }

  private func preview(
    _ table: AnswerTable, of file: AnswerFile, chosen: [Int: ConfirmationEntry.ID?]
  ) throws -> AnswerPreview {
    let sent = try store.slipsSent()
    let findings = AnswerMatching(sent).findings(in: table)
    return AnswerPreview(
      file: file, findings: findings, unknownHeadings: table.unknownHeadings, chosen: chosen,
      slips: Dictionary(sent.map { ($0.entry.id, $0) }, uniquingKeysWith: { $1 }),
      digest: digest(of: findings, chosen))
  }

  /// Keeps what was decided about some lines, for a file with more of them than a page shows.
  package func keepChoices(_ choices: AnswerChoices, of id: AnswerFile.ID, seen: [UInt8]) throws {
    let preview = try previewAnswers(id)
    guard preview.digest == seen else { throw UseCaseError.confirmation(.changedMeanwhile(id)) }
    try store.keep(Self.sound(choices, in: preview), of: id)
  }

  /// Changes what the officer has seen and agreed to: all of it, or nothing.
  ///
  /// - Parameter seen: ``AnswerPreview/digest`` of what was on the screen.
  /// - Returns: how many slips changed.
  package func applyAnswers(
    _ id: AnswerFile.ID, choices: AnswerChoices, seen: [UInt8], by account: StaffID?
  ) throws -> Int {
    let preview = try previewAnswers(id)
    guard preview.digest == seen else { throw UseCaseError.confirmation(.changedMeanwhile(id)) }
    let now = Self.sound(choices, in: preview)
    var taken: Set<ConfirmationEntry.ID> = []
    var changes: [AnswerChange] = []
    for finding in preview.findings {
      let line = finding.row.line
      let entry = now.keys.contains(line) ? now[line] ?? nil : preview.entry(for: finding)
      guard let entry, let verdict = finding.row.verdict, let before = preview.slips[entry]?.entry,
        taken.insert(entry).inserted
      else { continue }
      changes.append(
        AnswerChange(
          entry: entry, line: line, before: before.state, reasonBefore: before.reason, after: verdict,
          reasonAfter: verdict == .refused ? finding.row.reason : nil))
    }
    for change in changes {
      try store.set(change.after, reason: change.reasonAfter, of: change.entry, at: clock.now())
    }
    try store.apply(changes, of: id, at: clock.now())
    try note(.answersApplied, by: account, "answers=\(id) changed=\(changes.count)")
    return changes.count
  }

  /// Only what each line may be.
  private static func sound(_ choices: AnswerChoices, in preview: AnswerPreview) -> [Int: ConfirmationEntry.ID?] {
    let allowed = Dictionary(
      preview.findings.map { ($0.row.line, $0.choices) }, uniquingKeysWith: { first, _ in first })
    return choices.chosen.filter { line, entry in
      guard let allowed = allowed[line] else { return false }
      return entry.map(allowed.contains) ?? true
    }
  }

  /// Forgets a file that was only looked at, with the names in it.
  package func dropAnswers(_ id: AnswerFile.ID, by account: StaffID?) throws {
    guard let file = try store.answers(id) else { throw UseCaseError.confirmation(.unknownAnswers(id)) }
    guard file.state == .previewed else { throw UseCaseError.confirmation(.appliedBefore(id)) }
    try store.dropAnswers(id)
    try note(.answersDropped, by: account, "answers=\(id)")
  }

  private func answerTable(
    _ rows: [(line: Int, cells: [String])], _ layout: ConfirmationLayout
  ) throws -> AnswerTable {
    do {
      return try AnswerTable(rows, layout: layout)
    } catch {
      throw UseCaseError.confirmation(.answers(error))
    }
  }

  private func digest(of findings: [AnswerFinding], _ chosen: [Int: ConfirmationEntry.ID?]) -> [UInt8] {
    let lines = findings.map { "\($0.row.line) \($0.match.word) \($0.row.verdict?.rawValue ?? "")" }
    let decided = chosen.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.map(String.init) ?? "left")" }
    return secrets.sha256(Array((lines + decided).joined(separator: "\n").utf8))
  }
}

extension AnswerFinding.Match {
  /// The kind of match with the entries it is about.
  fileprivate var word: String {
    switch self {
    case .sure(let entry, let how): "sure \(entry) \(how.rawValue)"
    case .doubtful(let entry, let how, let differences): "doubtful \(entry) \(how.rawValue) \(differences.count)"
    case .several(let entries): "several \(entries)"
    case .unknown: "unknown"
    case .doubled(let line): "doubled \(line)"
    case .already(let entry): "already \(entry)"
    case .unreadable: "unreadable"
    }
  }
}
