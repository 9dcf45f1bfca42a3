/// Everything keys, seals and key files can fail with; never holds secret bytes or what was sealed.
package enum SealingError: Error, Hashable, Sendable {
  /// libsodium could not start; without it nothing may be sealed or signed.
  case libraryUnavailable
  case wrongLength(expected: Int, found: Int)
  /// A citizen number has exactly twelve digits.
  case notACitizenNumber
  /// argon2id found too little memory.
  case outOfMemory
  /// A sealed field was altered, belongs to another place, or was sealed with another key.
  case cannotOpen

  case keyFileMissing(path: String)
  case keyFileExists(path: String)
  case keyFileWrongSize(path: String, bytes: Int, expected: Int)
  case keyFileNotRegular(path: String)
  /// Group or others may read or write the file or its folder; `mode` holds the permission bits.
  case openToOthers(path: String, mode: UInt32)
  /// A system call failed with this `errno`.
  case system(call: String, path: String, code: Int32)
}
