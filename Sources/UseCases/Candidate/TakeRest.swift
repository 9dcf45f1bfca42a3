import Assessment

extension Kiosk {
  /// Whether the person may rest without asking: a clerk has granted it, and the bank has a reason for it.
  package func mayRest(_ record: AttemptRecord) throws -> Bool {
    guard record.attempt.state == .inProgress, record.attempt.mode == .tested else { return false }
    return try store.needs(of: record.attempt.id).contains(.restBreaks) && restReason() != nil
  }

  /// Stops the clock for a rest that the person takes; what was on the screen until now counts.
  package func takeRest(_ id: Attempt.ID, session: SessionID?) throws {
    let record = try attempt(id, of: session)
    guard try store.needs(of: id).contains(.restBreaks), let reason = try restReason() else {
      throw UseCaseError.desk(.noRests(id))
    }
    var attempt = record.attempt
    attempt.spend(servings.take(id, at: clock.monotonic()))
    try attempt.pause(for: reason)
    try store.save(attempt, at: clock.now())
    try store.append(Event(.restTaken, attempt: id, note: "reason=\(reason)"), at: clock.now())
  }

  /// The person goes on. A pause that staff made is theirs to end.
  package func endRest(_ id: Attempt.ID, session: SessionID?) throws {
    let record = try attempt(id, of: session)
    guard try isResting(record) else { throw UseCaseError.desk(.notResting(id)) }
    var attempt = record.attempt
    try attempt.resume()
    _ = servings.take(id, at: clock.monotonic())
    try store.save(attempt, at: clock.now())
    try store.append(Event(.restEnded, attempt: id), at: clock.now())
  }

  /// Whether the attempt is paused by its own person. Staff's pauses are acts of the desk, each followed by a resumption
  /// before the next one, so a pause that is not the last of those acts is not theirs.
  package func isResting(_ record: AttemptRecord) throws -> Bool {
    guard record.attempt.state == .paused else { return false }
    let last = try store.acts(on: record.attempt.id, after: 0).last { [.pause, .resume].contains($0.kind) }
    return last?.kind != .pause
  }

  private func restReason() throws -> Reason.ID? {
    try store.reasons().first { $0.acts.contains(.rest) }?.id
  }
}
