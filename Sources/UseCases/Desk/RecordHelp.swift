import Assessment

extension Kiosk {
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
    try store.addHelp(kind, by: account, at: record.attempt.place, of: id, moment: now)
    try store.append(
      Event(
        .helpRecorded, attempt: id,
        note: "account=\(account) kind=\(kind.rawValue) place=\(record.attempt.place.part.rawValue)-"
          + "\(record.attempt.place.number)"), at: now)
  }
}
