/// A setting of a connection, written and then read back. The reasons stand on the target's documentation page.
struct Pragma {
  let name: String
  /// Nil for what is only looked at.
  let value: String?
  /// What reading it back must give.
  let expected: String

  init(_ name: String, _ value: String?, reads expected: String) {
    self.name = name
    self.value = value
    self.expected = expected
  }

  /// A copy is whole when the work on it has ended, or it is made again: nothing in between need be on the disk.
  private static let copy = [
    Pragma("trusted_schema", "OFF", reads: "0"),
    Pragma("cell_size_check", "ON", reads: "1"),
    Pragma("mmap_size", "0", reads: "0"),
    Pragma("temp_store", "MEMORY", reads: "2"),
    Pragma("journal_mode", "DELETE", reads: "delete"),
    Pragma("synchronous", "OFF", reads: "0"),
    Pragma("foreign_keys", "OFF", reads: "0"),
    Pragma("secure_delete", "ON", reads: "1"),
    Pragma("cache_size", "-8192", reads: "-8192"),
  ]

  static func all(for role: Database.Role) -> [Pragma] {
    if role == .copy { return copy }
    let isWriter = role == .writer
    return [
      Pragma("busy_timeout", "5000", reads: "5000"),
      Pragma("trusted_schema", "OFF", reads: "0"),
      Pragma("cell_size_check", "ON", reads: "1"),
      Pragma("mmap_size", "0", reads: "0"),
      Pragma("temp_store", "MEMORY", reads: "2"),
      Pragma("journal_mode", isWriter ? "WAL" : nil, reads: "wal"),
      Pragma("synchronous", "FULL", reads: "2"),
      Pragma("foreign_keys", "ON", reads: "1"),
      Pragma("recursive_triggers", "ON", reads: "1"),
      Pragma("secure_delete", "ON", reads: "1"),
      Pragma("wal_autocheckpoint", "0", reads: "0"),
      Pragma("journal_size_limit", "16777216", reads: "16777216"),
      Pragma("cache_size", isWriter ? "-4096" : "-1024", reads: isWriter ? "-4096" : "-1024"),
      Pragma("query_only", isWriter ? "OFF" : "ON", reads: isWriter ? "0" : "1"),
    ]
  }
}

extension Database {
  func configure() throws {
    for pragma in Pragma.all(for: role) {
      if let value = pragma.value { try execute("PRAGMA \(pragma.name) = \(value)") }
    }
    try checkPragmas()
  }

  /// Reads every setting back: a library or a build that ignores one is found before the first answer is taken.
  func checkPragmas() throws {
    for pragma in Pragma.all(for: role) {
      let found = try read(pragma: pragma.name)
      guard found == pragma.expected else {
        throw SQLiteStoreError.pragma(path: path, name: pragma.name, found: found, expected: pragma.expected)
      }
    }
  }

  func read(pragma name: String) throws -> String {
    try values("PRAGMA \(name)").first ?? ""
  }
}
