import Assessment

extension Kiosk {
  /// Hands an attempt in as it stands. What is answered counts, and a slip that is earned is issued.
  package func endByStaff(
    _ id: Attempt.ID, for reason: Reason.ID, turn: DeskTurn, prepared: PreparedSlip?
  ) throws {
    var attempt = try attempt(id, for: turn).attempt
    let reason = try checked(reason, for: .end)
    attempt.spend(servings.peek(id, at: clock.monotonic()))
    try attempt.endByStaff()
    // Only now: an attempt that cannot be ended goes on, with its time.
    _ = servings.take(id, at: clock.monotonic())
    try judge(attempt)
    try log(.end, as: .attemptEnded, on: id, by: turn.account, reason: reason)
    try issueAtOnce(id, prepared)
  }
}
