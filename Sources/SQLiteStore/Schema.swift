/// The shape of the database file, and the steps that bring an older file to it.
enum Schema {
  /// Stands in the file's header ("sath"), so that `file` and this program know whose it is.
  static let applicationID = 0x7361_7468
  /// `PRAGMA user_version` of a file that is up to date.
  static var version: Int { steps.count }

  /// One per version, oldest first. A released step is never edited, moved or removed: files out there have run it.
  static let steps: [StaticString] = [
    step1, step2, step3, step4, step5, step6, step7, step8, step9, step10, step11, step12, step13, step14,
  ]

  /// Brings the file up to date, one transaction a step, so that a power cut leaves a whole older version.
  static func migrate(_ database: Database) throws {
    try checkNotNewer(database)
    guard try version(of: database) < version else { return }
    // Steps may rebuild tables, which other tables refer to; what they leave is checked before each commit.
    try database.execute("PRAGMA foreign_keys = OFF")
    for number in try version(of: database)..<version {
      try apply(steps[number], as: number + 1, to: database)
    }
    try database.execute("PRAGMA foreign_keys = ON")
    try database.checkPragmas()
  }

  private static func apply(_ step: StaticString, as number: Int, to database: Database) throws {
    try database.execute("BEGIN IMMEDIATE")
    do {
      try database.execute(step.description)
      if let table = try database.values("PRAGMA foreign_key_check").first {
        throw SQLiteStoreError.danglingRows(path: database.path, table: table)
      }
      try database.execute("PRAGMA application_id = \(applicationID)")
      try database.execute("PRAGMA user_version = \(number)")
      try database.execute("COMMIT")
    } catch {
      if database.isInTransaction { try database.execute("ROLLBACK") }
      throw error
    }
  }

  /// Readers do not migrate: they refuse any version but the one they know.
  static func checkCurrent(_ database: Database) throws {
    try checkNotNewer(database)
    let found = try version(of: database)
    guard found == version else {
      throw SQLiteStoreError.olderSchema(path: database.path, found: found, known: version)
    }
  }

  /// Before anything is set: a file of somebody else's stays as it is.
  static func checkOwnership(of database: Database) throws {
    let id = Int(try database.read(pragma: "application_id")) ?? 0
    let isEmpty = try database.values("SELECT count(*) FROM sqlite_schema") == ["0"]
    guard id == applicationID || (id == 0 && isEmpty) else {
      throw SQLiteStoreError.foreignDatabase(path: database.path, applicationID: id)
    }
  }

  private static func checkNotNewer(_ database: Database) throws {
    let found = try version(of: database)
    guard found <= version else {
      throw SQLiteStoreError.newerSchema(path: database.path, found: found, known: version)
    }
  }

  private static func version(of database: Database) throws -> Int {
    Int(try database.read(pragma: "user_version")) ?? 0
  }
}
