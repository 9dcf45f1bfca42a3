import Assessment

extension Kiosk {
  /// Writes down that somebody no longer agrees. From then on the person stands on no list that leaves the office, by name
  /// or for confirmation, until a consent is given anew. What was done before stays lawful, and stays.
  package func withdrawConsent(of id: Int64, by account: StaffID) throws {
    let person = try standing(id)
    if let open = try store.openAttempt(of: person) { throw UseCaseError.privacy([.openAttempt(open)]) }
    guard try store.withdrawal(of: person) == nil else { throw UseCaseError.privacy([.alreadyWithdrawn]) }
    let hasAgreed = try store.attempts(of: person, most: Self.mostAttemptsShown).contains {
      try store.attempt($0.id)?.noticeVersion != nil
    }
    guard hasAgreed else { throw UseCaseError.privacy([.noConsent]) }
    try store.addWithdrawal(of: person, by: account, at: clock.now())
    for entry in try store.entries(of: person) where entry.state == .listed { try withdraw(entry.id, by: account) }
    try store.append(Event(.consentWithdrawn, note: "account=\(account) person=\(person)"), at: clock.now())
  }
}
