import CSodium

/// Encrypts personal fields and finds them again by keyed hash, from one 32-byte data key.
///
/// The key's three uses have a subkey each (`crypto_kdf`, subkey 1, contexts
/// `personal`, `lookup__`, `csrf____`), so none can stand in for another.
package struct PersonalSeal: Sendable {
  package static let keyLength = Int(crypto_kdf_KEYBYTES)
  private static let version: UInt8 = 1
  private static let nonceLength = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
  private static let tagLength = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)

  /// For session and form tokens of the web pages.
  package let csrfKey: [UInt8]
  private let fieldKey: [UInt8]
  private let lookupKey: [UInt8]

  package init(dataKey: [UInt8]) throws(SealingError) {
    try Sodium.require(dataKey, count: PersonalSeal.keyLength)
    fieldKey = PersonalSeal.subkey("personal", of: dataKey)
    lookupKey = PersonalSeal.subkey("lookup__", of: dataKey)
    csrfKey = PersonalSeal.subkey("csrf____", of: dataKey)
  }

  /// Seals a text for one place, such as table, column and row: sealed text moved elsewhere does not open.
  ///
  /// The result is a version byte 1, 24 random bytes, then XChaCha20-Poly1305.
  package func seal(_ text: String, for place: String) -> [UInt8] {
    let (message, associated) = (Array(text.utf8), Array(place.utf8))
    let nonce = RandomBytes.bytes(PersonalSeal.nonceLength)
    var sealed = [UInt8](repeating: 0, count: message.count + PersonalSeal.tagLength)
    crypto_aead_xchacha20poly1305_ietf_encrypt(
      &sealed, nil, message, UInt64(message.count), associated, UInt64(associated.count), nil, nonce, fieldKey)
    return [PersonalSeal.version] + nonce + sealed
  }

  package func open(_ sealed: [UInt8], for place: String) throws(SealingError) -> String {
    let head = 1 + PersonalSeal.nonceLength
    guard sealed.count >= head + PersonalSeal.tagLength, sealed[0] == PersonalSeal.version else { throw .cannotOpen }
    let (nonce, body, associated) = (Array(sealed[1..<head]), Array(sealed[head...]), Array(place.utf8))
    var message = [UInt8](repeating: 0, count: body.count - PersonalSeal.tagLength)
    let result = crypto_aead_xchacha20poly1305_ietf_decrypt(
      &message, nil, nil, body, UInt64(body.count), associated, UInt64(associated.count), nonce, fieldKey)
    guard result == 0, let text = String(validating: message, as: UTF8.self) else { throw .cannotOpen }
    return text
  }

  /// 32 bytes that are equal for equal texts of one kind, and tell nothing without the key.
  package func lookup(_ text: String, kind: String) -> [UInt8] {
    Digest.hmac(key: lookupKey, message: Array(kind.utf8) + [0] + Array(text.utf8))
  }

  private static func subkey(_ context: String, of dataKey: [UInt8]) -> [UInt8] {
    var key = [UInt8](repeating: 0, count: 32)
    let context = context.utf8.map { CChar(bitPattern: $0) }
    crypto_kdf_derive_from_key(&key, key.count, 1, context, dataKey)
    return key
  }
}
