/// An untagged COSE_Sign1 (RFC 9052) with EdDSA, as slips and key lists use it.
///
/// `[protected, {}, payload, signature]`; the protected header is exactly
/// `{1: -8, 4: kid}`, the unprotected one empty. Entries this version does
/// not know are refused, not skipped: they could change what the signature
/// means.
package struct SignedMessage: Hashable, Sendable {
  package static let signatureLength = 64
  package let kid: KeyID
  package let payload: [UInt8]
  package let signature: [UInt8]

  package init(kid: KeyID, payload: [UInt8], signature: [UInt8]) throws(SlipError) {
    guard signature.count == SignedMessage.signatureLength else {
      throw .wrongLength(of: .signature, expected: SignedMessage.signatureLength, found: signature.count)
    }
    (self.kid, self.payload, self.signature) = (kid, payload, signature)
  }

  /// The bytes the key signs: the Sig_structure of RFC 9052, section 4.4.
  ///
  /// `context` is its external_aad: empty for slips, so that any COSE library
  /// verifies them; a key list's own words there keep a signature over one
  /// kind of message from being used for the other.
  package static func toBeSigned(kid: KeyID, payload: [UInt8], context: [UInt8] = []) -> [UInt8] {
    CBOR.array([.text("Signature1"), .bytes(protected(kid)), .bytes(context), .bytes(payload)]).encoded
  }

  package func toBeSigned(context: [UInt8] = []) -> [UInt8] {
    SignedMessage.toBeSigned(kid: kid, payload: payload, context: context)
  }

  package var encoded: [UInt8] {
    CBOR.array([.bytes(SignedMessage.protected(kid)), .map([]), .bytes(payload), .bytes(signature)]).encoded
  }

  private static func protected(_ kid: KeyID) -> [UInt8] {
    CBOR.map([.init(CBOR(1), CBOR(-8)), .init(CBOR(4), .bytes(kid.bytes))]).encoded
  }
}

extension SignedMessage {
  /// Reads the one form this version writes; nothing is verified yet.
  package init(decoding bytes: [UInt8], atMost limit: Int) throws(SlipError) {
    let parts = try CBOR(decoding: bytes, atMost: limit).items ?? []
    guard parts.count == 4, let header = parts[0].byteString, let unprotected = parts[1].entries,
      let payload = parts[2].byteString, let signature = parts[3].byteString
    else { throw .notSignedMessage }
    guard unprotected.isEmpty else { throw .unprotectedHeader }
    try self.init(kid: SignedMessage.kid(in: header), payload: payload, signature: signature)
  }

  private static func kid(in header: [UInt8]) throws(SlipError) -> KeyID {
    guard let entries = try CBOR(decoding: header, atMost: 64).entries else { throw .notSignedMessage }
    guard entries.allSatisfy({ $0.key.integer == 1 || $0.key.integer == 4 }) else { throw .unknownHeader }
    guard entries.first(where: { $0.key.integer == 1 })?.value.integer == -8 else { throw .unknownAlgorithm }
    guard let kid = entries.first(where: { $0.key.integer == 4 })?.value.byteString else { throw .notAKeyID }
    return try KeyID(bytes: kid)
  }
}
