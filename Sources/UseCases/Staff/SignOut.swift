import Assessment

extension Kiosk {
  /// Ends a session for good: its id opens nothing any more. A session that is over already is fine.
  package func signOut(_ session: SessionID) throws {
    try end(session, reason: "asked")
  }

  func end(_ session: SessionID?, reason: String) throws {
    guard let session, let found = try store.staffSession(session) else { return }
    try end(found, reason: reason)
  }

  /// One that never got past the password was not signed in, so nothing is written about its end.
  func end(_ session: StaffSession, reason: String) throws {
    try store.end(session.id)
    staff.presence.forget(session.id)
    guard session.stage != .awaitingCode else { return }
    try note(.signedOut, "\(session.note) reason=\(reason)")
  }

  /// Ends every session of an account but one.
  func endSessions(of account: Account.ID, except kept: StaffSession.ID? = nil, reason: String) throws {
    for session in try store.staffSessions() where session.account.id == account && session.id != kept {
      try end(session, reason: reason)
    }
  }
}
