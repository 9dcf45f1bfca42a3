import Assessment
import Province
import UseCases

/// Counts follow in the same transaction: what the people concerned came to before is taken away, what they come to now is
/// added.
extension Intake {
  func recount() throws {
    try connection.fill(
      "touched",
      """
      INSERT INTO touched (key, is_changed) SELECT DISTINCT a.key, true FROM staged_attempt s CROSS JOIN LATERAL (
        SELECT key FROM attempt n WHERE n.commune = $1 AND n.device = s.device AND n.attempt = s.attempt OFFSET 0) a
      WHERE a.key IS NOT NULL ON CONFLICT DO NOTHING
      """, [here])
    try recountCommune()
    try recountPractice()
    try recountMeetings()
  }

  private func recountCommune() throws {
    var change = ProvinceContribution()
    try new.countStrangers { change.addPerson($0) }
    try eachTouched(
      """
      SELECT commune, device, attempt, submitted_at, audience, age_years, sex, is_assisted, is_passed, parts, key, 0 AS side
      FROM counted_before
      UNION ALL SELECT a.commune, a.device, a.attempt, a.submitted_at, a.audience, a.age_years, a.sex, a.is_assisted,
        a.is_passed, a.parts, a.key, CASE WHEN t.is_changed THEN 1 ELSE 2 END
      FROM touched t CROSS JOIN LATERAL (
        SELECT * FROM attempt n WHERE n.commune = $1 AND n.key = t.key AND n.is_counted OFFSET 0) a
      ORDER BY key
      """
    ) { person in
      guard person.before != person.now else { return }
      change.removePerson(person.before)
      change.addPerson(person.now)
    }
    try store.add(change.changes, new: new.isFirst ? commune : nil)
  }

  /// What people of several communes make the whole differ by. One import at a time: whoever counts later sees what was
  /// counted before, and every commune's own cells are there already. Where the people are is written before anybody is
  /// waited for, and looked at after.
  private func recountMeetings() throws {
    // The others in the table are known here.
    try connection.run(
      "INSERT INTO person_place (key, commune) SELECT key, $1 FROM touched WHERE is_changed ON CONFLICT DO NOTHING",
      [here])
    let strangers = try new.placeStrangers()
    try connection.run("SELECT pg_advisory_xact_lock($1)", [.number(PostgresProvince.countingLock)])
    let travellers = try connection.fill(
      "traveller",
      """
      INSERT INTO traveller (key, is_changed, commune) SELECT t.key, t.is_changed, l.commune
      FROM (SELECT key, is_changed FROM touched UNION ALL SELECT key, false FROM unnest($2::bytea[]) AS n (key)) t
      CROSS JOIN LATERAL (
        SELECT commune FROM person_place p WHERE p.key = t.key AND p.commune <> $1 OFFSET 0) l
      """, [here, strangers])
    guard travellers > 0 else { return }
    var change = ProvinceContribution()
    try eachTouched(
      """
      WITH known AS (SELECT DISTINCT key, is_changed FROM traveller)
      SELECT c.commune, c.device, c.attempt, c.submitted_at, c.audience, c.age_years, c.sex, c.is_assisted, c.is_passed,
        c.parts, c.key, 0 AS side
      FROM known k CROSS JOIN LATERAL (SELECT * FROM counted_before b WHERE b.key = k.key OFFSET 0) c
      UNION ALL SELECT a.commune, a.device, a.attempt, a.submitted_at, a.audience, a.age_years, a.sex, a.is_assisted,
        a.is_passed, a.parts, a.key, CASE WHEN k.is_changed THEN 1 ELSE 2 END
      FROM known k CROSS JOIN LATERAL (
        SELECT * FROM attempt n WHERE n.commune = $1 AND n.key = k.key AND n.is_counted OFFSET 0) a
      UNION ALL SELECT a.commune, a.device, a.attempt, a.submitted_at, a.audience, a.age_years, a.sex, a.is_assisted,
        a.is_passed, a.parts, a.key, 3
      FROM traveller l CROSS JOIN LATERAL (
        SELECT * FROM attempt e WHERE e.commune = l.commune AND e.key = l.key AND e.is_counted OFFSET 0) a
      ORDER BY key
      """
    ) { person in
      guard person.before != person.now else { return }
      change.removeMeeting(person.before + person.elsewhere)
      change.addMeeting(person.now + person.elsewhere)
    }
    try store.add(change.changes)
  }

  /// What was practice before is in `practice`, taken away already.
  private func recountPractice() throws {
    try eachPractice { practice.add($0, at: $1, in: commune, times: 1) }
    practice.add(new.practice)
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
      """, [here]
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

  /// Attempts of one person after the other, by `key`; `side` says what an attempt is: 0 counted before, 1 counts now, 2 counts
  /// now, and did before if it is not new, 3 counts elsewhere.
  ///
  /// In the queries `LATERAL` with `OFFSET 0` is a step by the index for each person: of tables that grow all the time and
  /// temporary ones the planner knows too little to choose it.
  private func eachTouched(_ query: StaticString, _ body: (Touched) throws -> Void) throws {
    var key: [UInt8] = []
    var person = Touched()
    try connection.eachOfMany(query, [here]) { row in
      let next = row.bytes(10)
      if next != key {
        try body(person)
        (key, person) = (next, Touched())
      }
      let attempt = try PostgresProvince.placed(row)
      let isNew = new.holds(attempt)
      switch row.int(11) {
      case 0: if !isNew { person.before.append(attempt) }
      case 1: person.now.append(attempt)
      case 2:
        person.now.append(attempt)
        if !isNew { person.before.append(attempt) }
      default: person.elsewhere.append(attempt)
      }
    }
    try body(person)
  }
}
