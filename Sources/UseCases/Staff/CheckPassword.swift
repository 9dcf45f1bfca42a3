/// What the slow look at a login and password came to. Whether it still holds is seen again when the session is
/// written.
package struct PasswordCheck: Sendable {
  enum Finding: Sendable {
    case right(Account.ID, hash: String)
    /// The account, where there is one that the login names.
    case wrong(Account.ID?)
  }

  let finding: Finding
  let login: String
  let peer: String
}

extension Kiosk {
  /// The slow half of signing in: compares a password with its hash. Takes as long for a login that nobody has, and
  /// for an account that is disabled.
  ///
  /// - Parameter peer: the address of the device.
  /// - Throws: ``StaffFault/tooManyTries(seconds:)``, before anything is compared.
  package func checkPassword(login: String, password: String, peer: String) throws -> PasswordCheck {
    let known = Login(login)
    // What can be no login is counted as one, so that its answer is the same.
    let text = known?.text ?? ""
    try countTry(login: text, peer: peer)
    let account = try known.flatMap { try store.account($0) }
    let isComparable = account?.isDisabled == false && password.utf8.count <= PasswordRule.longest
    let hash = isComparable ? try account.flatMap { try store.passwordHash(of: $0.id) } : nil
    let plain = password.utf8.count <= PasswordRule.longest ? PasswordRule.plain(password) : ""
    let isRight = try staff.passwords.matches(plain, hash)
    guard isRight, let account, let hash else {
      return PasswordCheck(finding: .wrong(account?.id), login: text, peer: peer)
    }
    return PasswordCheck(finding: .right(account.id, hash: hash), login: text, peer: peer)
  }

  func countTry(login: String, peer: String) throws {
    let seconds = staff.tries.wait(login: login, peer: peer, at: clock.monotonic())
    guard seconds == 0 else { throw UseCaseError.staff(.tooManyTries(seconds: seconds)) }
  }
}
