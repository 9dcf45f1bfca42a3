import CSodium

/// Verifying Ed25519 signatures (RFC 8032); libsodium also refuses keys of small order and unreduced signatures.
package enum Ed25519 {
  /// Has the shape of the signature check that slips and key lists are verified with.
  package static func verify(_ signature: [UInt8], _ message: [UInt8], _ publicKey: [UInt8]) -> Bool {
    guard Sodium.isReady, signature.count == Int(crypto_sign_BYTES),
      publicKey.count == Int(crypto_sign_PUBLICKEYBYTES)
    else { return false }
    return crypto_sign_verify_detached(signature, message, UInt64(message.count), publicKey) == 0
  }
}
