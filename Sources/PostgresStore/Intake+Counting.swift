import Assessment
import Province
import UseCases

/// Counts follow in the same transaction: what the people concerned came to before is taken away, what they come to now is
/// added.
extension Intake {
  func recount() throws {
    try connection.run(
      """
      INSERT INTO touched SELECT DISTINCT a.key FROM staged_attempt s CROSS JOIN LATERAL (
        SELECT key FROM attempt n WHERE n.commune = $1 AND n.device = s.device AND n.attempt = s.attempt
          AND n.key IS NOT NULL OFFSET 0) a
      ON CONFLICT DO NOTHING
      """, [.text(commune.code)])
    try connection.execute("ANALYZE touched; ANALYZE counted_before")
    try recountCommune()
    try recountPractice()
    try recountMeetings()
  }

  private func recountCommune() throws {
    var (before, now) = (ProvinceContribution(), ProvinceContribution())
    try eachTouched(
      """
      SELECT commune, device, attempt, submitted_at, audience, age_years, sex, is_assisted, is_passed, parts, key, 0 AS side
      FROM counted_before
      UNION ALL SELECT a.commune, a.device, a.attempt, a.submitted_at, a.audience, a.age_years, a.sex, a.is_assisted,
        a.is_passed, a.parts, a.key, 1
      FROM touched t CROSS JOIN LATERAL (
        SELECT * FROM attempt n WHERE n.commune = $1 AND n.key = t.key AND n.is_counted OFFSET 0) a
      ORDER BY key
      """
    ) { person in
      guard person.before != person.now else { return }
      before.addPerson(person.before)
      now.addPerson(person.now)
    }
    try store.add(now.replacing(before))
  }

  /// What people of several communes make the whole differ by. One import at a time: whoever counts later sees what was
  /// counted before, and every commune's own cells are there already.
  private func recountMeetings() throws {
    try connection.run("SELECT pg_advisory_xact_lock($1)", [.number(PostgresProvince.countingLock)])
    try connection.run(
      "INSERT INTO person_place (key, commune) SELECT key, $1 FROM touched ON CONFLICT DO NOTHING",
      [.text(commune.code)])
    let travellers = try connection.run(
      """
      INSERT INTO traveller (key, commune) SELECT t.key, l.commune FROM touched t CROSS JOIN LATERAL (
        SELECT commune FROM person_place p WHERE p.key = t.key AND p.commune <> $1 OFFSET 0) l
      """, [.text(commune.code)])
    guard travellers > 0 else { return }
    var (before, now) = (ProvinceContribution(), ProvinceContribution())
    try eachTouched(
      """
      WITH known AS (SELECT DISTINCT key FROM traveller)
      SELECT c.commune, c.device, c.attempt, c.submitted_at, c.audience, c.age_years, c.sex, c.is_assisted, c.is_passed,
        c.parts, c.key, 0 AS side
      FROM known k JOIN counted_before c ON c.key = k.key
      UNION ALL SELECT a.commune, a.device, a.attempt, a.submitted_at, a.audience, a.age_years, a.sex, a.is_assisted,
        a.is_passed, a.parts, a.key, 1
      FROM known k CROSS JOIN LATERAL (
        SELECT * FROM attempt n WHERE n.commune = $1 AND n.key = k.key AND n.is_counted OFFSET 0) a
      UNION ALL SELECT a.commune, a.device, a.attempt, a.submitted_at, a.audience, a.age_years, a.sex, a.is_assisted,
        a.is_passed, a.parts, a.key, 2
      FROM traveller l CROSS JOIN LATERAL (
        SELECT * FROM attempt e WHERE e.commune = l.commune AND e.key = l.key AND e.is_counted OFFSET 0) a
      ORDER BY key
      """
    ) { person in
      before.addMeeting(person.before + person.elsewhere)
      now.addMeeting(person.now + person.elsewhere)
    }
    try store.add(now.replacing(before))
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
      SELECT a.audience, a.submitted_at
      FROM (SELECT DISTINCT device, attempt FROM staged_attempt WHERE mode = 'practice') s
      CROSS JOIN LATERAL (
        SELECT audience, submitted_at FROM attempt p WHERE p.commune = $1 AND p.device = s.device
          AND p.attempt = s.attempt AND p.mode = 'practice' AND p.state = 'submitted' OFFSET 0) a
      """, [.text(commune.code)]
    ) { try body(Audience.ID($0.text(0)), Moment(milliseconds: $0.number(1))) }
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

  /// Attempts of one person after the other, by `key`; `side` says which of the three an attempt is.
  ///
  /// In the queries `LATERAL` with `OFFSET 0` is a step by the index for each person: of tables that grow all the time and
  /// temporary ones the planner knows too little to choose it.
  private func eachTouched(_ query: StaticString, _ body: (Touched) throws -> Void) throws {
    var key: [UInt8] = []
    var person = Touched()
    try connection.eachOfMany(query, [.text(commune.code)]) { row in
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
