/// What keeps a backup or mirror from being made, or from being restored.
package enum BackupFault: Error, Equatable, Sendable {
  /// The stick is not there, or its folder is not.
  case placeMissing(path: String)
  /// The copy was not whole when SQLite looked through it: nothing was written. SQLite's words.
  case damagedCopy(String)
  /// What was read back from the stick is not what was written.
  case readBackDiffers(path: String)
  /// Neither a backup nor a mirror.
  case foreignFile(path: String)
  /// Written by a later program.
  case newerFormat(path: String, found: Int)
  case newerSchema(path: String, found: Int)
  /// Sealed to another office's key, or the recovery key is of another set-up; the fingerprint of the right one.
  case otherKey(path: String, expected: String)
  /// Ends before its last piece.
  case cut(path: String)
  /// A piece does not open.
  case altered(path: String)
  /// What is inside is not what the format says; what was expected.
  case unfit(path: String, expected: String)
  /// No whole backup or series in this folder.
  case nothingThere(path: String)
  /// Something lies where the box is to be restored to.
  case occupied(path: String)
  case compression(code: Int32)
  case system(call: String, path: String, code: Int32)
}
