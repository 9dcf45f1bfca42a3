import Assessment
import UseCases

/// The tables `retentionRule` and `retentionRun`, and what goes when a period has run out.
extension KioskStore {
  private static let rules = Query(
    "SELECT content, document, day, signer, account, at FROM retentionRule ORDER BY id DESC LIMIT 50")
  private static let addRule = Query(
    "INSERT INTO retentionRule (content, document, day, signer, account, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
  private static let addRun = Query("INSERT INTO retentionRun (kind, count, at) VALUES (?1, ?2, ?3)")
  private static let runs = Query("SELECT kind, count, at FROM retentionRun ORDER BY id DESC LIMIT ?1")
  private static let withAnswers = Query(
    """
    SELECT id FROM attempt WHERE answersErasedAt IS NULL AND state IN ('submitted', 'voided') AND changedAt < ?1
    ORDER BY changedAt LIMIT ?2
    """)
  private static let emptyAnswers = Query(
    "UPDATE formItem SET response = NULL, salt = NULL WHERE attempt = ?1 AND salt IS NOT NULL")
  private static let markEmptied = Query("UPDATE attempt SET answersErasedAt = ?2 WHERE id = ?1")
  // A record that was merged goes with the one that speaks for it.
  private static let silent = Query(
    """
    SELECT p.id FROM person p WHERE p.erasedAt IS NULL AND p.changedAt < ?1
      AND NOT EXISTS (SELECT 1 FROM personMerge m WHERE m.person = p.id)
      AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.person = p.id
        AND (a.changedAt >= ?1 OR a.state IN ('seating', 'in-progress', 'paused')))
    ORDER BY p.changedAt LIMIT ?2
    """)
  private static let dropLines = Query(
    """
    DELETE FROM classLine WHERE (classroom, line) IN (
      SELECT l.classroom, l.line FROM classLine l JOIN classroom c ON c.id = l.classroom
      WHERE l.attempt IS NULL AND c.openedAt < ?1 LIMIT ?2)
    """)
  private static let dropPreviews = Query("DELETE FROM answerFile WHERE state = 'previewed' AND at < ?1")
  private static let countAnswers = Query(
    """
    SELECT count(*) FROM attempt WHERE answersErasedAt IS NULL AND state IN ('submitted', 'voided') AND changedAt < ?1
    """)
  private static let countPeople = Query(
    """
    SELECT count(*) FROM person p WHERE p.erasedAt IS NULL AND p.changedAt < ?1
      AND NOT EXISTS (SELECT 1 FROM personMerge m WHERE m.person = p.id)
      AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.person = p.id
        AND (a.changedAt >= ?1 OR a.state IN ('seating', 'in-progress', 'paused')))
    """)
  private static let countLines = Query(
    """
    SELECT count(*) FROM classLine l JOIN classroom c ON c.id = l.classroom
    WHERE l.attempt IS NULL AND c.openedAt < ?1
    """)
  private static let countPreviews = Query("SELECT count(*) FROM answerFile WHERE state = 'previewed' AND at < ?1")

  package func retentionAdoptions() throws -> [RetentionAdoption] {
    try database.use(Self.rules) { row in
      var found: [RetentionAdoption] = []
      while try row.step() {
        var act: RuleAct?
        if let document = row.optionalText(1) {
          guard let day = CivilDate(iso: row.text(2)) else {
            throw SQLiteStoreError.unreadable(table: "retentionRule", column: "day")
          }
          act = RuleAct(document: document, date: day, signer: row.text(3))
        }
        found.append(
          RetentionAdoption(
            content: row.bytes(0), act: act, account: row.optionalNumber(4), at: Moment(milliseconds: row.number(5))))
      }
      return found
    }
  }

  package func add(_ adoption: RetentionAdoption) throws {
    try database.run(Self.addRule) {
      $0.bind(adoption.content)
      $0.bind(adoption.act?.document)
      $0.bind(adoption.act?.date.iso)
      $0.bind(adoption.act?.signer)
      $0.bind(adoption.account)
      $0.bind(adoption.at.milliseconds)
    }
  }

  package func add(_ run: RetentionRun) throws {
    try database.run(Self.addRun) {
      $0.bind(run.kind.rawValue)
      $0.bind(run.count)
      $0.bind(run.at.milliseconds)
    }
  }

  package func retentionRuns(most: Int) throws -> [RetentionRun] {
    try database.use(Self.runs) { row in
      row.bind(most)
      var found: [RetentionRun] = []
      while try row.step() {
        found.append(
          RetentionRun(
            kind: try word(row, 0, "kind", of: "retentionRun"), count: row.int(1),
            at: Moment(milliseconds: row.number(2))))
      }
      return found
    }
  }

  package func attemptsWithAnswers(endedBefore moment: Moment, most: Int) throws -> [Attempt.ID] {
    try rows(Self.withAnswers, before: moment, most: most)
  }

  package func eraseAnswers(of attempts: [Attempt.ID], at moment: Moment) throws {
    for attempt in attempts {
      try database.run(Self.emptyAnswers) { $0.bind(attempt) }
      try database.run(Self.markEmptied) {
        $0.bind(attempt)
        $0.bind(moment.milliseconds)
      }
    }
  }

  package func people(silentSince moment: Moment, most: Int) throws -> [Int64] {
    try rows(Self.silent, before: moment, most: most)
  }

  private func rows(_ query: Query, before moment: Moment, most: Int) throws -> [Int64] {
    try database.use(query) { row in
      row.bind(moment.milliseconds)
      row.bind(most)
      var found: [Int64] = []
      while try row.step() { found.append(row.number(0)) }
      return found
    }
  }

  package func dropClassLines(openedBefore moment: Moment, most: Int) throws -> Int {
    try database.run(Self.dropLines) {
      $0.bind(moment.milliseconds)
      $0.bind(most)
    }
  }

  package func dropPreviews(before moment: Moment) throws -> Int {
    try database.run(Self.dropPreviews) { $0.bind(moment.milliseconds) }
  }

  package func dueCount(of kind: RetentionPlan.Kind, before moment: Moment) throws -> Int {
    let query =
      switch kind {
      case .answers: Self.countAnswers
      case .people: Self.countPeople
      case .classLists: Self.countLines
      case .answerFiles: Self.countPreviews
      }
    return try database.use(query) { row in
      row.bind(moment.milliseconds)
      return try row.step() ? row.int(0) : 0
    }
  }
}
