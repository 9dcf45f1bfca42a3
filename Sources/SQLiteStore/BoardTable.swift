import Assessment
import UseCases

/// What the board is made of, in a few looks.
extension KioskStore {
  // A pause counts from its act, since minutes may be added in it; everything else from the last change or seat taken.
  private static let openPlaces = Query(
    """
    SELECT a.id, a.audience, a.mode, a.state, a.part, a.place, a.spent, a.allowed, a.pauseReason, a.seatNumber,
      CASE a.part WHEN 'warm-up' THEN a.warmUpCount ELSE a.scoredCount END, a.scoredCount,
      EXISTS (SELECT 1 FROM kioskSession WHERE attempt = a.id),
      (SELECT device FROM kioskSession WHERE attempt = a.id ORDER BY boundAt DESC LIMIT 1),
      CASE a.state
        WHEN 'paused' THEN coalesce(
          (SELECT at FROM deskAct WHERE attempt = a.id AND kind = 'pause' ORDER BY number DESC LIMIT 1), a.changedAt)
        ELSE max(a.changedAt, coalesce((SELECT max(boundAt) FROM kioskSession WHERE attempt = a.id), 0)) END,
      (SELECT calledAt FROM helpCall WHERE attempt = a.id AND answeredAt IS NULL),
      EXISTS (SELECT 1 FROM helpAct WHERE attempt = a.id AND kind IN ('explained-question', 'suggested-answer')),
      (SELECT coalesce(max(number), 0) FROM deskAct WHERE attempt = a.id),
      p.nameSealed, p.numberLookup
    FROM attempt a LEFT JOIN person p ON p.id = a.person
    WHERE a.state IN ('seating', 'in-progress', 'paused') AND a.mode = 'tested'
      AND (a.person IS NOT NULL OR EXISTS (SELECT 1 FROM kioskSession WHERE attempt = a.id))
      AND (?1 IS NULL OR (a.changedAt >= ?2 - CASE a.state WHEN 'seating' THEN ?3 ELSE 0 END) = ?1)
      AND (?4 IS NULL OR a.id = ?4)
    ORDER BY a.id DESC LIMIT ?5
    """)
  // Whoever was handed in today; slips that never came on paper; help that nobody has decided about. The last two only
  // among the newest 500 slips and 2,000 attempts, weeks of a busy office, for the board asks every few seconds.
  private static let finishedPlaces = Query(
    """
    WITH shown (id) AS (
      SELECT id FROM attempt WHERE submittedAt >= ?1
      UNION SELECT attempt FROM slip s WHERE s.serial > (SELECT max(serial) FROM slip) - 500
        AND NOT EXISTS (SELECT 1 FROM slipPrint WHERE slip = s.serial)
        AND NOT EXISTS (SELECT 1 FROM slipRevocation WHERE slip = s.serial)
      UNION SELECT attempt FROM helpAct h WHERE h.attempt > (SELECT max(id) FROM attempt) - 2000
        AND h.kind IN ('explained-question', 'suggested-answer')
        AND h.number > coalesce((SELECT max(upTo) FROM flagDecision WHERE attempt = h.attempt), 0))
    SELECT a.id, a.ending, a.passed, a.submittedAt, s.serial,
      (SELECT count(*) FROM slipPrint WHERE slip = s.serial),
      EXISTS (SELECT 1 FROM slipRevocation WHERE slip = s.serial),
      EXISTS (SELECT 1 FROM helpAct WHERE attempt = a.id AND kind IN ('explained-question', 'suggested-answer')),
      (SELECT coalesce(max(number), 0) FROM deskAct WHERE attempt = a.id), p.nameSealed, p.numberLookup
    FROM shown JOIN attempt a ON a.id = shown.id LEFT JOIN slip s ON s.attempt = a.id
      LEFT JOIN person p ON p.id = a.person
    WHERE a.mode = 'tested' AND a.state = 'submitted'
    ORDER BY a.submittedAt DESC, a.id DESC LIMIT ?2
    """)

  package func openPlaces(_ places: OpenPlaces) throws -> [BoardEntry] {
    try database.use(Self.openPlaces) { statement in
      let isOfToday: Int? = if case .ofToday = places.are { 1 } else if case .left = places.are { 0 } else { nil }
      let only: Attempt.ID? = if case .only(let id) = places.are { id } else { nil }
      statement.bind(isOfToday)
      statement.bind(places.since.milliseconds)
      statement.bind(places.seatedWaits)
      statement.bind(only)
      // Negative: without limit.
      statement.bind(isOfToday == 0 ? Kiosk.mostLeft + 1 : -1)
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
      attempt: attempt, name: try name(in: row, 18), seat: row.optionalInt(9).flatMap { SeatNumber($0) },
      count: row.int(10), scoredCount: row.int(11), isBound: row.flag(12), device: row.optionalNumber(13),
      since: Moment(milliseconds: row.number(14)),
      helpCalledAt: row.optionalNumber(15).map { Moment(milliseconds: $0) }, hasCoaching: row.flag(16),
      version: row.int(17))
  }

  /// A sealed name in one column and, in the next, what it is bound to. Opened anew each time, in about two microseconds:
  /// no name stays in memory, and a corrected one is right at once.
  private func name(in row: Statement, _ column: Int32) throws -> String? {
    guard !row.isNull(column) else { return nil }
    return try secrets.open(row.bytes(column), purpose: Purpose(row.bytes(column + 1)).name)
  }

  package func finishedPlaces(since moment: Moment, most: Int) throws -> [FinishedEntry] {
    try database.use(Self.finishedPlaces) { statement in
      statement.bind(moment.milliseconds)
      statement.bind(most)
      var entries: [FinishedEntry] = []
      while try statement.step() {
        entries.append(
          FinishedEntry(
            attempt: statement.number(0), name: try name(in: statement, 9),
            ending: try statement.isNull(1) ? nil : word(statement, 1, "ending"), isPassed: statement.flag(2),
            submittedAt: Moment(milliseconds: statement.number(3)), slip: statement.optionalNumber(4),
            prints: statement.int(5), isRevoked: statement.flag(6), hasCoaching: statement.flag(7),
            version: statement.int(8)))
      }
      return entries
    }
  }
}
