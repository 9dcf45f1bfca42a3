import CSodium

/// The province's key pair (X25519) that bundles are sealed to. Its secret half is at the province only.
package struct BundleKey: Sendable {
  package static let seedLength = 32
  package let publicKey: [UInt8]
  private let secretKey: [UInt8]

  /// Makes the pair from the 32 secret bytes of its key file (`crypto_box_seed_keypair`).
  package init(seed: [UInt8]) throws(SealingError) {
    try Sodium.require(seed, count: Self.seedLength)
    var publicKey = [UInt8](repeating: 0, count: OfficeKey.publicLength)
    var secretKey = [UInt8](repeating: 0, count: 32)
    guard crypto_box_seed_keypair(&publicKey, &secretKey, seed) == 0 else { throw .libraryUnavailable }
    (self.publicKey, self.secretKey) = (publicKey, secretKey)
  }

  /// The content key of a bundle, by its head's sealed key.
  ///
  /// - Throws: ``SealingError/cannotOpen`` where it was altered or sealed to another key.
  package func open(_ sealed: [UInt8]) throws(SealingError) -> ContentKey {
    guard sealed.count == ContentKey.length + OfficeKey.sealLength else { throw .cannotOpen }
    var key = [UInt8](repeating: 0, count: ContentKey.length)
    guard crypto_box_seal_open(&key, sealed, UInt64(sealed.count), publicKey, secretKey) == 0 else {
      throw .cannotOpen
    }
    return try ContentKey(key)
  }
}

/// The key of the personal parts of one bundle.
package struct ContentKey: Sendable {
  package static let length = 32
  static let nonceLength = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
  static let tagLength = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)
  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) throws(SealingError) {
    try Sodium.require(bytes, count: Self.length)
    self.bytes = bytes
  }

  package static func new() throws(SealingError) -> ContentKey { try ContentKey(RandomBytes.bytes(length)) }

  package func sealed(to publicKey: [UInt8]) throws(SealingError) -> [UInt8] {
    try OfficeKey.seal(bytes, to: publicKey)
  }

  /// 24 random bytes, then XChaCha20-Poly1305 with its tag at the end.
  package func seal(_ message: [UInt8], with associated: [UInt8]) -> [UInt8] {
    seal(message, with: associated, nonce: RandomBytes.bytes(Self.nonceLength))
  }

  /// For vectors, which must come out the same each time.
  package func seal(_ message: [UInt8], with associated: [UInt8], nonce: [UInt8]) -> [UInt8] {
    var sealed = [UInt8](repeating: 0, count: message.count + Self.tagLength)
    crypto_aead_xchacha20poly1305_ietf_encrypt(
      &sealed, nil, message, UInt64(message.count), associated, UInt64(associated.count), nil, nonce, bytes)
    return nonce + sealed
  }

  /// Nil where it was altered, moved, or sealed with another key.
  package func open(_ sealed: [UInt8], with associated: [UInt8]) -> [UInt8]? {
    guard sealed.count >= Self.nonceLength + Self.tagLength else { return nil }
    let (nonce, body) = (Array(sealed.prefix(Self.nonceLength)), Array(sealed.dropFirst(Self.nonceLength)))
    var message = [UInt8](repeating: 0, count: body.count - Self.tagLength)
    let code = crypto_aead_xchacha20poly1305_ietf_decrypt(
      &message, nil, nil, body, UInt64(body.count), associated, UInt64(associated.count), nonce, bytes)
    return code == 0 ? message : nil
  }
}
