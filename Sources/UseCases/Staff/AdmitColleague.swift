import Assessment

extension Kiosk {
  /// The colleague behind a session, for everything that a role may do. Every page and every post of staff begins
  /// with it.
  ///
  /// - Parameter isActive: false for what a page asks for by itself, such as the board's refresh: it keeps nobody
  ///   signed in.
  /// - Throws: ``StaffFault/notSignedIn``, ``StaffFault/sessionLocked(hasPIN:)``, ``StaffFault/owed(_:)`` or
  ///   ``StaffFault/forbidden(_:)``.
  package func colleague(
    _ session: SessionID?, as role: Account.Role, isActive: Bool = true
  ) throws -> StaffSession {
    try colleague(session, asAnyOf: [role], isActive: isActive)
  }

  /// As ``colleague(_:as:isActive:)``, for what several roles may do; a refusal names the first.
  package func colleague(
    _ session: SessionID?, asAnyOf roles: [Account.Role], isActive: Bool = true
  ) throws -> StaffSession {
    let found = try colleague(session, isActive: isActive)
    if let duty = found.duty { throw UseCaseError.staff(.owed(duty)) }
    guard roles.contains(where: { found.account.role.includes($0) }) else {
      throw UseCaseError.staff(.forbidden(roles.first ?? .officer))
    }
    return found
  }

  /// The colleague behind a session, for the pages about one's own account: what is owed may be done there.
  package func colleague(_ session: SessionID?, isActive: Bool = true) throws -> StaffSession {
    let found = try staffSession(session)
    switch found.stage {
    case .awaitingCode: throw UseCaseError.staff(.owed(.secondFactor))
    case .locked: throw UseCaseError.staff(.sessionLocked(hasPIN: found.account.hasPIN))
    case .open: break
    }
    if isActive { staff.presence.note(found.id, at: clock.monotonic()) }
    return found
  }

  /// A session as it stands, in whatever stage; locked where it was left alone.
  ///
  /// - Throws: ``StaffFault/notSignedIn`` where there is none, or its time is over.
  package func staffSession(_ session: SessionID?) throws -> StaffSession {
    guard let session, var found = try store.staffSession(session), !found.isOver(at: clock.now()) else {
      throw UseCaseError.staff(.notSignedIn)
    }
    if isLeftAlone(found) { found.stage = .locked }
    return found
  }

  /// One that nobody remembers was open when the service stopped.
  func isLeftAlone(_ session: StaffSession) -> Bool {
    guard session.stage == .open else { return false }
    guard let last = staff.presence.lastUse(of: session.id) else { return true }
    return clock.monotonic() - last >= StaffSession.idleLimit
  }

  /// - Throws: ``StaffFault/forbidden(_:)`` for an account that is not, or no longer, an officer's.
  func checkOfficer(_ actor: StaffActor) throws {
    guard case .account(let id) = actor else { return }
    guard let account = try store.account(id), !account.isDisabled, account.role == .officer else {
      throw UseCaseError.staff(.forbidden(.officer))
    }
  }
}
