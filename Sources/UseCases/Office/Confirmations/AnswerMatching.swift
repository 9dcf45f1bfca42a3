import Assessment
import Slip

/// What one line of an answer comes to, before anybody has agreed to it.
package struct AnswerFinding: Equatable, Sendable {
  package enum How: String, Equatable, Sendable, CaseIterable {
    case slipCode = "slip-code"
    case number
    case nameAndBirth = "name-and-birth"
  }

  /// Something in the line that is otherwise on the slip.
  package enum Difference: Equatable, Sendable {
    case name(theirs: String, ours: String)
    case number(theirs: String, ours: String)
    case birth(ours: String)
    /// Another answer is on record already.
    case answeredBefore(ConfirmationState)
  }

  package enum Match: Equatable, Sendable {
    /// One slip, and nothing says otherwise.
    case sure(ConfirmationEntry.ID, How)
    /// One slip, but the line says something else of its holder: somebody must look.
    case doubtful(ConfirmationEntry.ID, How, [Difference])
    /// Several slips whose holders have this name and birth.
    case several([ConfirmationEntry.ID])
    case unknown
    /// The same slip as in an earlier line.
    case doubled(line: Int)
    /// The same answer is on record already.
    case already(ConfirmationEntry.ID)
    case unreadable
  }

  package let row: AnswerTable.Row
  package let match: Match

  /// The entry that is changed where nobody says otherwise.
  package var proposed: ConfirmationEntry.ID? {
    guard row.verdict != nil, case .sure(let entry, _) = match else { return nil }
    return entry
  }

  /// Entries that somebody may choose for this line.
  package var choices: [ConfirmationEntry.ID] {
    guard row.verdict != nil else { return [] }
    switch match {
    case .sure(let entry, _), .doubtful(let entry, _, _): return [entry]
    case .several(let entries): return entries
    case .unknown, .doubled, .already, .unreadable: return []
    }
  }
}

/// Finds the slip that each line is about: by the slip's code, else by the number, else by name and birth without regard to
/// case and marks. A match that something else in the line speaks against is never taken by itself.
package struct AnswerMatching {
  private let slips: [ConfirmationEntry.ID: ListedSlip]
  private var byToken: [SlipToken: ConfirmationEntry.ID] = [:]
  private var byText: [String: ConfirmationEntry.ID] = [:]
  private var byNumber: [CitizenNumber: ConfirmationEntry.ID] = [:]
  private var byName: [String: [ConfirmationEntry.ID]] = [:]

  /// - Parameter sent: entries of lists that were handed over; of a slip that was listed again the last entry counts.
  package init(_ sent: [ListedSlip]) {
    var slips: [ConfirmationEntry.ID: ListedSlip] = [:]
    for slip in sent.sorted(by: { $0.entry.id < $1.entry.id }) {
      byToken[slip.token] = slip.entry.id
      if let number = slip.number { byNumber[number] = slip.entry.id }
      slips[slip.entry.id] = slip
    }
    let last = Set(byToken.values)
    for slip in slips.values where last.contains(slip.entry.id) {
      byText[SlipText.encode(slip.bytes)] = slip.entry.id
      byName[Spelling.folded(slip.name), default: []].append(slip.entry.id)
    }
    self.slips = slips
  }

  package func findings(in table: AnswerTable) -> [AnswerFinding] {
    var seen: [ConfirmationEntry.ID: Int] = [:]
    return table.rows.map { row in
      var match = match(row)
      let entry: ConfirmationEntry.ID? =
        switch match {
        case .sure(let entry, _), .doubtful(let entry, _, _), .already(let entry): entry
        default: nil
        }
      if let entry {
        if let line = seen[entry] { match = .doubled(line: line) } else { seen[entry] = row.line }
      }
      return AnswerFinding(row: row, match: match)
    }
  }

  private func match(_ row: AnswerTable.Row) -> AnswerFinding.Match {
    // A code that is there and wrong must not be passed over in favour of a name.
    guard !row.faults.contains(where: { $0.field == .slipCode || $0.field == .verdict }), row.verdict != nil else {
      return .unreadable
    }
    if let slip = row.slip {
      guard let entry = entry(of: slip) else { return .unknown }
      return judged(entry, .slipCode, row)
    }
    if let number = row.number {
      guard let entry = byNumber[number] else { return .unknown }
      return judged(entry, .number, row)
    }
    guard row.faults.isEmpty, !row.name.isEmpty, let birth = row.birth else { return .unreadable }
    let same = (byName[Spelling.folded(row.name)] ?? []).filter { birth.agrees(with: slips[$0]?.birth ?? "") }
    switch same.count {
    case 0: return .unknown
    case 1: return judged(same[0], .nameAndBirth, row)
    default: return .several(same.sorted())
    }
  }

  private func entry(of reference: AnswerTable.SlipReference) -> ConfirmationEntry.ID? {
    switch reference {
    case .token(let token): byToken[token]
    case .text(let text): byText[String(text.filter { !$0.isWhitespace })]
    }
  }

  private func judged(
    _ entry: ConfirmationEntry.ID, _ how: AnswerFinding.How, _ row: AnswerTable.Row
  ) -> AnswerFinding.Match {
    guard let slip = slips[entry] else { return .unknown }
    if slip.entry.state == row.verdict, row.verdict == .confirmed || slip.entry.reason == row.reason {
      return .already(entry)
    }
    let differences = differences(slip, row)
    // A year alone is too little for a name that others have too.
    let isWeak = how == .nameAndBirth && slip.birth.utf8.count == 4
    return differences.isEmpty && !isWeak ? .sure(entry, how) : .doubtful(entry, how, differences)
  }

  private func differences(_ slip: ListedSlip, _ row: AnswerTable.Row) -> [AnswerFinding.Difference] {
    var differences: [AnswerFinding.Difference] = []
    if slip.entry.state != .sent { differences.append(.answeredBefore(slip.entry.state)) }
    if !row.name.isEmpty, Spelling.folded(row.name) != Spelling.folded(slip.name) {
      differences.append(.name(theirs: row.name, ours: slip.name))
    }
    if let number = row.number, number != slip.number {
      differences.append(.number(theirs: number.digits, ours: slip.number?.digits ?? ""))
    }
    if let birth = row.birth, !birth.agrees(with: slip.birth) { differences.append(.birth(ours: slip.birth)) }
    return differences
  }
}
