import Assessment
import UseCases

/// Answers scored anew: the table `rescoring` beside `formItem`.
extension KioskStore {
  private static let oldAnswers = Query(
    """
    SELECT f.attempt, f.number, f.response, f.credit
    FROM item i JOIN formItem f ON f.item = i.id AND f.part = 'scored' JOIN attempt a ON a.id = f.attempt
    WHERE i.code = ?1 AND i.version < ?2 AND a.state = 'submitted' AND f.response IS NOT NULL
    ORDER BY f.attempt, f.number
    """)
  private static let changeCredit = Query(
    "UPDATE formItem SET credit = ?3 WHERE attempt = ?1 AND part = 'scored' AND number = ?2")
  private static let addRescoring = Query(
    """
    INSERT INTO rescoring (attempt, part, number, byItem, creditBefore, creditAfter, reason, at)
    SELECT ?1, 'scored', ?2, id, ?5, ?6, ?7, ?8 FROM item WHERE code = ?3 AND version = ?4 ORDER BY id DESC LIMIT 1
    """)
  private static let rescoringsOfAttempt = Query(
    "SELECT number, creditBefore, creditAfter, reason, at FROM rescoring WHERE attempt = ?1 ORDER BY id")

  package func answers(to item: Item.ID, before version: Int) throws -> [OldAnswer] {
    try database.use(Self.oldAnswers) { statement in
      statement.bind(item.text)
      statement.bind(version)
      var answers: [OldAnswer] = []
      while try statement.step() {
        answers.append(
          OldAnswer(
            attempt: statement.number(0), number: statement.int(1), item: item, response: statement.text(2),
            credit: statement.int(3)))
      }
      return answers
    }
  }

  package func rescore(
    _ answer: OldAnswer, to credit: Int, byVersion version: Int, reason: String, at moment: Moment
  ) throws {
    let changed = try database.run(Self.changeCredit) {
      $0.bind(answer.attempt)
      $0.bind(answer.number)
      $0.bind(credit)
    }
    let added = try database.run(Self.addRescoring) {
      $0.bind(answer.attempt)
      $0.bind(answer.number)
      $0.bind(answer.item.text)
      $0.bind(version)
      $0.bind(answer.credit)
      $0.bind(credit)
      $0.bind(reason)
      $0.bind(moment.milliseconds)
    }
    guard changed == 1, added == 1 else { throw SQLiteStoreError.rowMissing(table: "formItem", what: "rescore") }
  }

  package func rescorings(of id: Attempt.ID) throws -> [Rescoring] {
    try database.use(Self.rescoringsOfAttempt) { statement in
      statement.bind(id)
      var rescorings: [Rescoring] = []
      while try statement.step() {
        rescorings.append(
          Rescoring(
            number: statement.int(0), creditBefore: statement.int(1), creditAfter: statement.int(2),
            reason: statement.text(3), at: Moment(milliseconds: statement.number(4))))
      }
      return rescorings
    }
  }
}
