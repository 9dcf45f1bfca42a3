import Assessment

/// What signing in came to. Refusals are values, not errors, because they are written down.
package enum SignIn: Equatable, Sendable {
  /// Unknown login, wrong password or disabled account: the same sentence for each.
  case refused
  /// The password was right; the second factor must follow in this session, within five minutes.
  case codeNeeded(SessionID)
  /// A wrong code of the second factor; 0 left means the session is over and the password is asked for again.
  case codeRefused(triesLeft: Int)
  /// The session may still owe something: see ``StaffSession/duty``.
  case signedIn(SessionID, StaffSession)
}

extension Kiosk {
  /// Opens a session after ``checkPassword(login:password:peer:)``. Its id is new, whatever the browser brought.
  ///
  /// - Parameter old: the session of the browser, which ends where the password was right.
  package func signIn(_ check: PasswordCheck, replacing old: SessionID? = nil) throws -> SignIn {
    try tidyStaffSessions()
    guard let account = try account(of: check) else {
      let id: Account.ID? = if case .wrong(let id) = check.finding { id } else { nil }
      try note(.signInRefused, "account=\(id.map(String.init) ?? "unknown") reason=password")
      return .refused
    }
    try end(old, reason: "replaced")
    guard account.secondFactor == .none else {
      let session = try newSession()
      _ = try store.open(session, for: account.id, stage: .awaitingCode, at: clock.now())
      // The account's tries stay counted until the code is right, else codes could be tried without end.
      staff.tries.takeBack(peer: check.peer)
      return .codeNeeded(session)
    }
    return try openSession(for: account, peer: check.peer)
  }

  /// The second half of signing in: the code of the authenticator app, or the next one of the printed list.
  ///
  /// - Throws: ``StaffFault/notSignedIn`` where the session waits for no code, ``StaffFault/tooManyTries(seconds:)``.
  package func signIn(code: String, in session: SessionID, peer: String) throws -> SignIn {
    let found = try staffSession(session)
    guard found.stage == .awaitingCode else { throw UseCaseError.staff(.notSignedIn) }
    try countTry(login: found.account.login.text, peer: peer)
    guard try takeCode(code, of: found.account) else {
      try note(.signInRefused, "account=\(found.account.id) reason=code")
      return .codeRefused(triesLeft: try countWrongTry(in: found, endingFor: "codes"))
    }
    try store.end(found.id)
    return try openSession(for: found.account, peer: peer)
  }

  /// The account, if the password is still the one that was compared.
  private func account(of check: PasswordCheck) throws -> Account? {
    guard case .right(let id, let hash) = check.finding, let account = try store.account(id), !account.isDisabled,
      try store.passwordHash(of: id) == hash
    else { return nil }
    return account
  }

  private func openSession(for account: Account, peer: String) throws -> SignIn {
    let session = try newSession()
    let id = try store.open(session, for: account.id, stage: .open, at: clock.now())
    staff.presence.note(id, at: clock.monotonic())
    staff.tries.takeBack(peer: peer)
    staff.tries.forget(login: account.login.text)
    try note(.signedIn, "account=\(account.id) session=\(id) factor=\(account.secondFactor.rawValue)")
    return .signedIn(session, try staffSession(session))
  }

  /// Gives an open session another id because its rights have grown; whoever knew the one before knows nothing. It ends
  /// when the one before would have.
  package func renew(_ session: SessionID) throws -> SessionID {
    let old = try colleague(session)
    let new = try newSession()
    let id = try store.open(new, for: old.account.id, stage: .open, at: old.signedInAt)
    staff.presence.note(id, at: clock.monotonic())
    try end(old, reason: "renewed")
    try note(.signedIn, "account=\(old.account.id) session=\(id) renews=\(old.id)")
    return new
  }

  private func newSession() throws -> SessionID {
    guard let session = SessionID(chance.bytes(16)) else { throw UseCaseError.staff(.notSignedIn) }
    return session
  }

  /// - Returns: tries left; with none the session is over.
  func countWrongTry(in session: StaffSession, endingFor reason: String) throws -> Int {
    let left = StaffSession.mostWrongTries - session.wrongTries - 1
    if left > 0 {
      try store.setWrongTries(session.wrongTries + 1, of: session.id)
    } else {
      try end(session, reason: reason)
    }
    return max(0, left)
  }

  func note(_ kind: Event.Kind, _ note: String) throws {
    try store.append(Event(kind, note: note), at: clock.now())
  }
}
