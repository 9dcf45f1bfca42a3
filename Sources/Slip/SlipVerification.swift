/// Judges a slip from its text, the keys known and a signature check; nothing else has a say.
package enum SlipVerification {
  package static func verdict(on text: String, keys: KeyList, check: SignatureCheck) -> Verdict {
    do throws(SlipError) {
      let slip = try SlipBytes(decoding: SlipText.decode(text))
      return try verdict(on: slip.message, keys: keys, check: check)
    } catch {
      switch error {
      case .otherVersion(let version): return .otherVersion(version)
      case .empty, .notOurs: return .notASlip(error)
      default: return .malformed(error)
      }
    }
  }

  /// The claims are read only after a signature held: what nobody signed gets no say in the verdict.
  private static func verdict(
    on message: SignedMessage, keys: KeyList, check: SignatureCheck
  ) throws(SlipError) -> Verdict {
    let candidates = keys.keys.filter { $0.kid == message.kid }
    guard !candidates.isEmpty else { return .unknownKey(message.kid) }
    let signed = message.toBeSigned()
    let signers = candidates.filter { check(message.signature, signed, $0.publicKey) }
    guard let owner = signers.first?.issuer else { return .altered(message.kid) }
    let claims = try Claims(decoding: message.payload)
    let entries = signers.filter { $0.issuer == claims.issuer }
    guard !entries.isEmpty else { return .issuerMismatch(claimed: claims.issuer, owner: owner) }
    return verdict(on: claims, entries: entries, revoked: keys.revoked)
  }

  /// Several entries for one key (the province's and the box's own) must all agree.
  private static func verdict(on claims: Claims, entries: [KnownKey], revoked: Set<RevokedSlip>) -> Verdict {
    if revoked.contains(RevokedSlip(issuer: claims.issuer, token: claims.token)) { return .revoked(claims) }
    if let withdrawn = entries.compactMap(\.withdrawnFromSerial).min(), claims.serial >= withdrawn {
      return .keyWithdrawn(claims, from: withdrawn)
    }
    if let from = entries.map(\.fromSerial).max(), claims.serial < from {
      return .keyNotYetInForce(claims, from: from)
    }
    return .genuine(claims, sample: claims.issuer.isSample)
  }
}
