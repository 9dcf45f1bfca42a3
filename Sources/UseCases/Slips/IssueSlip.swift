import Assessment
import Slip

/// The part of a slip that takes long to compute, made beside the writer and then used in its transaction.
package struct PreparedSlip: Sendable {
  package let attempt: Attempt.ID
  package let token: SlipToken
  /// Nil for a slip that is bound to nobody, as samples are.
  package let holderCheck: Int?

  package init(attempt: Attempt.ID, token: SlipToken, holderCheck: Int?) {
    self.attempt = attempt
    self.token = token
    self.holderCheck = holderCheck
  }
}

extension Kiosk {
  /// Draws the token and computes the holder check: tens of milliseconds, so never on the writer.
  ///
  /// - Returns: nil where no slip can come of it: practice, nobody seated, or a slip is there already.
  package func prepareSlip(for record: AttemptRecord) throws -> PreparedSlip? {
    guard record.attempt.mode == .tested, let person = record.person,
      try store.slip(of: record.attempt.id) == nil, let stored = try store.candidate(person)
    else { return nil }
    let token = try drawToken()
    // Without papers there is no number that a holder could show.
    let check = try stored.number.isMade ? nil : signing.holderCheck(of: stored.number, token: token)
    return PreparedSlip(attempt: record.attempt.id, token: token, holderCheck: check)
  }

  /// Twelve random digits. The remainder of 64 bits favours low numbers by less than one in a million.
  package func drawToken() throws -> SlipToken {
    try SlipToken(number: chance.number() % SlipToken.limit)
  }

  /// Issues the slip of a passed attempt: signed, numbered and in the log with its hash, all in one transaction.
  ///
  /// Asking again gives the slip that is there: there are never two of one attempt.
  package func issueSlip(for record: AttemptRecord, prepared: PreparedSlip?) throws -> StoredSlip {
    if let slip = try store.slip(of: record.attempt.id) { return slip }
    guard record.attempt.mode == .tested else { throw UseCaseError.practiceOnly }
    let result = try result(of: record)
    guard result.outcome.isPassed else { throw UseCaseError.notPassed }
    let help = try helpLevel(of: result)
    guard !isClockDoubted else { throw UseCaseError.clockBehind }
    guard let prepared, prepared.attempt == record.attempt.id else { throw UseCaseError.resultNotReady }
    guard try store.slip(with: prepared.token) == nil else { throw UseCaseError.tokenTaken }

    let now = clock.now()
    let claims = try claims(for: result, prepared: prepared, help: help, at: now)
    let signature = try signing.sign(SlipBytes.toBeSigned(claims, kid: signing.keyID))
    let bytes = try SlipBytes(claims, kid: signing.keyID, signature: signature).bytes
    let slip = StoredSlip(
      serial: Int64(claims.serial), attempt: record.attempt.id, token: prepared.token, bytes: bytes, issuedAt: now)
    try store.add(slip)
    try store.append(
      Event(.slipIssued, attempt: record.attempt.id, digest: secrets.sha256(bytes), note: "serial=\(slip.serial)"),
      at: now)
    return slip
  }

  /// - Throws: where help that is not allowed waits for an officer, or was found to spoil the result.
  private func helpLevel(of result: AttemptResult) throws -> Claims.Help {
    switch result.help.standing {
    case .clear(.none): return .none
    case .clear(.allowed): return .allowed
    case .clear(.coaching): return .coaching
    case .awaitsOfficer: throw UseCaseError.desk(.awaitsOfficer(result.record.attempt.id))
    case .refused: throw UseCaseError.desk(.slipRefused(result.record.attempt.id))
    }
  }

  private func claims(
    for result: AttemptResult, prepared: PreparedSlip, help: Claims.Help, at now: Moment
  ) throws -> Claims {
    let rules = result.rules
    guard let audience = rules.framework.audience(result.record.attempt.audience) else {
      throw UseCaseError.contentDamaged
    }
    return try Claims(
      issuer: office.issuer, issuedAt: Int(now.seconds), token: prepared.token, serial: Int(try store.nextSerial()),
      audience: audience.number, frameworkVersion: rules.framework.version, blueprintVersion: rules.blueprint.version,
      bankHash: Array(rules.bankHash.prefix(4)), right: result.outcome.right, asked: result.outcome.asked,
      outcome: .passed, areaBits: Int(result.outcome.areaBits(in: rules.framework)),
      identity: identity(result.record.identity), help: help, bootCounter: office.bootCounter,
      logHead: Array(try store.head().prefix(8)), holderCheck: prepared.holderCheck)
  }

  private func identity(_ identity: Candidate.Identity) -> Claims.Identity {
    switch identity {
    case .selfDeclared: .selfDeclared
    case .cardString: .cardString
    case .confirmedByStaff: .staffConfirmed
    }
  }
}
