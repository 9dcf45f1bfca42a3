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
    if !sheets.isEmpty { try forgetJoined() }
    try forgetErased()
    try connection.run(
      """
      INSERT INTO answers (commune, device, attempt, place, record)
      SELECT $1, device, attempt, place, record FROM staged_answers
      """, [here])
    try put(sheets)
  }

  private func sheetsToJoin() throws -> [Sheet] {
    let count = try connection.fill(
      "joined_sheet",
      """
      INSERT INTO joined_sheet (device, attempt)
      SELECT device, attempt FROM (SELECT device, attempt, count(*) AS records FROM staged_answers GROUP BY device, attempt) s
      WHERE records > 1 OR EXISTS (
        SELECT 1 FROM answers a WHERE a.commune = $1 AND a.device = s.device AND a.attempt = s.attempt OFFSET 0)
      """, [here])
    guard count > 0 else { return [] }
    var sheets: [Sheet] = []
    try connection.each(
      """
      SELECT a.device, a.attempt, a.record, 0 AS ordinal FROM joined_sheet j CROSS JOIN LATERAL (
        SELECT * FROM answers n WHERE n.commune = $1 AND n.device = j.device AND n.attempt = j.attempt OFFSET 0) a
      UNION ALL SELECT s.device, s.attempt, s.record, s.ordinal FROM joined_sheet j
        JOIN staged_answers s ON s.device = j.device AND s.attempt = j.attempt
      ORDER BY device, attempt, ordinal
      """, [here]
    ) { row in
      guard case .responses(let responses)? = try? BundleRecord(decoding: row.bytes(2), number: 1) else {
        throw PostgresError.unreadable(table: "answers", column: "record")
      }
      if sheets.last?.attempt != responses.attempt { sheets.append(Sheet(attempt: responses.attempt)) }
      for answer in responses.answers { sheets[sheets.count - 1].answers[answer.number] = answer }
    }
    return sheets
  }

  private func forgetJoined() throws {
    try connection.run(
      "DELETE FROM staged_answers s USING joined_sheet j WHERE s.device = j.device AND s.attempt = j.attempt")
    try connection.stepwise {
      try connection.run(
        "DELETE FROM answers a USING joined_sheet j WHERE a.commune = $1 AND a.device = j.device AND a.attempt = j.attempt",
        [here])
    }
  }

  private func forgetErased() throws {
    try connection.stepwise {
      try connection.run(
        """
        DELETE FROM answers a USING staged_attempt s WHERE s.answers_erased
          AND a.commune = $1 AND a.device = s.device AND a.attempt = s.attempt
        """, [here])
    }
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
