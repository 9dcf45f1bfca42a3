import Assessment
import UseCases

/// The table `helpCall` as it is asked, and whose people pass how often.
extension KioskStore {
  private static let openCall = Query("SELECT calledAt FROM helpCall WHERE attempt = ?1 AND answeredAt IS NULL")
  // By the newest rows of the table: there is no index for calls that are over, and nobody asks for old ones.
  private static let lastAnswer = Query(
    """
    SELECT calledAt, account, answeredAt FROM helpCall
    WHERE id > (SELECT max(id) FROM helpCall) - 500 AND attempt = ?1 AND answeredAt IS NOT NULL
    ORDER BY id DESC LIMIT 1
    """)
  // `entry`: the ledger without what an officer found mistaken. `helped`: the last helped test of each person.
  private static let assistedCounts = Query(
    """
    WITH entry AS (
      SELECT h.attempt, h.number, h.account, h.kind IN ('explained-question', 'suggested-answer') AS isCoaching
      FROM helpAct h JOIN attempt a ON a.id = h.attempt
      WHERE a.mode = 'tested' AND a.state = 'submitted' AND a.person IS NOT NULL
        AND NOT (h.kind IN ('explained-question', 'suggested-answer') AND EXISTS (
          SELECT 1 FROM flagDecision d WHERE d.attempt = h.attempt AND d.verdict = 'mistaken' AND d.upTo >= h.number
            AND d.number = (SELECT max(number) FROM flagDecision WHERE attempt = h.attempt)))),
    helped AS (
      SELECT a.id, a.passed, row_number() OVER (PARTITION BY a.person ORDER BY a.submittedAt DESC, a.id DESC) AS latest
      FROM attempt a WHERE a.id IN (SELECT attempt FROM entry)),
    share AS (
      SELECT e.account, t.passed,
        row_number() OVER (PARTITION BY e.attempt ORDER BY count(*) DESC, min(e.number)) AS rank
      FROM entry e JOIN helped t ON t.id = e.attempt AND t.latest = 1 GROUP BY e.attempt, e.account)
    SELECT w.account, coalesce(s.people, 0), coalesce(s.passed, 0), w.allowed, w.coaching
    FROM (SELECT account, sum(NOT isCoaching) AS allowed, sum(isCoaching) AS coaching FROM entry GROUP BY account) w
      LEFT JOIN (SELECT account, count(*) AS people, sum(passed) AS passed FROM share WHERE rank = 1 GROUP BY account) s
      ON s.account = w.account
    ORDER BY w.account
    """)
  private static let unassistedCount = Query(
    """
    WITH latest AS (
      SELECT id, passed, row_number() OVER (PARTITION BY person ORDER BY submittedAt DESC, id DESC) AS latest
      FROM attempt WHERE mode = 'tested' AND state = 'submitted' AND person IS NOT NULL)
    SELECT count(*), coalesce(sum(passed), 0) FROM latest
    WHERE latest = 1 AND NOT EXISTS (SELECT 1 FROM helpAct WHERE attempt = latest.id)
    """)

  package func openHelpCall(of id: Attempt.ID) throws -> Moment? {
    try database.use(Self.openCall) { statement in
      statement.bind(id)
      return try statement.step() ? Moment(milliseconds: statement.number(0)) : nil
    }
  }

  package func lastHelpAnswer(of id: Attempt.ID) throws -> HelpAnswer? {
    try database.use(Self.lastAnswer) { statement in
      statement.bind(id)
      guard try statement.step() else { return nil }
      return HelpAnswer(
        calledAt: Moment(milliseconds: statement.number(0)), account: statement.number(1),
        at: Moment(milliseconds: statement.number(2)))
    }
  }

  package func assistedCounts() throws -> [AssistedCount] {
    try database.use(Self.assistedCounts) { statement in
      var counts: [AssistedCount] = []
      while try statement.step() {
        counts.append(
          AssistedCount(
            account: statement.number(0), people: statement.int(1), passed: statement.int(2), allowed: statement.int(3),
            coaching: statement.int(4)))
      }
      return counts
    }
  }

  package func unassistedCount() throws -> (people: Int, passed: Int) {
    try database.use(Self.unassistedCount) { statement in
      try statement.step() ? (statement.int(0), statement.int(1)) : (0, 0)
    }
  }
}
