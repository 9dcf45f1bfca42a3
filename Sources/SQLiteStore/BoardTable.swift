import Assessment
import UseCases

/// What the board is made of, in two looks.
extension KioskStore {
  // The answers of an attempt lie together: the last one is found in one short stretch of its rows.
  private static let openPlaces = Query(
    """
    SELECT a.id, a.audience, a.mode, a.state, a.part, a.place, a.spent, a.allowed, a.pauseReason, a.person, a.seatNumber,
      CASE a.part WHEN 'warm-up' THEN a.warmUpCount ELSE a.scoredCount END, a.beganAt,
      (SELECT max(answeredAt) FROM formItem WHERE attempt = a.id),
      (SELECT calledAt FROM helpCall WHERE attempt = a.id AND answeredAt IS NULL),
      (SELECT coalesce(max(number), 0) FROM deskAct WHERE attempt = a.id),
      (SELECT count(*) FROM kioskSession WHERE attempt = a.id),
      (SELECT device FROM kioskSession WHERE attempt = a.id ORDER BY boundAt DESC LIMIT 1)
    FROM attempt a WHERE a.state IN ('seating', 'in-progress', 'paused') AND a.mode = 'tested'
      AND (a.person IS NOT NULL OR EXISTS (SELECT 1 FROM kioskSession WHERE attempt = a.id))
    ORDER BY a.id
    """)
  // A slip that never came on paper waits however long ago it was issued.
  private static let finishedPlaces = Query(
    """
    SELECT a.id, a.person, a.ending, a.passed, a.submittedAt, s.serial,
      (SELECT count(*) FROM slipPrint WHERE slip = s.serial),
      EXISTS (SELECT 1 FROM slipRevocation WHERE slip = s.serial),
      EXISTS (SELECT 1 FROM helpAct WHERE attempt = a.id AND kind IN ('explained-question', 'suggested-answer')),
      (SELECT coalesce(max(number), 0) FROM deskAct WHERE attempt = a.id)
    FROM attempt a LEFT JOIN slip s ON s.attempt = a.id
    WHERE a.mode = 'tested' AND a.state = 'submitted' AND (a.submittedAt >= ?1 OR (s.serial IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM slipPrint WHERE slip = s.serial)
      AND NOT EXISTS (SELECT 1 FROM slipRevocation WHERE slip = s.serial)))
    ORDER BY a.submittedAt DESC, a.id DESC LIMIT ?2
    """)

  package func openPlaces() throws -> [BoardEntry] {
    try database.use(Self.openPlaces) { statement in
      var entries: [BoardEntry] = []
      while try statement.step() { entries.append(try entry(from: statement)) }
      return entries
    }
  }

  private func entry(from row: Statement) throws -> BoardEntry {
    let attempt = Attempt(
      id: row.number(0), audience: Audience.ID(row.text(1)), mode: try word(row, 2, "mode"),
      state: try word(row, 3, "state"), place: FormPlace(try word(row, 4, "part"), row.int(5)), spent: row.int(6),
      allowed: row.optionalInt(7), pause: row.optionalText(8).map { Reason.ID($0) })
    return BoardEntry(
      attempt: attempt, person: row.optionalNumber(9), seat: row.optionalInt(10).flatMap { SeatNumber($0) },
      count: row.int(11), isBound: row.number(16) > 0, device: row.optionalNumber(17),
      beganAt: Moment(milliseconds: row.number(12)),
      lastAnswerAt: row.optionalNumber(13).map { Moment(milliseconds: $0) },
      helpCalledAt: row.optionalNumber(14).map { Moment(milliseconds: $0) }, version: row.int(15))
  }

  package func finishedPlaces(since moment: Moment, most: Int) throws -> [FinishedEntry] {
    try database.use(Self.finishedPlaces) { statement in
      statement.bind(moment.milliseconds)
      statement.bind(most)
      var entries: [FinishedEntry] = []
      while try statement.step() {
        entries.append(
          FinishedEntry(
            attempt: statement.number(0), person: statement.optionalNumber(1),
            ending: try statement.isNull(2) ? nil : word(statement, 2, "ending"), isPassed: statement.flag(3),
            submittedAt: Moment(milliseconds: statement.number(4)), slip: statement.optionalNumber(5),
            prints: statement.int(6), isRevoked: statement.flag(7), hasCoaching: statement.flag(8),
            version: statement.int(9)))
      }
      return entries
    }
  }
}
