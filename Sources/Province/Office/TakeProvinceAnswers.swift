import Assessment
import Slip
import UseCases

/// A file of answers read and matched over all communes, with nothing changed.
package struct ProvinceAnswers: Sendable {
  package let findings: [AnswerFinding]
  package let unknownHeadings: [String]
  /// The slips that lines may be about.
  package let slips: [ConfirmationEntry.ID: ProvinceSlip]
  /// Names what was seen: whoever applies says so.
  package let digest: [UInt8]

  package var doubtful: [AnswerFinding] { findings.filter { $0.proposed == nil && !$0.choices.isEmpty } }
  package var sure: [AnswerFinding] { findings.filter { $0.proposed != nil } }
  package var useless: [AnswerFinding] { findings.filter { $0.choices.isEmpty } }
}

extension ProvinceOffice {
  /// Cells of a file from outside; what a formula computed is marked, so that nobody takes it for what somebody wrote.
  ///
  /// - Throws: ``OfficeFault/table(_:)``.
  package func answerRows(in file: [UInt8]) throws -> [(line: Int, cells: [String])] {
    do {
      return try parts.tables.rows(of: file).map { row in
        var cells = row.cells
        for column in row.formulas {
          while cells.count <= column { cells.append("") }
          cells[column] = "=" + cells[column]
        }
        return (row.line, cells)
      }
    } catch let fault as TableFault {
      throw OfficeFault.table(fault)
    }
  }

  /// What a file would change now, by the office's own rules of matching.
  ///
  /// - Throws: ``OfficeFault/confirmation(_:)`` with `answers`.
  package func preview(_ rows: [(line: Int, cells: [String])]) throws -> ProvinceAnswers {
    let table: AnswerTable
    do {
      table = try AnswerTable(rows, layout: parts.layout)
    } catch {
      throw OfficeFault.confirmation(.answers(error))
    }
    let sent = try store.slipsSent(secrets: secrets)
    let findings = AnswerMatching(sent.map(\.slip)).findings(in: table)
    let seen = findings.map { "\($0.row.line) \($0.match) \($0.row.verdict?.rawValue ?? "")" }
    return ProvinceAnswers(
      findings: findings, unknownHeadings: table.unknownHeadings,
      slips: Dictionary(sent.map { ($0.slip.entry.id, $0) }, uniquingKeysWith: { $1 }),
      digest: parts.digest(Array(seen.joined(separator: "\n").utf8)))
  }

  /// Changes what somebody has seen and agreed to: all of it, or nothing.
  ///
  /// - Parameters:
  ///   - chosen: entries by line, for lines that are not taken by themselves.
  ///   - seen: ``ProvinceAnswers/digest`` of what was looked at; nil for the command line, which looks and applies at once.
  /// - Returns: how many slips changed.
  package func apply(
    _ file: PendingAnswers, chosen: [Int: ConfirmationEntry.ID], seen: [UInt8]?, by officer: Officer.ID?
  ) throws -> Int {
    let preview = try preview(file.rows)
    guard seen == nil || seen == preview.digest else { throw OfficeFault.confirmation(.changedMeanwhile(0)) }
    var taken: Set<ConfirmationEntry.ID> = []
    var changes: [AnswerChange] = []
    for finding in preview.findings {
      let choice = chosen[finding.row.line].flatMap { finding.choices.contains($0) ? $0 : nil }
      guard let entry = choice ?? finding.proposed, let verdict = finding.row.verdict,
        let before = preview.slips[entry]?.slip.entry, taken.insert(entry).inserted
      else { continue }
      changes.append(
        AnswerChange(
          entry: entry, line: finding.row.line, before: before.state, reasonBefore: before.reason, after: verdict,
          reasonAfter: verdict == .refused ? finding.row.reason : nil))
    }
    try store.apply(changes, digest: file.digest, rows: preview.findings.count, by: officer, at: now)
    return changes.count
  }
}
