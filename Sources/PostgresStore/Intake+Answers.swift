import Bundles

/// How answers come together with those that are there: each place of a form stands for itself.
extension Intake {
  private struct Sheet {
    let attempt: BundledID
    var answers: [Int: BundledResponses.Answer] = [:]
  }

  /// Nearly all attempts come with one record and for the first time: these are put in as they are.
  func mergeAnswers() throws {
    let sheets = try sheetsToJoin()
    for sheet in sheets { try forgetAnswers(of: sheet.attempt) }
    try connection.run(
      """
      DELETE FROM answers a USING staged_attempt s WHERE s.answers_erased
        AND a.commune = $1 AND a.device = s.device AND a.attempt = s.attempt
      """, [.text(commune.code)])
    try connection.run(
      """
      INSERT INTO answers (commune, device, attempt, place, record)
      SELECT $1, device, attempt, place, record FROM staged_answers
      """, [.text(commune.code)])
    try put(sheets)
  }

  private func sheetsToJoin() throws -> [Sheet] {
    var sheets: [Sheet] = []
    try connection.each(
      """
      WITH joined AS (
        SELECT device, attempt FROM staged_answers GROUP BY device, attempt HAVING count(*) > 1
        UNION SELECT s.device, s.attempt FROM staged_answers s
          JOIN answers a ON a.device = s.device AND a.attempt = s.attempt WHERE a.commune = $1)
      SELECT a.device, a.attempt, a.record, 0 AS ordinal FROM joined j
        JOIN answers a ON a.device = j.device AND a.attempt = j.attempt WHERE a.commune = $1
      UNION ALL SELECT s.device, s.attempt, s.record, s.ordinal FROM joined j
        JOIN staged_answers s ON s.device = j.device AND s.attempt = j.attempt
      ORDER BY device, attempt, ordinal
      """, [.text(commune.code)]
    ) { row in
      guard case .responses(let responses)? = try? BundleRecord(decoding: row.bytes(2), number: 1) else {
        throw PostgresError.unreadable(table: "answers", column: "record")
      }
      if sheets.last?.attempt != responses.attempt { sheets.append(Sheet(attempt: responses.attempt)) }
      for answer in responses.answers { sheets[sheets.count - 1].answers[answer.number] = answer }
    }
    return sheets
  }

  private func forgetAnswers(of attempt: BundledID) throws {
    let name: [PostgresValue] = [.text(attempt.origin.text), .number(attempt.number)]
    try connection.run("DELETE FROM staged_answers WHERE device = $1 AND attempt = $2", name)
    try connection.run(
      "DELETE FROM answers WHERE device = $1 AND attempt = $2 AND commune = $3", name + [.text(commune.code)])
  }

  private func put(_ sheets: [Sheet]) throws {
    let rows = CopyBuffer(
      into: "answers", columns: ["commune", "device", "attempt", "place", "record"], on: connection)
    for sheet in sheets {
      let answers = sheet.answers.values.sorted { $0.number < $1.number }
      // One record of the format holds three answers of the longest; longer sheets take several rows.
      for part in Self.parts(of: answers) {
        try rows.row {
          $0.add(commune.code)
          $0.add(sheet.attempt)
          $0.add(part.first?.number ?? 0)
          $0.add(BundleRecord.responses(BundledResponses(attempt: sheet.attempt, answers: part)).encoded)
        }
      }
    }
    try rows.finish()
  }

  private static func parts(of answers: [BundledResponses.Answer]) -> [[BundledResponses.Answer]] {
    var parts: [[BundledResponses.Answer]] = []
    var room = 0
    for answer in answers {
      let length = (answer.response?.utf8.count ?? 0) + answer.item.utf8.count + 60
      if length > room {
        parts.append([])
        room = BundleLimits.record - 1_000
      }
      parts[parts.count - 1].append(answer)
      room -= length
    }
    return parts
  }
}
