import CSodium

/// libsodium, started once for the whole process.
enum Sodium {
  /// Evaluated by the first user; `sodium_init` gives −1 only when the system has no randomness.
  static let isReady = sodium_init() >= 0

  static func require() throws(SealingError) {
    guard isReady else { throw .libraryUnavailable }
  }

  static func require(_ bytes: [UInt8], count: Int) throws(SealingError) {
    try require()
    guard bytes.count == count else { throw .wrongLength(expected: count, found: bytes.count) }
  }
}
