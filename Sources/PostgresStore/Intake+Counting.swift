import Assessment
import Province
import UseCases

/// Counts follow in the same transaction: what the people concerned came to before is taken away, what they come to now is
/// added.
extension Intake {
  func recount() throws {
    try connection.run(
      """
      INSERT INTO touched SELECT DISTINCT a.key FROM staged_attempt s
      JOIN attempt a ON a.device = s.device AND a.attempt = s.attempt WHERE a.commune = $1 AND a.key IS NOT NULL
      ON CONFLICT DO NOTHING
      """, [.text(commune.code)])
    try connection.execute("ANALYZE touched; ANALYZE counted_before")
    try connection.run("SELECT pg_advisory_xact_lock($1)", [.number(PostgresProvince.countingLock)])
    try connection.run(
      "INSERT INTO person_place (key, commune) SELECT key, $1 FROM touched ON CONFLICT DO NOTHING",
      [.text(commune.code)])
    var (before, now) = (ProvinceContribution(), ProvinceContribution())
    try eachTouched { person in
      guard person.before != person.now else { return }
      before.addPerson(person.before + person.elsewhere)
      now.addPerson(person.now + person.elsewhere)
    }
    try store.add(now.replacing(before))
    try recountPractice()
  }

  /// What was practice before is in `practice`, taken away already.
  private func recountPractice() throws {
    try eachPractice { practice.add($0, at: $1, in: commune, times: 1) }
    try store.add(practice)
  }

  /// Practice handed in among the attempts that the bundle speaks of, as it stands in the table now.
  private func eachPractice(_ body: (Audience.ID, Moment) throws -> Void) throws {
    try connection.each(
      """
      SELECT DISTINCT a.device, a.attempt, a.audience, a.submitted_at FROM staged_attempt s
      JOIN attempt a ON a.device = s.device AND a.attempt = s.attempt
      WHERE s.mode = 'practice' AND a.commune = $1 AND a.mode = 'practice' AND a.state = 'submitted'
      """, [.text(commune.code)]
    ) { try body(Audience.ID($0.text(2)), Moment(milliseconds: $0.number(3))) }
  }

  /// To be called before the attempts change.
  func takeAwayPractice() throws {
    try eachPractice { practice.add($0, at: $1, in: commune, times: -1) }
  }

  private struct Touched {
    var before: [PlacedAttempt] = []
    var now: [PlacedAttempt] = []
    var elsewhere: [PlacedAttempt] = []
  }

  private func eachTouched(_ body: (Touched) throws -> Void) throws {
    var key: [UInt8] = []
    var person = Touched()
    try connection.eachOfMany(
      """
      SELECT commune, device, attempt, submitted_at, audience, age_years, sex, is_assisted, is_passed, parts, key, 0 AS side
      FROM counted_before
      UNION ALL SELECT a.commune, a.device, a.attempt, a.submitted_at, a.audience, a.age_years, a.sex, a.is_assisted,
        a.is_passed, a.parts, a.key, 1
      FROM touched t JOIN attempt a ON a.key = t.key WHERE a.commune = $1 AND a.is_counted
      UNION ALL SELECT a.commune, a.device, a.attempt, a.submitted_at, a.audience, a.age_years, a.sex, a.is_assisted,
        a.is_passed, a.parts, a.key, 2
      FROM touched t JOIN person_place l ON l.key = t.key JOIN attempt a ON a.commune = l.commune AND a.key = t.key
      WHERE l.commune <> $1 AND a.is_counted
      ORDER BY key, side, commune, device, attempt
      """, [.text(commune.code)]
    ) { row in
      let next = row.bytes(10)
      if next != key {
        try body(person)
        (key, person) = (next, Touched())
      }
      let attempt = try PostgresProvince.placed(row)
      switch row.int(11) {
      case 0: person.before.append(attempt)
      case 1: person.now.append(attempt)
      default: person.elsewhere.append(attempt)
      }
    }
    try body(person)
  }
}
