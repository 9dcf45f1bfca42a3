import CSodium

/// The office's key pair for backups and mirrors. Its secret half exists only while somebody restores: it is computed from
/// the recovery key, of which the box keeps nothing.
package struct OfficeKey: Sendable {
  package static let publicLength = 32
  /// How much longer a sealed secret is than the secret: an ephemeral public key and an authenticator.
  static let sealLength = 48
  package let publicKey: [UInt8]
  private let secretKey: [UInt8]

  /// X25519 by `crypto_box_seed_keypair`; the seed is HMAC-SHA256 of the key's bytes under `sathach recovery key 1`.
  package init(_ recovery: RecoveryKey) throws(SealingError) {
    try Sodium.require()
    let seed = Digest.hmac(key: Array("sathach recovery key 1".utf8), message: recovery.bytes)
    var publicKey = [UInt8](repeating: 0, count: Self.publicLength)
    var secretKey = [UInt8](repeating: 0, count: 32)
    guard crypto_box_seed_keypair(&publicKey, &secretKey, seed) == 0 else { throw .libraryUnavailable }
    (self.publicKey, self.secretKey) = (publicKey, secretKey)
  }

  /// Seals a secret so that only the office's secret half opens it (`crypto_box_seal`).
  package static func seal(_ secret: [UInt8], to publicKey: [UInt8]) throws(SealingError) -> [UInt8] {
    try Sodium.require(publicKey, count: publicLength)
    var sealed = [UInt8](repeating: 0, count: secret.count + sealLength)
    guard crypto_box_seal(&sealed, secret, UInt64(secret.count), publicKey) == 0 else { throw .cannotOpen }
    return sealed
  }

  /// - Throws: ``SealingError/cannotOpen`` where it was altered or sealed to another key.
  package func open(_ sealed: [UInt8]) throws(SealingError) -> [UInt8] {
    guard sealed.count >= Self.sealLength else { throw .cannotOpen }
    var secret = [UInt8](repeating: 0, count: sealed.count - Self.sealLength)
    guard crypto_box_seal_open(&secret, sealed, UInt64(sealed.count), publicKey, secretKey) == 0 else {
      throw .cannotOpen
    }
    return secret
  }
}
