import Assessment
import Province
import UseCases

/// Reads attempts that count, person by person.
extension PostgresProvince {
  package func recountAll() throws {
    try connection.defineStaging()
    try connection.atomically {
      // Nobody imports meanwhile; reading goes on.
      try connection.execute("LOCK TABLE attempt IN SHARE MODE")
      try connection.run("SELECT pg_advisory_xact_lock($1)", [.number(Self.countingLock)])
      try connection.execute("DELETE FROM report_cell; DELETE FROM report_part_cell; DELETE FROM practice_cell")
      var all = ProvinceContribution()
      try eachCountedPerson { all.addPerson($0) }
      try add(all.changes)
      var practice = PracticeCounts()
      try eachPractice { practice.add($0, at: $1, in: $2, times: 1) }
      try add(practice)
    }
  }

  private func eachCountedPerson(_ body: ([PlacedAttempt]) throws -> Void) throws {
    var key: [UInt8] = []
    var attempts: [PlacedAttempt] = []
    try connection.eachOfMany(
      """
      SELECT commune, device, attempt, submitted_at, audience, age_years, sex, is_assisted, is_passed, parts, key
      FROM attempt WHERE is_counted ORDER BY key
      """
    ) { row in
      let next = row.bytes(10)
      if next != key, !attempts.isEmpty {
        try body(attempts)
        attempts.removeAll(keepingCapacity: true)
      }
      key = next
      attempts.append(try Self.placed(row))
    }
    if !attempts.isEmpty { try body(attempts) }
  }

  private func eachPractice(_ body: (Audience.ID, Moment, Commune) throws -> Void) throws {
    try connection.eachOfMany(
      "SELECT commune, submitted_at, audience FROM attempt WHERE mode = 'practice' AND state = 'submitted'"
    ) { try body(Audience.ID($0.text(2)), Moment(milliseconds: $0.number(1)), Commune(code: $0.text(0))) }
  }

  /// From the columns commune, device, attempt, submitted_at, audience, age_years, sex, is_assisted, is_passed and parts.
  static func placed(_ row: PostgresRow) throws -> PlacedAttempt {
    PlacedAttempt(
      commune: Commune(code: row.text(0)), device: row.text(1), attempt: row.number(2),
      at: Moment(milliseconds: row.number(3)), audience: Audience.ID(row.text(4)), age: AgeBand(years: row.int(5)),
      sex: row.optionalText(6).flatMap(Sex.init(rawValue:)), isAssisted: row.flag(7), isPassed: row.flag(8),
      parts: try PartText.scores(of: row.text(9)))
  }
}
