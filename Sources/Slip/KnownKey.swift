/// A public key this box trusts, for one issuer and one stretch of its serial numbers.
package struct KnownKey: Hashable, Sendable {
  package static let publicKeyLength = 32
  package let kid: KeyID
  package let publicKey: [UInt8]
  /// The only issuer this key may speak for.
  package let issuer: Issuer
  /// Slips with a smaller serial number were not made with this key.
  package let fromSerial: Int
  /// From this serial number on, nothing signed by this key counts.
  package let withdrawnFromSerial: Int?

  package init(
    kid: KeyID, publicKey: [UInt8], issuer: Issuer, fromSerial: Int = 1, withdrawnFromSerial: Int? = nil
  ) throws(SlipError) {
    guard publicKey.count == KnownKey.publicKeyLength else {
      throw .wrongLength(of: .publicKey, expected: KnownKey.publicKeyLength, found: publicKey.count)
    }
    guard (1...0xffff_ffff).contains(fromSerial) else { throw .outOfBounds(.fromSerial, found: fromSerial) }
    if let withdrawn = withdrawnFromSerial, !(1...0xffff_ffff).contains(withdrawn) {
      throw .outOfBounds(.withdrawnFromSerial, found: withdrawn)
    }
    (self.kid, self.publicKey, self.issuer) = (kid, publicKey, issuer)
    (self.fromSerial, self.withdrawnFromSerial) = (fromSerial, withdrawnFromSerial)
  }
}
