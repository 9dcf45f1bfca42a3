import Assessment
import Province
import Slip
import UseCases

/// The tables `answer_file` and `answer`: what the outside authority said, on its way back to the boxes.
extension PostgresProvince {
  package func answersApplied(digest: [UInt8]) throws -> Moment? {
    try connection.first("SELECT applied_at FROM answer_file WHERE digest = $1", [.bytes(digest)]) {
      Moment(milliseconds: $0.number(0))
    }
  }

  package func apply(
    _ changes: [AnswerChange], digest: [UInt8], rows: Int, by officer: Officer.ID?, at moment: Moment
  ) throws {
    try atomically {
      let file = try connection.first(
        """
        INSERT INTO answer_file (digest, rows, changed, officer, applied_at) VALUES ($1, $2, $3, $4, $5) RETURNING number
        """,
        [
          .bytes(digest), PostgresValue(rows), PostgresValue(changes.count), PostgresValue(officer),
          .number(moment.milliseconds),
        ]
      ) { $0.number(0) }
      guard let file else { throw PostgresError.misuse(what: "a file of answers without a number") }
      for change in changes {
        let arguments: [PostgresValue] = [
          .number(change.entry), .text(change.after.rawValue), PostgresValue(change.reasonAfter),
          .number(moment.milliseconds),
        ]
        try connection.run(
          "UPDATE list_entry SET state = $2, reason = $3, changed_at = $4 WHERE id = $1", arguments)
        try connection.run(
          """
          INSERT INTO answer (commune, device, token, file, state, reason, at)
          SELECT commune, device, token, $5, $2, $3, $4 FROM list_entry WHERE id = $1
          ON CONFLICT (commune, device, token, file) DO UPDATE SET state = excluded.state, reason = excluded.reason
          """, arguments + [.number(file)])
      }
    }
  }

  package func answers(for box: Issuer) throws -> [RoutedAnswer] {
    try connection.all(
      """
      WITH RECURSIVE own (device) AS (
        SELECT $2::text WHERE NOT EXISTS (SELECT FROM heir WHERE commune = $1 AND device = $2)
        UNION SELECT h.device FROM heir h JOIN own ON h.issuer = own.device WHERE h.commune = $1)
      SELECT DISTINCT ON (a.device, a.token) a.device, a.token, a.state, a.reason, a.at, max(a.file) OVER ()
      FROM answer a JOIN own ON own.device = a.device WHERE a.commune = $1
      ORDER BY a.device, a.token, a.file DESC
      """, [.text(box.commune), .text(box.text)]
    ) { row in
      guard let state = ConfirmationState(rawValue: row.text(2)) else {
        throw PostgresError.unreadable(table: "answer", column: "state")
      }
      return RoutedAnswer(
        issuer: try Self.issuer(row.text(0), table: "answer"), token: try Self.token(row.number(1)), state: state,
        reason: row.optionalText(3), at: Moment(milliseconds: row.number(4)), number: row.int(5))
    }
  }

  package func boxesWithAnswers() throws -> [Issuer] {
    try connection.all(
      """
      WITH RECURSIVE route (commune, device) AS (
        SELECT DISTINCT commune, device FROM answer
        UNION SELECT r.commune, h.issuer FROM route r JOIN heir h ON h.commune = r.commune AND h.device = r.device)
      SELECT device FROM route WHERE NOT EXISTS (
        SELECT FROM heir h WHERE h.commune = route.commune AND h.device = route.device)
      ORDER BY commune, length(device), device
      """
    ) { try Self.issuer($0.text(0), table: "device") }
  }
}
