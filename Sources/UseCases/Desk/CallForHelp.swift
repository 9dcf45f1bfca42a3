import Assessment

extension Kiosk {
  /// The person at the kiosk asks for somebody to come. Asking twice is asking once.
  package func callForHelp(_ id: Attempt.ID, session: SessionID) throws {
    let record = try attempt(id, of: session)
    guard record.attempt.mode == .tested else { throw UseCaseError.desk(.notTested(id)) }
    guard record.attempt.isOpen else { throw AssessmentError.notInProgress(state: record.attempt.state) }
    guard try store.callHelp(id, at: clock.now()) else { return }
    try store.append(Event(.helpCalled, attempt: id), at: clock.now())
  }

  /// Whether a screen offers to call: only whom the desk sees can call it.
  package func canCall(_ record: AttemptRecord) -> Bool {
    record.attempt.mode == .tested && record.attempt.isOpen
  }

  /// Since when the person of an attempt has been waiting for somebody.
  package func helpCall(of id: Attempt.ID) throws -> Moment? {
    try store.openHelpCall(of: id)
  }

  /// Somebody goes. The second one to say so is told that nobody calls any more.
  package func answerHelp(_ id: Attempt.ID, by account: StaffID) throws {
    guard try store.answerHelp(id, by: account, at: clock.now()) else {
      throw UseCaseError.desk(.noHelpCalled(id))
    }
    try store.append(Event(.helpAnswered, attempt: id, note: "account=\(account)"), at: clock.now())
  }
}
