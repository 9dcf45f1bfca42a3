import Assessment
import Slip

/// A file of answers read and matched, with nothing changed.
package struct AnswerPreview: Equatable, Sendable {
  package let file: AnswerFile
  package let findings: [AnswerFinding]
  package let unknownHeadings: [String]
  /// Names the findings: whoever applies them says which ones they have seen.
  package let digest: [UInt8]
}

/// What somebody decided about the lines of a file.
package struct AnswerChoices: Equatable, Sendable {
  /// Entries by line, for lines that are not taken by themselves.
  package let chosen: [Int: ConfirmationEntry.ID]

  package init(chosen: [Int: ConfirmationEntry.ID] = [:]) {
    self.chosen = chosen
  }
}

extension Kiosk {
  /// Takes a file in to be looked at.
  ///
  /// - Parameter file: its bytes, by which the same file is known again.
  /// - Parameter rows: its cells, as the readers of foreign tables give them.
  /// - Throws: ``ConfirmationFault/appliedBefore(_:)``, ``ConfirmationFault/answers(_:)``.
  package func takeAnswers(
    file: [UInt8], rows: [(line: Int, cells: [String])], by account: StaffID
  ) throws -> AnswerFile.ID {
    let digest = secrets.sha256(file)
    if let known = try store.answers(digest: digest) {
      guard known.state != .applied else { throw UseCaseError.confirmation(.appliedBefore(known.id)) }
      return known.id
    }
    let layout = try confirmationLayout().layout
    let table = try answerTable(rows, layout)
    let id = try store.addAnswers(
      digest: digest, text: AnswerText.text(of: rows), rows: table.rows.count, by: account, at: clock.now())
    try store.append(
      Event(.answersTaken, note: "account=\(account) answers=\(id) rows=\(table.rows.count)"), at: clock.now())
    return id
  }

  /// What the file would change now. Reads only.
  package func previewAnswers(_ id: AnswerFile.ID) throws -> AnswerPreview {
    guard let file = try store.answers(id) else { throw UseCaseError.confirmation(.unknownAnswers(id)) }
    guard let text = try store.answersText(id) else { throw UseCaseError.confirmation(.appliedBefore(id)) }
    let table = try answerTable(try AnswerText.rows(of: text), try confirmationLayout().layout)
    let findings = AnswerMatching(try store.slipsSent()).findings(in: table)
    return AnswerPreview(
      file: file, findings: findings, unknownHeadings: table.unknownHeadings, digest: digest(of: findings))
  }

  /// The same without keeping anything, for a dry run on the command line.
  package func previewAnswers(rows: [(line: Int, cells: [String])]) throws -> [AnswerFinding] {
    AnswerMatching(try store.slipsSent()).findings(in: try answerTable(rows, try confirmationLayout().layout))
  }

  /// Changes what the officer has seen and agreed to: all of it, or nothing.
  ///
  /// - Parameter seen: ``AnswerPreview/digest`` of what was on the screen.
  /// - Returns: how many slips changed.
  package func applyAnswers(
    _ id: AnswerFile.ID, choices: AnswerChoices, seen: [UInt8], by account: StaffID
  ) throws -> Int {
    let preview = try previewAnswers(id)
    guard preview.digest == seen else { throw UseCaseError.confirmation(.changedMeanwhile(id)) }
    var changes: [AnswerChange] = []
    for finding in preview.findings {
      guard let entry = Self.entry(finding, choices), let verdict = finding.row.verdict,
        let before = try store.entry(entry), !changes.contains(where: { $0.entry == entry })
      else { continue }
      changes.append(
        AnswerChange(
          entry: entry, line: finding.row.line, before: before.state, reasonBefore: before.reason, after: verdict,
          reasonAfter: verdict == .refused ? finding.row.reason : nil))
    }
    for change in changes {
      try store.set(change.after, reason: change.reasonAfter, of: change.entry, at: clock.now())
    }
    try store.apply(changes, of: id, at: clock.now())
    try store.append(
      Event(.answersApplied, note: "account=\(account) answers=\(id) changed=\(changes.count)"), at: clock.now())
    return changes.count
  }

  private static func entry(_ finding: AnswerFinding, _ choices: AnswerChoices) -> ConfirmationEntry.ID? {
    if let chosen = choices.chosen[finding.row.line], finding.choices.contains(chosen) { return chosen }
    return finding.proposed
  }

  /// Puts everything back that a file has changed.
  ///
  /// - Throws: ``ConfirmationFault/wentOnSince(_:)`` where a later file or list has changed any of it.
  package func undoAnswers(_ id: AnswerFile.ID, by account: StaffID) throws {
    guard let file = try store.answers(id) else { throw UseCaseError.confirmation(.unknownAnswers(id)) }
    guard file.state == .applied else { throw UseCaseError.confirmation(.notApplied(id)) }
    let changes = try store.changes(of: id)
    let moved = try changes.filter { change in
      guard let entry = try store.entry(change.entry) else { return true }
      let isLast = try store.entries(of: entry.person).first?.id == entry.id
      return entry.state != change.after || entry.reason != change.reasonAfter || !isLast
    }
    guard moved.isEmpty else { throw UseCaseError.confirmation(.wentOnSince(moved.map(\.entry))) }
    for change in changes {
      try store.set(change.before, reason: change.reasonBefore, of: change.entry, at: clock.now())
    }
    try store.markUndone(id, by: account, at: clock.now())
    try store.append(
      Event(.answersUndone, note: "account=\(account) answers=\(id) changed=\(changes.count)"), at: clock.now())
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

  private func digest(of findings: [AnswerFinding]) -> [UInt8] {
    secrets.sha256(
      Array(
        findings.map { "\($0.row.line) \($0.match) \($0.row.verdict?.rawValue ?? "")" }.joined(separator: "\n").utf8))
  }
}

/// Rows as they are kept between preview and decision: one line each, cells apart by tabs, both escaped.
enum AnswerText {
  struct Damaged: Error {}

  static func text(of rows: [(line: Int, cells: [String])]) -> String {
    rows.map { row in ([String(row.line)] + row.cells.map(escaped)).joined(separator: "\t") }.joined(separator: "\n")
  }

  static func rows(of text: String) throws -> [(line: Int, cells: [String])] {
    try text.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard let first = parts.first, let number = Int(first) else { throw Damaged() }
      return (number, parts.dropFirst().map { unescaped($0) })
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\t": result += "\\t"
      case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}", "\u{0B}", "\u{0C}": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = String.UnicodeScalarView()
    var isEscape = false
    for scalar in text.unicodeScalars {
      if isEscape {
        result.append(scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar)
        isEscape = false
      } else if scalar == "\\" {
        isEscape = true
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
