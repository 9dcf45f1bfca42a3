import Assessment

/// A new one-time password, hashed, on its way to the writer.
package struct PreparedReset: Sendable {
  let account: Account.ID
  let hash: String
  /// 16 digits in four groups; shown this once.
  package let oneTimePassword: String
}

extension Kiosk {
  /// Nobody signs in with the account any more; what it did stays. Its sessions end at once.
  ///
  /// - Throws: ``StaffFault/forbidden(_:)``, ``StaffFault/unknownAccount``, ``StaffFault/lastOfficer``.
  package func disableAccount(_ id: Account.ID, by actor: StaffActor) throws {
    try checkOfficer(actor)
    guard let account = try store.account(id) else { throw UseCaseError.staff(.unknownAccount) }
    guard !account.isDisabled else { return }
    let others = try store.accounts().contains { $0.role == .officer && !$0.isDisabled && $0.id != id }
    guard account.role != .officer || others else { throw UseCaseError.staff(.lastOfficer) }
    try endSessions(of: id, reason: "disabled")
    try store.setDisabled(true, of: id, at: clock.now())
    try note(.accountDisabled, "account=\(id) \(actor.note)")
  }

  /// The slow half of giving an account back to its owner.
  package func prepareReset(of id: Account.ID) throws -> PreparedReset {
    guard try store.account(id) != nil else { throw UseCaseError.staff(.unknownAccount) }
    let password = oneTimePassword()
    return PreparedReset(
      account: id, hash: try staff.passwords.hash(PasswordRule.plain(password)), oneTimePassword: password)
  }

  /// Gives an account back to its owner, after a lost password or telephone, or after it was disabled: with a one-time
  /// password, without PIN and second factor, and with no session left.
  ///
  /// - Throws: ``StaffFault/forbidden(_:)``, ``StaffFault/unknownAccount``.
  package func resetAccount(_ prepared: PreparedReset, by actor: StaffActor) throws {
    try checkOfficer(actor)
    guard let account = try store.account(prepared.account) else { throw UseCaseError.staff(.unknownAccount) }
    let now = clock.now()
    try endSessions(of: account.id, reason: "reset")
    try store.setPassword(prepared.hash, isOneTime: true, of: account.id, at: now)
    try store.replaceCodes([], of: .account(account.id), at: now)
    try store.clearProofs(of: account.id, at: now)
    try note(.accountReset, "account=\(account.id) \(actor.note)")
  }
}
