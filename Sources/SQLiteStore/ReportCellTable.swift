import Assessment
import UseCases

/// The tables `reportCell` and `reportPartCell`: kept counts, and how they follow the attempts.
extension KioskStore {
  private static let personOfAttempt = Query("SELECT person FROM attempt WHERE id = ?1 AND mode = 'tested'")
  private static let addToCell = Query(
    """
    INSERT INTO reportCell (kind, start, scope, audience, hamlet, ageBand, sex, isAssisted, isLater, people, passed,
      attempts, attemptsPassed)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
    ON CONFLICT DO UPDATE SET people = people + excluded.people, passed = passed + excluded.passed,
      attempts = attempts + excluded.attempts, attemptsPassed = attemptsPassed + excluded.attemptsPassed
    """)
  private static let addToPartCell = Query(
    """
    INSERT INTO reportPartCell (kind, start, scope, part, people, reached, asked, credit)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
    ON CONFLICT DO UPDATE SET people = people + excluded.people, reached = reached + excluded.reached,
      asked = asked + excluded.asked, credit = credit + excluded.credit
    """)
  private static let cellsInScope = Query(
    """
    SELECT audience, hamlet, ageBand, sex, isAssisted, isLater, people, passed, attempts, attemptsPassed FROM reportCell
    WHERE kind = ?1 AND start = ?2 AND scope = ?3 AND attempts + people <> 0
    """)
  private static let partCellsInScope = Query(
    """
    SELECT part, people, reached, asked, credit FROM reportPartCell
    WHERE kind = ?1 AND start = ?2 AND scope = ?3 AND people <> 0
    """)
  private static let removeCells = Query("DELETE FROM reportCell")
  private static let removePartCells = Query("DELETE FROM reportPartCell")
  private static let removeAllParts = Query("DELETE FROM countedParts")
  private static let removeAllCounted = Query("DELETE FROM countedAttempt")
  private static let recountDue = Query("SELECT 1 FROM recountDue")
  private static let recountDone = Query("DELETE FROM recountDue")

  /// Brings the counts up to date with what was done to an attempt; to be called in the same transaction.
  func recount(_ id: Attempt.ID) throws {
    let person: Int64? = try database.use(Self.personOfAttempt) { row in
      row.bind(id)
      return try row.step() ? row.optionalNumber(0) : nil
    }
    if let person { try recount(person: person) }
  }

  /// Takes away what the person's attempts added as they were last counted, and adds what they come to now.
  func recount(person: Int64) throws {
    let before = try counted(of: person)
    let now = try countable(of: person)
    guard before != now else { return }
    try replaceCounted(of: person, by: now)
    var change = Contribution(of: now)
    change.removePerson(before)
    try add(change.withoutZeros)
  }

  package func recountAll() throws {
    for query in [Self.removeAllParts, Self.removeAllCounted, Self.removeCells, Self.removePartCells] {
      try database.run(query)
    }
    var all = Contribution()
    try eachCountable { person, attempts in
      for attempt in attempts { try add(attempt, of: person) }
      all.add(Contribution(of: attempts))
    }
    try add(all)
    try database.run(Self.recountDone)
  }

  /// After a step that brought the tables in.
  func recountWhereDue() throws {
    guard try database.use(Self.recountDue, { try $0.step() }) else { return }
    try atomically { try recountAll() }
  }

  private func add(_ change: Contribution) throws {
    for (scope, counts) in change.scopes {
      for (group, count) in counts.groups { try add(count, of: group, in: scope) }
      for row in counts.parts.rows { try add(row.count, of: row.part, in: scope) }
    }
  }

  private func add(_ count: GroupCount, of group: ReportGroup, in scope: Contribution.Scope) throws {
    try database.run(Self.addToCell) {
      bind(scope, to: $0)
      $0.bind(group.audience.text)
      $0.bind(group.hamlet ?? 0)
      $0.bind(group.age.rawValue)
      $0.bind(group.sex?.rawValue ?? "")
      $0.bind(group.isAssisted)
      $0.bind(group.isLater)
      $0.bind(count.people)
      $0.bind(count.passed)
      $0.bind(count.attempts)
      $0.bind(count.attemptsPassed)
    }
  }

  private func add(_ count: PartCount, of part: ReportPart, in scope: Contribution.Scope) throws {
    let part = try row(of: part)
    try database.run(Self.addToPartCell) {
      bind(scope, to: $0)
      $0.bind(part)
      $0.bind(count.people)
      $0.bind(count.reached)
      $0.bind(count.asked)
      $0.bind(count.credit)
    }
  }

  private func bind(_ scope: Contribution.Scope, to statement: Statement) {
    statement.bind(scope.period.kind.rawValue)
    statement.bind(scope.period.start)
    statement.bind(scope.audience?.text ?? "")
  }

  package func counts(in scope: Contribution.Scope) throws -> [ReportGroup: GroupCount] {
    try database.use(Self.cellsInScope) { row in
      bind(scope, to: row)
      var counts: [ReportGroup: GroupCount] = [:]
      while try row.step() {
        let hamlet = row.number(1)
        let group = ReportGroup(
          audience: Audience.ID(row.text(0)), hamlet: hamlet == 0 ? nil : hamlet, age: AgeBand(years: row.int(2)),
          sex: Sex(rawValue: row.text(3)), isAssisted: row.flag(4), isLater: row.flag(5))
        counts[group] = GroupCount(
          people: row.int(6), passed: row.int(7), attempts: row.int(8), attemptsPassed: row.int(9))
      }
      return counts
    }
  }

  package func partCounts(in scope: Contribution.Scope) throws -> [ReportPart: PartCount] {
    let parts = try reportParts()
    return try database.use(Self.partCellsInScope) { row in
      bind(scope, to: row)
      var counts: [ReportPart: PartCount] = [:]
      while try row.step() {
        guard let part = parts[row.number(0)] else {
          throw SQLiteStoreError.unreadable(table: "reportPartCell", column: "part")
        }
        counts[part] = PartCount(
          people: row.int(1), reached: row.int(2), asked: row.int(3), credit: row.int(4))
      }
      return counts
    }
  }
}
