import CSodium
import UseCases

/// SHA-256 and HMAC-SHA256.
package enum Digest {
  package static func sha256(_ message: [UInt8]) -> [UInt8] {
    var hash = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256(&hash, message, UInt64(message.count))
    return hash
  }

  /// HMAC-SHA256 (RFC 2104) with a key of any length.
  package static func hmac(key: [UInt8], message: [UInt8]) -> [UInt8] {
    var state = crypto_auth_hmacsha256_state()
    var code = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
    crypto_auth_hmacsha256_init(&state, key, key.count)
    crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
    crypto_auth_hmacsha256_final(&state, &code)
    return code
  }

  /// HMAC-SHA256 with one key for many messages: the key is hashed once.
  package struct Keyed: Sendable {
    private let start: crypto_auth_hmacsha256_state

    package init(key: [UInt8]) {
      var start = crypto_auth_hmacsha256_state()
      crypto_auth_hmacsha256_init(&start, key, key.count)
      self.start = start
    }

    package func code(of message: [UInt8]) -> [UInt8] {
      var state = start
      var code = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
      crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
      crypto_auth_hmacsha256_final(&state, &code)
      return code
    }
  }

  /// Compares secrets in a time that depends on their lengths only.
  package static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one.count == other.count && (one.isEmpty || sodium_memcmp(one, other, one.count) == 0)
  }
}

/// SHA-256 of what comes piece by piece.
package final class RunningSHA256: RunningDigest {
  private var state = crypto_hash_sha256_state()

  package init() {
    crypto_hash_sha256_init(&state)
  }

  package func add(_ bytes: [UInt8]) {
    crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
  }

  package func finish() -> [UInt8] {
    var hash = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256_final(&state, &hash)
    return hash
  }
}
