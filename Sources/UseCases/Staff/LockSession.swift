import Assessment

/// What the slow look at a PIN came to.
package struct PINCheck: Sendable {
  let session: SessionID
  let hash: String
  let isRight: Bool
}

/// What entering a PIN came to. Refusals are values, not errors, because they are written down.
package enum Unlocking: Equatable, Sendable {
  case unlocked(StaffSession)
  /// 0 left: the session is over and the password is asked for again.
  case refused(triesLeft: Int)
}

extension Kiosk {
  /// Locks a session because its owner goes away.
  package func lock(_ session: SessionID) throws {
    let found = try staffSession(session)
    guard try store.staffSession(session)?.stage == .open else { return }
    try lock(found, reason: "asked")
  }

  /// The slow half of unlocking: compares a PIN with its hash.
  ///
  /// - Throws: ``StaffFault/sessionLocked(hasPIN:)`` where there is no PIN, ``StaffFault/notSignedIn``.
  package func checkPIN(_ pin: String, in session: SessionID) throws -> PINCheck {
    let found = try staffSession(session)
    guard found.stage != .awaitingCode else { throw UseCaseError.staff(.owed(.secondFactor)) }
    guard let hash = try store.pinHash(of: found.account.id) else {
      throw UseCaseError.staff(.sessionLocked(hasPIN: false))
    }
    let isRight = try staff.passwords.matches(PasswordRule.isPIN(pin) ? pin : "", hash)
    return PINCheck(session: session, hash: hash, isRight: isRight)
  }

  /// Unlocks a session after ``checkPIN(_:in:)``; the fifth wrong PIN in a row ends it.
  package func unlock(_ check: PINCheck) throws -> Unlocking {
    var found = try staffSession(check.session)
    guard found.stage == .locked else { return .unlocked(try colleague(check.session)) }
    if isLeftAlone(try stored(check.session)) { try lock(found, reason: "idle") }
    guard check.isRight, try store.pinHash(of: found.account.id) == check.hash else {
      try note(.pinRefused, found.note)
      return .refused(triesLeft: try countWrongTry(in: found, endingFor: "pins"))
    }
    try store.setStage(.open, of: found.id)
    try store.setWrongTries(0, of: found.id)
    staff.presence.note(found.id, at: clock.monotonic())
    try note(.sessionUnlocked, found.note)
    found.stage = .open
    return .unlocked(found)
  }

  /// Locks what was left alone and ends what is over, so that the log says so near the time. Runs at every sign-in and
  /// once a minute; where there is nothing to do, nothing is written.
  package func tidyStaffSessions() throws {
    for session in try store.staffSessions() {
      if session.isOver(at: clock.now()) {
        try end(session, reason: "over")
      } else if isLeftAlone(session) {
        try lock(session, reason: "idle")
      }
    }
  }

  private func stored(_ session: SessionID) throws -> StaffSession {
    guard let found = try store.staffSession(session) else { throw UseCaseError.staff(.notSignedIn) }
    return found
  }

  private func lock(_ session: StaffSession, reason: String) throws {
    try store.setStage(.locked, of: session.id)
    staff.presence.forget(session.id)
    try note(.sessionLocked, "\(session.note) reason=\(reason)")
  }
}
