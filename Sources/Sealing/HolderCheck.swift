import CSodium
import Slip

/// The 12 bits that bind a slip to a citizen number without saying it.
///
/// argon2id version 1.3 of the number's twelve ASCII digits; salt: the first
/// 16 bytes of SHA-256 of `sathach holder` and the token's 5 bytes; 2 passes,
/// 19 MiB, 1 lane, 16 bytes. The first 12 bits of the result, big-endian.
package enum HolderCheck {
  private static let passes: UInt64 = 2
  private static let memory = 19 * 1024 * 1024

  /// Takes about 20 ms and 19 MiB; must not run beside the writer's transactions.
  package static func bits(number: String, token: SlipToken) throws(SealingError) -> Int {
    try Sodium.require()
    guard number.utf8.count == 12, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw .notACitizenNumber
    }
    let salt = Array(Digest.sha256(Array("sathach holder".utf8) + token.bytes).prefix(16))
    var hash = [UInt8](repeating: 0, count: 16)
    let password = number.utf8.map { CChar(bitPattern: $0) }
    let result = crypto_pwhash(
      &hash, UInt64(hash.count), password, UInt64(password.count), salt, passes, memory,
      crypto_pwhash_ALG_ARGON2ID13)
    guard result == 0 else { throw .outOfMemory }
    return Int(hash[0]) << 4 | Int(hash[1] >> 4)
  }
}
