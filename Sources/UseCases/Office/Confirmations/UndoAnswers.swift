import Assessment

/// What a file of answers has changed, to be looked at before it is taken back.
package struct AppliedAnswers: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    package let change: AnswerChange
    package let entry: ConfirmationEntry
    package let name: String?
  }

  package let file: AnswerFile
  /// The first of them; the file knows how many there are.
  package let lines: [Line]
}

extension Kiosk {
  package func appliedAnswers(_ file: AnswerFile, shown most: Int) throws -> AppliedAnswers {
    let lines = try store.changes(of: file.id).prefix(most).compactMap { change -> AppliedAnswers.Line? in
      guard let entry = try store.entry(change.entry) else { return nil }
      return AppliedAnswers.Line(change: change, entry: entry, name: try store.candidate(entry.person)?.name)
    }
    return AppliedAnswers(file: file, lines: lines)
  }

  /// Puts everything back that a file has changed.
  ///
  /// - Throws: ``ConfirmationFault/wentOnSince(_:)`` where a later file or list has changed any of it.
  package func undoAnswers(_ id: AnswerFile.ID, by account: StaffID?) throws {
    guard let file = try store.answers(id) else { throw UseCaseError.confirmation(.unknownAnswers(id)) }
    guard file.state == .applied else { throw UseCaseError.confirmation(.notApplied(id)) }
    let changes = try store.changes(of: id)
    let moved = try changes.filter { change in
      guard let entry = try store.entry(change.entry) else { return true }
      let isLast = try confirmation(of: entry.person)?.id == entry.id
      return entry.state != change.after || entry.reason != change.reasonAfter || !isLast
    }
    guard moved.isEmpty else { throw UseCaseError.confirmation(.wentOnSince(moved.map(\.entry))) }
    for change in changes {
      try store.set(change.before, reason: change.reasonBefore, of: change.entry, at: clock.now())
    }
    try store.markUndone(id, by: account, at: clock.now())
    try note(.answersUndone, by: account, "answers=\(id) changed=\(changes.count)")
  }
}
