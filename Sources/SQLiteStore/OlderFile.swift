/// A database file that an earlier program left, before it is brought up to date.
package enum OlderFile {
  /// The version of a file that opening it for writing will change.
  ///
  /// - Returns: nil for a file that is up to date, empty, or newer than this program.
  package static func version(of path: String) throws -> Int? {
    // As a writer, since a copy put in place by hand may not have its write-ahead log yet; nothing else of it changes.
    let database = try Database(path: path, role: .writer)
    let found = Int(try database.read(pragma: "user_version")) ?? 0
    return (1..<Schema.version).contains(found) ? found : nil
  }
}
