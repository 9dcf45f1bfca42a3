import Assessment

extension Kiosk {
  /// Gives an attempt more time than it was allowed.
  package func addMinutes(_ minutes: Int, to id: Attempt.ID, for reason: Reason.ID, turn: DeskTurn) throws {
    var attempt = try attempt(id, for: turn).attempt
    let reason = try checked(reason, for: .addMinutes)
    try attempt.add(minutes: minutes)
    guard let allowed = attempt.allowed else { throw AssessmentError.hasNoClock }
    try store.extend(id, allowed: allowed, at: clock.now())
    try log(.addMinutes, as: .minutesAdded, on: id, by: turn.account, reason: reason, minutes: minutes)
  }
}
