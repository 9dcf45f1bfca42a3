import CSodium
import Slip

/// A key pair that signs slips, or key lists when it is the province's.
package struct SlipKey: Sendable {
  package let kid: KeyID
  package let publicKey: [UInt8]
  /// libsodium's form: the seed followed by the public key.
  private let secretKey: [UInt8]

  /// Makes the pair from the 32 secret bytes of its key file (RFC 8032's private key).
  package init(seed: [UInt8]) throws(SealingError) {
    try Sodium.require(seed, count: Int(crypto_sign_SEEDBYTES))
    var publicKey = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
    var secretKey = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
    guard crypto_sign_seed_keypair(&publicKey, &secretKey, seed) == 0 else { throw .libraryUnavailable }
    guard let kid = try? KeyID(publicKey: publicKey, sha256: Digest.sha256) else {
      throw .libraryUnavailable  // SHA-256 always has the 8 bytes a key id takes
    }
    (self.kid, self.publicKey, self.secretKey) = (kid, publicKey, secretKey)
  }

  /// The signature's 64 bytes; the same message always gives the same ones.
  package func sign(_ message: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
    crypto_sign_detached(&signature, nil, message, UInt64(message.count), secretKey)
    return signature
  }

  /// The signed slip for these claims.
  package func slip(_ claims: Claims) throws(SlipError) -> SlipBytes {
    try SlipBytes(claims, kid: kid, signature: sign(SlipBytes.toBeSigned(claims, kid: kid)))
  }
}
