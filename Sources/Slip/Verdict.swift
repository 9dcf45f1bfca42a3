/// The answer to "is this slip genuine?", with the reason when it is not.
package enum Verdict: Hashable, Sendable {
  /// Signed by a key that may speak for its issuer. A sample slip says nothing about any person.
  case genuine(Claims, sample: Bool)
  /// No key that bears the slip's key id made this signature.
  case altered(KeyID)
  case unknownKey(KeyID)
  /// Signed by a known key, with a serial number before the key's first.
  case keyNotYetInForce(Claims, from: Int)
  case keyWithdrawn(Claims, from: Int)
  case revoked(Claims)
  /// Signed by a known key that belongs to somebody else.
  case issuerMismatch(claimed: Issuer, owner: Issuer)
  case otherVersion(Int)
  /// The text has nothing to do with slips.
  case notASlip(SlipError)
  /// The text begins like a slip and then breaks a rule of the format.
  case malformed(SlipError)
}

/// Ed25519 verification as the caller's crypto library offers it.
package typealias SignatureCheck = (_ signature: [UInt8], _ message: [UInt8], _ publicKey: [UInt8]) -> Bool
