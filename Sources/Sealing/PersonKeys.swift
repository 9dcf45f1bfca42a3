import CSodium

/// Tells people apart by their citizen numbers without keeping these: BLAKE2b-128 under a key of the province.
package struct PersonKeys: Sendable {
  package static let length = 16
  private let key: [UInt8]

  /// - Parameter secret: the province's 32 bytes; a subkey of them is used (`crypto_kdf`, subkey 1, context `person__`).
  package init(secret: [UInt8]) throws(SealingError) {
    try Sodium.require(secret, count: PersonalSeal.keyLength)
    var key = [UInt8](repeating: 0, count: 32)
    crypto_kdf_derive_from_key(&key, key.count, 1, "person__".utf8.map { CChar(bitPattern: $0) }, secret)
    self.key = key
  }

  package func key(of words: String) -> [UInt8] {
    let message = Array(words.utf8)
    var hash = [UInt8](repeating: 0, count: Self.length)
    crypto_generichash(&hash, hash.count, message, UInt64(message.count), key, key.count)
    return hash
  }
}
