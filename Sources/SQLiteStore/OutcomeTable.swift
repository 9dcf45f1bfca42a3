import Assessment
import UseCases

/// What an attempt came to: columns of `attempt`, and `attemptArea` for reports.
extension KioskStore {
  private static let scores = Query(
    """
    SELECT i.competence, c.area, f.credit
    FROM formItem f JOIN item i ON i.id = f.item JOIN attempt a ON a.id = f.attempt
      JOIN competence c ON c.framework = a.framework AND c.code = i.competence
    WHERE f.attempt = ?1 AND f.part = 'scored' ORDER BY f.number
    """)
  private static let storeOutcome = Query(
    """
    UPDATE attempt SET right = ?2, asked = ?3, passed = CASE mode WHEN 'tested' THEN ?4 END, credit = ?5 WHERE id = ?1
    """)
  private static let removeAreas = Query("DELETE FROM attemptArea WHERE attempt = ?1")
  private static let addArea = Query(
    "INSERT INTO attemptArea (attempt, area, right, asked, needed, credit) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")

  package func scores(of id: Attempt.ID) throws -> [ItemScore] {
    try database.use(Self.scores) { statement in
      statement.bind(id)
      var scores: [ItemScore] = []
      while try statement.step() {
        scores.append(
          ItemScore(
            competence: Competence.ID(statement.text(0)), area: Area.ID(statement.text(1)),
            credit: statement.int(2)))
      }
      return scores
    }
  }

  package func store(_ outcome: Outcome, of id: Attempt.ID) throws {
    let changed = try database.run(Self.storeOutcome) {
      $0.bind(id)
      $0.bind(outcome.right)
      $0.bind(outcome.asked)
      $0.bind(outcome.isPassed)
      $0.bind(outcome.credit)
    }
    guard changed == 1 else { throw SQLiteStoreError.rowMissing(table: "attempt", what: "outcome") }
    try database.run(Self.removeAreas) { $0.bind(id) }
    for area in outcome.areas {
      try database.run(Self.addArea) {
        $0.bind(id)
        $0.bind(area.area.text)
        $0.bind(area.right)
        $0.bind(area.asked)
        $0.bind(area.needed)
        $0.bind(area.credit)
      }
    }
    try recount(id)
  }
}
