import Assessment

extension Kiosk {
  /// The attempt a clerk wants to act on, as long as nobody else has acted since the clerk's screen was made.
  ///
  /// - Throws: ``DeskRefusal/changedMeanwhile(_:acts:)`` with what happened.
  func attempt(_ id: Attempt.ID, for turn: DeskTurn) throws -> AttemptRecord {
    guard let record = try store.attempt(id) else { throw UseCaseError.unknownAttempt(id) }
    guard record.attempt.mode == .tested else { throw UseCaseError.desk(.notTested(id)) }
    let missed = try store.acts(on: id, after: max(0, turn.seen))
    guard missed.isEmpty else { throw UseCaseError.desk(.changedMeanwhile(id, acts: missed)) }
    return record
  }

  /// A reason that is in force and may be given for an act.
  func checked(_ id: Reason.ID, for act: Reason.Act) throws -> Reason.ID {
    guard let reason = try store.reasons().first(where: { $0.id == id }) else {
      throw UseCaseError.desk(.unknownReason(id))
    }
    guard reason.acts.contains(act) else { throw UseCaseError.desk(.reasonNotFor(id, act: act)) }
    return id
  }

  /// Writes an act down twice: for the desk, and in the log under the account's number.
  func log(
    _ kind: DeskAct.Kind, as event: Event.Kind, on id: Attempt.ID, by account: StaffID, reason: Reason.ID? = nil,
    minutes: Int? = nil, note: String = "", at moment: Moment? = nil
  ) throws {
    let number = (try store.acts(on: id, after: 0).last?.number ?? 0) + 1
    let now = moment ?? clock.now()
    try store.add(
      DeskAct(
        attempt: id, number: number, account: account, kind: kind, reason: reason, minutes: minutes, at: now))
    let facts = ["account=\(account)", reason.map { "reason=\($0)" }, minutes.map { "minutes=\($0)" }, note]
    try store.append(
      Event(event, attempt: id, note: facts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")), at: now)
  }
}
