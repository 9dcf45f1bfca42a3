import Slip

/// The province's public key (X25519): whom bundles are sealed to.
package struct Recipient: Hashable, Sendable {
  package static let keyLength = 32
  package let publicKey: [UInt8]
  /// What stands in a bundle's head.
  package let id: [UInt8]
  /// Six groups of five digits, read aloud or compared by eye; as for the key of lists, with words of its own in front.
  package let fingerprint: String

  /// Nil for a key of another length.
  package init?(publicKey: [UInt8], sha256: Hash) {
    guard publicKey.count == Recipient.keyLength else { return nil }
    self.publicKey = publicKey
    id = Array(sha256(publicKey).prefix(BundleHead.recipientLength))
    let hash = sha256(Array("sathach recipient".utf8) + publicKey)
    fingerprint = stride(from: 0, to: 30, by: 5).map { start in
      let number = hash.dropFirst(start).prefix(5).reduce(0) { $0 << 8 | Int($1) }
      return Padded.text(number % 100_000, to: 5)
    }.joined(separator: " ")
  }

  /// Whether somebody typed this fingerprint; spaces, dots and hyphens do not matter.
  package func isConfirmed(by typed: String) -> Bool {
    typed.utf8.filter { ![0x20, 0x2d, 0x2e].contains($0) } == fingerprint.utf8.filter { $0 != 0x20 }
  }
}
