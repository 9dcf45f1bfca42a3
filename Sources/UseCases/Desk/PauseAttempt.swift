import Assessment

extension Kiosk {
  /// Stops the clock of an attempt; the time on the screen until now counts.
  package func pause(_ id: Attempt.ID, for reason: Reason.ID, turn: DeskTurn) throws {
    var attempt = try attempt(id, for: turn).attempt
    let reason = try checked(reason, for: .pause)
    attempt.spend(servings.peek(id, at: clock.monotonic()))
    try attempt.pause(for: reason)
    _ = servings.take(id, at: clock.monotonic())
    try store.save(attempt, at: clock.now())
    try log(.pause, as: .attemptPaused, on: id, by: turn.account, reason: reason)
  }

  /// Lets a paused attempt go on; its clock runs again from the next page.
  package func resume(_ id: Attempt.ID, turn: DeskTurn) throws {
    var attempt = try attempt(id, for: turn).attempt
    try attempt.resume()
    _ = servings.take(id, at: clock.monotonic())
    try store.save(attempt, at: clock.now())
    try log(.resume, as: .attemptContinued, on: id, by: turn.account)
  }
}
