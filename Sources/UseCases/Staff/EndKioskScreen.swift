/// What the slow look at a login and PIN at the kiosk's own screen came to.
package struct LeavingCheck: Sendable {
  let account: Account?
  let hash: String?
  let isRight: Bool
  let peer: String
}

/// What asking for the way out came to. Refusals are values, not errors, because they are written down.
package enum Leaving: Equatable, Sendable {
  case left
  /// Unknown login, wrong PIN, no PIN or disabled account: the same sentence for each.
  case refused
}

extension Kiosk {
  /// The slow half: compares a PIN with its hash. Takes as long for a login that nobody has.
  ///
  /// - Parameter peer: the address that asks.
  /// - Throws: ``StaffFault/tooManyTries(seconds:)``, before anything is compared.
  package func checkLeaving(login: String, pin: String, peer: String) throws -> LeavingCheck {
    let known = Login(login)
    try countTry(login: known?.text ?? "", peer: peer)
    let account = try known.flatMap { try store.account($0) }
    let hash = account?.isDisabled == false ? try account.flatMap { try store.pinHash(of: $0.id) } : nil
    let isRight = try staff.passwords.matches(PasswordRule.isPIN(pin) ? pin : "", hash)
    return LeavingCheck(account: account, hash: hash, isRight: isRight, peer: peer)
  }

  /// Ends what this machine's screen shows, after ``checkLeaving(login:pin:peer:)``.
  package func endScreen(_ check: LeavingCheck) throws -> Leaving {
    guard check.isRight, let account = check.account, let hash = check.hash,
      try store.account(account.id)?.isDisabled == false, try store.pinHash(of: account.id) == hash
    else {
      try note(.pinRefused, "account=\(check.account.map { String($0.id) } ?? "unknown") at=kiosk")
      return .refused
    }
    staff.tries.takeBack(peer: check.peer)
    staff.tries.forget(login: account.login.text)
    try note(.kioskLeft, "account=\(account.id)")
    try screen.end()
    return .left
  }

  /// Ends what this machine's screen shows on a box where nobody has an account to do it with. What comes behind it asks for
  /// the machine's own password.
  ///
  /// - Throws: ``StaffFault/officerExists``.
  package func endBareScreen() throws {
    guard try !hasOfficer() else { throw UseCaseError.staff(.officerExists) }
    try note(.kioskLeft, "account=none")
    try screen.end()
  }
}
