import CSodium
import Glibc
import UseCases

/// Passwords and PINs as argon2id strings (`$argon2id$v=19$m=65536,t=4,p=1$…`), salted by libsodium.
///
/// 64 MiB and 4 passes: libsodium's interactive memory with twice its passes. Measured on one core of an
/// EPYC server: 118 to 127 ms (2 passes 77 to 93 ms; 128 MiB and 2 passes 151 to 163 ms). A mini-PC is
/// expected to take about twice as long. The string names its parameters, so that older ones
/// can still be compared after these are raised.
package struct PasswordHashes: PasswordHashing {
  static let passes: UInt64 = 4
  static let memory = 64 << 20

  /// Compared with where there is no account: the same parameters, no password's hash.
  static let nobody =
    "$argon2id$v=19$m=65536,t=4,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

  package init() {}

  package func hash(_ password: String) throws -> String {
    try Sodium.require()
    let bytes = password.utf8.map { CChar(bitPattern: $0) }
    var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    guard crypto_pwhash_str(&text, bytes, UInt64(bytes.count), Self.passes, Self.memory) == 0 else {
      throw SealingError.outOfMemory
    }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  package func matches(_ password: String, _ hash: String?) throws -> Bool {
    try Sodium.require()
    let bytes = password.utf8.map { CChar(bitPattern: $0) }
    var text = (hash ?? Self.nobody).utf8.prefix(Int(crypto_pwhash_STRBYTES) - 1).map { CChar(bitPattern: $0) }
    text += [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES) - text.count)
    errno = 0
    if crypto_pwhash_str_verify(text, bytes, UInt64(bytes.count)) == 0 { return hash != nil }
    // A right password must not be called wrong because the box was short of memory.
    if errno == ENOMEM { throw SealingError.outOfMemory }
    return false
  }
}
