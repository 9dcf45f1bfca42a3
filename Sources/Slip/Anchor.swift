/// The province's public key: what a box trusts key lists by.
package struct Anchor: Hashable, Sendable {
  package let publicKey: [UInt8]
  package let kid: KeyID
  /// Six groups of five digits, read aloud or compared by eye when the key arrives by an unsafe way.
  ///
  /// About 99 bits: nobody can make another key with the same digits.
  package let fingerprint: String

  package init(publicKey: [UInt8], sha256: Hash) throws(SlipError) {
    guard publicKey.count == KnownKey.publicKeyLength else {
      throw .wrongLength(of: .publicKey, expected: KnownKey.publicKeyLength, found: publicKey.count)
    }
    self.publicKey = publicKey
    kid = try KeyID(publicKey: publicKey, sha256: sha256)
    fingerprint = Anchor.digits(of: sha256(Array("sathach anchor".utf8) + publicKey))
  }

  /// Whether somebody typed this fingerprint; spaces, dots and hyphens do not matter.
  package func isConfirmed(by typed: String) -> Bool {
    let kept = typed.utf8.filter { ![0x20, 0x2d, 0x2e].contains($0) }
    return kept == fingerprint.utf8.filter { $0 != 0x20 }
  }

  /// Each 5 bytes as a big-endian number modulo 100,000.
  private static func digits(of hash: [UInt8]) -> String {
    stride(from: 0, to: 30, by: 5).map { start in
      let number = hash.dropFirst(start).prefix(5).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return Digits.padded(number % 100_000, to: 5)
    }.joined(separator: " ")
  }
}
