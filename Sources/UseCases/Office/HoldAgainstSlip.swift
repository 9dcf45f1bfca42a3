import Assessment
import Slip

/// What a slip says that this box's log and tables do not.
package enum SlipContradiction: Equatable, Sendable {
  /// The chain itself does not hold from this entry on.
  case chainBroken(entry: Int64)
  /// No entry has the hash that the slip carries: what was before it was changed, or is gone.
  case headUnknown
  /// The entry after the slip's log head issues another slip, or none.
  case entryReplaced(entry: Int64)
  /// The log ends where the slip's own entry should follow.
  case entryMissing(after: Int64)
  /// Under the slip's serial another slip is stored.
  case slipReplaced
  /// The slip is not stored, though serials go on behind it.
  case slipMissing
  /// The last serial here is smaller: the database is older than the slip.
  case olderThanSlip(lastSerial: Int64)
  /// The box has been started less often than the slip says.
  case fewerStarts(counted: Int64)
  /// The last entry is dated before the slip.
  case endsBefore(Moment)
}

/// What came of holding the box against a slip.
package struct SlipConfrontation: Sendable {
  package enum Finding: Sendable, Equatable {
    case agrees
    case contradicts([SlipContradiction])
    /// Only slips that this box's key signed say anything about it.
    case notEvidence(Verdict)
    case ofAnotherBox(Issuer)
  }

  package let finding: Finding
  package let claims: Claims?
  /// Nil where the slip is no evidence.
  package let evidence: SlipEvidence?
}

extension Kiosk {
  /// Holds log and tables against a slip that somebody took home. Reads the whole log: never in place.
  package func holdAgainst(slip text: String) throws -> SlipConfrontation {
    let verdict = SlipVerification.verdict(on: text, keys: try keyRing.keys(), check: signing.verify)
    guard let claims = verdict.claims, let bytes = try? SlipText.decode(text) else {
      return SlipConfrontation(finding: .notEvidence(verdict), claims: nil, evidence: nil)
    }
    guard claims.issuer == office.issuer else {
      return SlipConfrontation(finding: .ofAnotherBox(claims.issuer), claims: claims, evidence: nil)
    }
    let evidence = try store.evidence(on: claims)
    let found = evidence.contradictions(of: claims, digest: secrets.sha256(bytes))
    return SlipConfrontation(
      finding: found.isEmpty ? .agrees : .contradicts(found), claims: claims, evidence: evidence)
  }
}

extension Verdict {
  /// What was said under a signature that holds, whatever it is worth today.
  package var claims: Claims? {
    switch self {
    case .genuine(let claims, _), .keyNotYetInForce(let claims, _), .keyWithdrawn(let claims, _), .revoked(let claims):
      claims
    case .altered, .unknownKey, .issuerMismatch, .otherVersion, .notASlip, .malformed: nil
    }
  }
}

extension SlipEvidence {
  /// - Parameter digest: SHA-256 of the slip's bytes.
  package func contradictions(of claims: Claims, digest: [UInt8]) -> [SlipContradiction] {
    let chain = brokenEntry.map { [SlipContradiction.chainBroken(entry: $0)] } ?? []
    return chain + entry(digest) + stored(claims, digest) + progress(claims)
  }

  private func entry(_ digest: [UInt8]) -> [SlipContradiction] {
    guard let head = headEntry else { return [.headUnknown] }
    guard head < lastEntry else { return [.entryMissing(after: head)] }
    return issuedDigest == digest ? [] : [.entryReplaced(entry: head + 1)]
  }

  private func stored(_ claims: Claims, _ digest: [UInt8]) -> [SlipContradiction] {
    guard Int64(claims.serial) <= lastSerial else { return [.olderThanSlip(lastSerial: lastSerial)] }
    guard let storedDigest else { return [.slipMissing] }
    return storedDigest == digest ? [] : [.slipReplaced]
  }

  /// Whole seconds on the slip, thousandths in the log.
  private func progress(_ claims: Claims) -> [SlipContradiction] {
    var found: [SlipContradiction] = []
    if boots < claims.bootCounter { found.append(.fewerStarts(counted: boots)) }
    if let last = lastEntryAt, last.seconds < claims.issuedAt { found.append(.endsBefore(last)) }
    return found
  }
}
