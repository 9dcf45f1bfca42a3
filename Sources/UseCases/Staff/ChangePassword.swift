import Assessment

/// A new password or PIN, hashed, on its way to the writer.
package struct PreparedSecret: Sendable {
  enum Kind: Sendable {
    case password(replacing: String)
    case pin
  }

  let kind: Kind
  let hash: String
  let session: SessionID
}

extension Kiosk {
  /// The slow half of changing one's own password: compares the present one and hashes the new.
  ///
  /// - Throws: ``StaffFault/password(_:)``, ``StaffFault/wrongPassword``, ``StaffFault/tooManyTries(seconds:)``, or
  ///   what ``colleague(_:isActive:)`` throws.
  package func preparePassword(
    _ new: String, present: String, in session: SessionID, peer: String
  ) throws -> PreparedSecret {
    let account = try colleague(session).account
    if let fault = PasswordRule.fault(in: new, login: account.login) { throw UseCaseError.staff(.password(fault)) }
    guard PasswordRule.plain(new) != PasswordRule.plain(present) else {
      throw UseCaseError.staff(.password(.isPresent))
    }
    try countTry(login: account.login.text, peer: peer)
    guard let old = try store.passwordHash(of: account.id), present.utf8.count <= PasswordRule.longest,
      try staff.passwords.matches(PasswordRule.plain(present), old)
    else { throw UseCaseError.staff(.wrongPassword) }
    staff.tries.takeBack(peer: peer)
    staff.tries.forget(login: account.login.text)
    let hash = try staff.passwords.hash(PasswordRule.plain(new))
    return PreparedSecret(kind: .password(replacing: old), hash: hash, session: session)
  }

  /// The slow half of choosing a PIN.
  ///
  /// - Throws: ``StaffFault/pin``, or what ``colleague(_:isActive:)`` throws.
  package func preparePIN(_ pin: String, in session: SessionID) throws -> PreparedSecret {
    _ = try colleague(session)
    guard PasswordRule.isPIN(pin) else { throw UseCaseError.staff(.pin) }
    return PreparedSecret(kind: .pin, hash: try staff.passwords.hash(pin), session: session)
  }

  /// Puts the new password or PIN in force. A new password ends the account's sessions on other devices.
  package func keep(_ new: PreparedSecret) throws {
    let found = try colleague(new.session)
    let now = clock.now()
    switch new.kind {
    case .pin:
      try store.setPIN(new.hash, of: found.account.id, at: now)
      try note(.accountSecured, "\(found.note) what=pin")
    case .password(let old):
      guard try store.passwordHash(of: found.account.id) == old else { throw UseCaseError.staff(.wrongPassword) }
      try store.setPassword(new.hash, isOneTime: false, of: found.account.id, at: now)
      try endSessions(of: found.account.id, except: found.id, reason: "password")
      try note(.accountSecured, "\(found.note) what=password")
    }
  }
}
