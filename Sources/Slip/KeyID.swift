/// SHA-256 as the caller's crypto library offers it; this target computes no hashes itself.
package typealias Hash = (_ message: [UInt8]) -> [UInt8]

/// The first 8 bytes of SHA-256 of a raw Ed25519 public key.
///
/// Only a hint where to look: two keys may bear the same id, so whoever
/// verifies tries all of them.
package struct KeyID: Hashable, Sendable {
  package static let length = 8
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) throws(SlipError) {
    guard bytes.count == KeyID.length else { throw .notAKeyID }
    self.bytes = bytes
  }

  package init(publicKey: [UInt8], sha256: Hash) throws(SlipError) {
    try self.init(bytes: Array(sha256(publicKey).prefix(KeyID.length)))
  }

  package init(hex: String) throws(SlipError) {
    guard let bytes = Hex.bytes(hex) else { throw .notAKeyID }
    try self.init(bytes: bytes)
  }

  package var hex: String { Hex.text(bytes) }
}
