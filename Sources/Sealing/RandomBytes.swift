import CSodium
import Slip

/// The system's randomness through libsodium.
package enum RandomBytes {
  package static func bytes(_ count: Int) -> [UInt8] {
    _ = Sodium.isReady
    var bytes = [UInt8](repeating: 0, count: max(0, count))
    randombytes_buf(&bytes, bytes.count)
    return bytes
  }

  /// A token, every one as likely as any other.
  package static func token() -> SlipToken {
    while true {
      // 40 random bits are too large for a token 9 times in 100; those are drawn again.
      if let token = try? SlipToken(bytes: bytes(5)) { return token }
    }
  }
}
