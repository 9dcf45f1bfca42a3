import Assessment

extension Kiosk {
  /// Takes an attempt out of all counts. A slip that was issued for it is revoked with it.
  package func void(_ id: Attempt.ID, for reason: Reason.ID, turn: DeskTurn) throws {
    var attempt = try attempt(id, for: turn).attempt
    let reason = try checked(reason, for: .void)
    _ = servings.take(id, at: clock.monotonic())
    try attempt.void()
    try store.save(attempt, at: clock.now())
    try store.unbindAll(from: id)
    try log(.void, as: .attemptVoided, on: id, by: turn.account, reason: reason)
    if let slip = try store.slip(of: id), try store.revocation(of: slip.serial) == nil {
      try revoke(slip, for: reason, by: turn.account)
    }
  }
}
