import Assessment
import UseCases

/// Attempts that were handed in with their answers, for exports.
extension KioskStore {
  private static let handedIn = Query(
    """
    SELECT a.id, a.person, a.audience, a.mode, a.submittedAt, a.ending, a.spent, f.version, b.version, k.hash,
      a.right, a.asked, a.credit, a.passed
    FROM attempt a JOIN framework f ON f.id = a.framework JOIN blueprint b ON b.id = a.blueprint
      JOIN itemBank k ON k.id = a.bank
    WHERE a.state = 'submitted' AND a.submittedAt >= ?1 AND a.submittedAt < ?2 AND a.right IS NOT NULL
    ORDER BY a.id
    """)
  private static let answersOfAttempt = Query(
    """
    SELECT f.number, i.code, i.version, i.kind, i.competence, f.optionOrder, f.response, f.credit, f.spent
    FROM formItem f JOIN item i ON i.id = f.item WHERE f.attempt = ?1 AND f.part = 'scored' ORDER BY f.number
    """)

  package func handedIn(from first: Moment, before end: Moment) throws -> [HandedIn] {
    try database.use(Self.handedIn) { statement in
      statement.bind(first.milliseconds)
      statement.bind(end.milliseconds)
      var attempts: [HandedIn] = []
      while try statement.step() {
        guard let mode = Attempt.Mode(rawValue: statement.text(3)) else {
          throw SQLiteStoreError.unreadable(table: "attempt", column: "mode")
        }
        attempts.append(
          HandedIn(
            attempt: statement.number(0), person: statement.isNull(1) ? nil : statement.number(1),
            audience: Audience.ID(statement.text(2)), mode: mode,
            submittedAt: Moment(milliseconds: statement.number(4)), ending: statement.text(5),
            spentMilliseconds: statement.number(6), frameworkVersion: statement.int(7),
            blueprintVersion: statement.int(8), bankHash: statement.bytes(9), right: statement.int(10),
            asked: statement.int(11), credit: statement.isNull(12) ? statement.int(10) * 100 : statement.int(12),
            isPassed: statement.isNull(13) ? nil : statement.int(13) == 1))
      }
      return attempts
    }
  }

  package func answers(of attempt: Attempt.ID) throws -> [GivenAnswer] {
    try database.use(Self.answersOfAttempt) { statement in
      statement.bind(attempt)
      var answers: [GivenAnswer] = []
      while try statement.step() {
        guard let kind = Item.Kind(rawValue: statement.text(3)) else {
          throw SQLiteStoreError.unreadable(table: "item", column: "kind")
        }
        answers.append(
          GivenAnswer(
            number: statement.int(0), item: Item.ID(statement.text(1)), itemVersion: statement.int(2), kind: kind,
            competence: Competence.ID(statement.text(4)), optionOrder: IDList.ids(statement.text(5)),
            response: statement.optionalText(6), credit: statement.int(7), spentMilliseconds: statement.number(8)))
      }
      return answers
    }
  }
}
