import Assessment

extension Kiosk {
  /// An officer says what help that is not allowed means for the slip. Where nothing holds it back any more, a slip that
  /// is earned is issued at once: its person is likely to be standing there.
  ///
  /// - Throws: ``DeskRefusal/notFlagged(_:)`` where nothing waits to be decided.
  package func decideFlag(
    _ verdict: FlagDecision.Verdict, on id: Attempt.ID, for reason: Reason.ID, turn: DeskTurn,
    prepared: PreparedSlip? = nil
  ) throws {
    let record = try attempt(id, for: turn)
    let reason = try checked(reason, for: .decideFlag)
    let ledger = try store.help(of: id)
    guard ledger.standing == .awaitsOfficer else { throw UseCaseError.desk(.notFlagged(id)) }
    try store.add(
      FlagDecision(
        number: ledger.decisions.count + 1, verdict: verdict, upTo: ledger.acts.last?.number ?? 0,
        account: turn.account, reason: reason, at: clock.now()), on: id)
    try log(
      .decideFlag, as: .flagDecided, on: id, by: turn.account, reason: reason, note: "verdict=\(verdict.rawValue)")
    // Help may come to light after the slip was handed out.
    if verdict == .refused, let slip = try store.slip(of: id), try store.revocation(of: slip.serial) == nil {
      try revoke(slip, for: reason, by: turn.account)
    }
    if record.attempt.state == .submitted { try issueAtOnce(id, prepared) }
  }
}
