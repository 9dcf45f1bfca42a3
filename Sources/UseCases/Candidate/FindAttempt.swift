import Assessment

extension Kiosk {
  /// The session's own attempt.
  ///
  /// - Throws: ``UseCaseError/unknownAttempt(_:)`` and ``UseCaseError/foreignAttempt(_:)``: the second also for sessions
  ///   that have no attempt at all.
  package func attempt(_ id: Attempt.ID, of session: SessionID?) throws -> AttemptRecord {
    guard let record = try store.attempt(id) else { throw UseCaseError.unknownAttempt(id) }
    // Before the session: whoever sat there when staff voided it is parted from it, and should read why.
    guard record.attempt.state != .voided else { throw UseCaseError.voided(id) }
    guard let session, try store.attempt(of: session) == id else { throw UseCaseError.foreignAttempt(id) }
    return record
  }

  /// What this session left unfinished, if anything.
  package func unfinished(of session: SessionID?) throws -> AttemptRecord? {
    guard let session, let id = try store.attempt(of: session), let record = try store.attempt(id) else { return nil }
    let isBegun = record.attempt.state == .inProgress || record.attempt.state == .paused
    return isBegun || record.awaitsConsent ? record : nil
  }

  /// Whether the time of an attempt has run out, counting what is still on the screen and the grace after it.
  package func isOver(_ attempt: Attempt) -> Bool {
    guard attempt.state == .inProgress, attempt.place.part == .scored, let allowed = attempt.allowed else {
      return false
    }
    return attempt.spent + servings.peek(attempt.id, at: clock.monotonic()) >= allowed
  }
}
