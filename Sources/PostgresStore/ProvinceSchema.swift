/// The shape of the province's database, and the steps that bring an older one to it.
enum ProvinceSchema {
  /// One per version, oldest first. A released step is never edited, moved or removed: databases out there have run it.
  static let steps: [StaticString] = [step1, step2, step3, step4, step5]

  static var version: Int { steps.count }

  /// Held while steps run, so that two programs that start at once do not both run them.
  private static let lock: Int64 = 0x7361_7468_0000_0001

  /// Brings the database up to date, one transaction a step, so that a power cut leaves a whole older version.
  static func migrate(_ connection: PostgresConnection) throws {
    try connection.run("SELECT pg_advisory_lock($1)", [.number(lock)])
    defer { _ = try? connection.run("SELECT pg_advisory_unlock($1)", [.number(lock)]) }
    try connection.execute(
      "CREATE TABLE IF NOT EXISTS schema_step (number integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())")
    let found = try version(of: connection)
    guard found <= version else { throw PostgresError.newerSchema(found: found, known: version) }
    for number in found..<version {
      try connection.atomically {
        try connection.execute(steps[number].description)
        try connection.run("INSERT INTO schema_step (number) VALUES ($1)", [PostgresValue(number + 1)])
      }
    }
  }

  /// Whoever only works in the database refuses any version but the one it knows.
  static func checkCurrent(_ connection: PostgresConnection) throws {
    let isThere = try connection.first("SELECT to_regclass('schema_step') IS NOT NULL") { $0.flag(0) } ?? false
    let found = isThere ? try version(of: connection) : 0
    guard found <= version else { throw PostgresError.newerSchema(found: found, known: version) }
    guard found == version else { throw PostgresError.olderSchema(found: found, known: version) }
  }

  private static func version(of connection: PostgresConnection) throws -> Int {
    try connection.first("SELECT coalesce(max(number), 0) FROM schema_step") { $0.int(0) } ?? 0
  }
}
