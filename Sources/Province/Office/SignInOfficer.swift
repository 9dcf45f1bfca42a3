import Assessment
import UseCases

extension ProvinceOffice {
  /// Opens a session; nil for an unknown login, a wrong password and a disabled account alike. Takes a hundred milliseconds
  /// and more.
  ///
  /// - Throws: ``OfficeFault/staff(_:)`` with `tooManyTries`, before anything is compared.
  package func signIn(login: String, password: String, peer: String) throws -> (session: SessionID, officer: Officer)? {
    let known = Login(login)
    try countTry(login: known?.text ?? "", peer: peer)
    let officer = try known.flatMap { try store.officer($0) }
    let isShort = password.utf8.count <= PasswordRule.longest
    let hash = isShort && officer?.isDisabled == false ? try officer.flatMap { try store.passwordHash(of: $0.id) } : nil
    let isRight = try parts.passwords.matches(isShort ? PasswordRule.plain(password) : "", hash)
    guard isRight, let officer, let session = SessionID(parts.chance.bytes(16)) else { return nil }
    parts.tries.takeBack(peer: peer)
    parts.tries.forget(login: officer.login.text)
    parts.sessions.open(session, for: officer.id, at: parts.clock.monotonic())
    return (session, officer)
  }

  /// Who works here; nil where the session is over or the account was disabled.
  package func officer(in session: SessionID) throws -> Officer? {
    guard let id = parts.sessions.use(session, at: parts.clock.monotonic()), let officer = try store.officer(id),
      !officer.isDisabled
    else { return nil }
    return officer
  }

  /// Puts a new password in force, and ends the officer's other sessions.
  ///
  /// - Throws: ``OfficeFault/staff(_:)``.
  package func changePassword(
    _ new: String, present: String, of officer: Officer, in session: SessionID, peer: String
  ) throws {
    if let fault = PasswordRule.fault(in: new, login: officer.login) { throw OfficeFault.staff(.password(fault)) }
    guard PasswordRule.plain(new) != PasswordRule.plain(present) else {
      throw OfficeFault.staff(.password(.isPresent))
    }
    try countTry(login: officer.login.text, peer: peer)
    guard let old = try store.passwordHash(of: officer.id), present.utf8.count <= PasswordRule.longest,
      try parts.passwords.matches(PasswordRule.plain(present), old)
    else { throw OfficeFault.staff(.wrongPassword) }
    parts.tries.takeBack(peer: peer)
    parts.tries.forget(login: officer.login.text)
    try store.setPassword(
      try parts.passwords.hash(PasswordRule.plain(new)), isOneTime: false, of: officer.id, at: now)
    parts.sessions.endAll(of: officer.id, but: session)
  }

  private func countTry(login: String, peer: String) throws {
    let seconds = parts.tries.wait(login: login, peer: peer, at: parts.clock.monotonic())
    guard seconds == 0 else { throw OfficeFault.staff(.tooManyTries(seconds: seconds)) }
  }
}
