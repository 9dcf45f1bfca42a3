import Assessment

extension Kiosk {
  /// The same tap of the same colleague so soon, in milliseconds, is the second half of a double click.
  static let doubleTap: Int64 = 2_000

  /// Writes down what somebody did to help. Two clerks may do so at once: both entries stay, and none is ever taken away.
  ///
  /// Help that is not allowed holds the slip back until an officer has decided.
  package func recordHelp(_ kind: HelpAct.Kind, in id: Attempt.ID, by account: StaffID) throws {
    guard let record = try store.attempt(id) else { throw UseCaseError.unknownAttempt(id) }
    guard record.attempt.mode == .tested else { throw UseCaseError.desk(.notTested(id)) }
    guard [.inProgress, .paused, .submitted].contains(record.attempt.state) else {
      throw AssessmentError.notInProgress(state: record.attempt.state)
    }
    let now = clock.now()
    if let last = try store.help(of: id).acts.last, last.kind == kind, last.account == account,
      last.place == record.attempt.place, (0..<Self.doubleTap).contains(now.milliseconds - last.at.milliseconds)
    {
      return
    }
    try store.addHelp(kind, by: account, at: record.attempt.place, of: id, moment: now)
    try store.append(
      Event(
        .helpRecorded, attempt: id,
        note: "account=\(account) kind=\(kind.rawValue) place=\(record.attempt.place.part.rawValue)-"
          + "\(record.attempt.place.number)"), at: now)
  }
}
