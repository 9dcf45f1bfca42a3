import Assessment
import Slip
import UseCases

/// The tables `confirmationBatch` and `confirmationEntry`: which slip is on which list, and what was answered.
extension KioskStore {
  // The latest slip of each person that counts: not revoked, its attempt not void.
  private static let listable = Query(
    """
    SELECT s.serial, a.person, a.audience, a.submittedAt FROM slip s JOIN attempt a ON a.id = s.attempt
    WHERE a.person IS NOT NULL AND a.state = 'submitted' AND a.passed = 1
      AND NOT EXISTS (SELECT 1 FROM slipRevocation v WHERE v.slip = s.serial)
      AND NOT EXISTS (SELECT 1 FROM confirmationEntry e
        WHERE e.person = a.person AND e.state IN ('listed', 'sent', 'confirmed'))
      AND NOT EXISTS (SELECT 1 FROM confirmationEntry e WHERE e.person = a.person AND e.state = 'refused'
        AND e.id = (SELECT max(l.id) FROM confirmationEntry l WHERE l.person = a.person AND l.state <> 'withdrawn')
        AND NOT EXISTS (SELECT 1 FROM confirmationCorrection c WHERE c.entry = e.id AND c.at >= e.changedAt))
      AND s.serial = (SELECT max(s2.serial) FROM slip s2 JOIN attempt a2 ON a2.id = s2.attempt
        WHERE a2.person = a.person AND a2.state = 'submitted'
          AND NOT EXISTS (SELECT 1 FROM slipRevocation v2 WHERE v2.slip = s2.serial))
    ORDER BY s.serial LIMIT ?1
    """)
  private static let unconfirmed = Query(
    """
    SELECT s.serial, a.person, a.audience, a.submittedAt FROM slip s JOIN attempt a ON a.id = s.attempt
    WHERE a.person IS NOT NULL AND a.state = 'submitted' AND a.passed = 1
      AND a.submittedAt < ?1
      AND NOT EXISTS (SELECT 1 FROM slipRevocation v WHERE v.slip = s.serial)
      AND NOT EXISTS (SELECT 1 FROM confirmationEntry e WHERE e.person = a.person AND e.state = 'confirmed')
      AND s.serial = (SELECT max(s2.serial) FROM slip s2 JOIN attempt a2 ON a2.id = s2.attempt
        WHERE a2.person = a.person AND a2.state = 'submitted'
          AND NOT EXISTS (SELECT 1 FROM slipRevocation v2 WHERE v2.slip = s2.serial))
    ORDER BY a.submittedAt, s.serial LIMIT ?2
    """)
  private static let addBatch = Query("INSERT INTO confirmationBatch (layout, account, madeAt) VALUES (?1, ?2, ?3)")
  private static let addEntry = Query(
    "INSERT INTO confirmationEntry (batch, slip, person, state, changedAt) VALUES (?1, ?2, ?3, 'listed', ?4)")
  private static let allBatches = Query(
    "SELECT id, layout, account, madeAt, sentAt FROM confirmationBatch ORDER BY id DESC")
  private static let oneBatch = Query("SELECT id, layout, account, madeAt, sentAt FROM confirmationBatch WHERE id = ?1")
  private static let batchCounts = Query(
    "SELECT state, count(*) FROM confirmationEntry WHERE batch = ?1 GROUP BY state")
  private static let sendBatch = Query("UPDATE confirmationBatch SET sentAt = ?2 WHERE id = ?1")
  private static let setEntry = Query(
    "UPDATE confirmationEntry SET state = ?2, reason = ?3, changedAt = ?4 WHERE id = ?1")
  private static let entriesOfPerson = Query(
    """
    SELECT id, batch, slip, person, state, reason, changedAt FROM confirmationEntry WHERE person = ?1 ORDER BY id DESC
    """)
  private static let oneEntry = Query(
    "SELECT id, batch, slip, person, state, reason, changedAt FROM confirmationEntry WHERE id = ?1")
  private static let slipsOfBatch = Query(
    """
    SELECT e.id, e.batch, e.slip, e.person, e.state, e.reason, e.changedAt, s.token, s.bytes, a.audience, a.submittedAt,
      p.numberLookup, p.nameSealed, p.numberSealed, p.birthSealed, p.sex
    FROM confirmationEntry e JOIN slip s ON s.serial = e.slip JOIN attempt a ON a.id = s.attempt
      JOIN person p ON p.id = e.person WHERE e.batch = ?1 ORDER BY e.id
    """)
  private static let slipsSent = Query(
    """
    SELECT e.id, e.batch, e.slip, e.person, e.state, e.reason, e.changedAt, s.token, s.bytes, a.audience, a.submittedAt,
      p.numberLookup, p.nameSealed, p.numberSealed, p.birthSealed, p.sex
    FROM confirmationEntry e JOIN slip s ON s.serial = e.slip JOIN attempt a ON a.id = s.attempt
      JOIN person p ON p.id = e.person WHERE e.state IN ('sent', 'confirmed', 'refused') ORDER BY e.id
    """)

  package func listableSlips(most: Int) throws -> [ListableSlip] {
    try database.use(Self.listable) { statement in
      statement.bind(most)
      return try listable(statement)
    }
  }

  package func unconfirmedSlips(until day: CivilDate, most: Int) throws -> [ListableSlip] {
    try database.use(Self.unconfirmed) { statement in
      // The first millisecond of the day after, in Vietnam.
      statement.bind(Int64(day.dayNumber + 1) * 86_400_000 - 7 * 3_600_000)
      statement.bind(most)
      return try listable(statement)
    }
  }

  private func listable(_ statement: Statement) throws -> [ListableSlip] {
    var slips: [ListableSlip] = []
    while try statement.step() {
      slips.append(
        ListableSlip(
          serial: statement.number(0), person: statement.number(1), audience: Audience.ID(statement.text(2)),
          passedAt: Moment(milliseconds: statement.number(3))))
    }
    return slips
  }

  package func addBatch(layout: Int, by account: StaffID?, at moment: Moment) throws -> ConfirmationBatch.ID {
    try database.run(Self.addBatch) {
      $0.bind(layout)
      $0.bind(account)
      $0.bind(moment.milliseconds)
    }
    return database.lastInsertedRow
  }

  package func addEntry(_ slip: ListableSlip, to batch: ConfirmationBatch.ID, at moment: Moment) throws {
    try database.run(Self.addEntry) {
      $0.bind(batch)
      $0.bind(slip.serial)
      $0.bind(slip.person)
      $0.bind(moment.milliseconds)
    }
  }

  package func batch(_ id: ConfirmationBatch.ID) throws -> ConfirmationBatch? {
    try database.use(Self.oneBatch) { statement in
      statement.bind(id)
      return try statement.step() ? batch(from: statement) : nil
    }
  }

  package func batches() throws -> [ConfirmationBatch] {
    try database.use(Self.allBatches) { statement in
      var batches: [ConfirmationBatch] = []
      while try statement.step() { batches.append(batch(from: statement)) }
      return batches
    }
  }

  private func batch(from row: Statement) -> ConfirmationBatch {
    ConfirmationBatch(
      id: row.number(0), layout: row.int(1), account: row.optionalNumber(2),
      madeAt: Moment(milliseconds: row.number(3)),
      sentAt: row.optionalNumber(4).map { Moment(milliseconds: $0) })
  }

  package func counts(of batch: ConfirmationBatch.ID) throws -> [ConfirmationState: Int] {
    try database.use(Self.batchCounts) { statement in
      statement.bind(batch)
      var counts: [ConfirmationState: Int] = [:]
      while try statement.step() {
        counts[try word(statement, 0, "state", of: "confirmationEntry")] = statement.int(1)
      }
      return counts
    }
  }

  package func slips(in batch: ConfirmationBatch.ID) throws -> [ListedSlip] {
    try database.use(Self.slipsOfBatch) { statement in
      statement.bind(batch)
      return try listed(statement)
    }
  }

  package func slipsSent() throws -> [ListedSlip] {
    try database.use(Self.slipsSent) { try listed($0) }
  }

  private func listed(_ statement: Statement) throws -> [ListedSlip] {
    var slips: [ListedSlip] = []
    while try statement.step() {
      let purpose = Purpose(statement.bytes(11))
      guard let number = UInt64(exactly: statement.number(7)), let token = try? SlipToken(number: number) else {
        throw SQLiteStoreError.unreadable(table: "slip", column: "token")  // any refusal means the same here
      }
      slips.append(
        ListedSlip(
          entry: try confirmationEntry(from: statement), token: token, bytes: statement.bytes(8),
          name: try secrets.open(statement.bytes(12), purpose: purpose.name),
          number: CitizenNumber(try secrets.open(statement.bytes(13), purpose: purpose.number)),
          birth: try secrets.open(statement.bytes(14), purpose: purpose.birth),
          sex: statement.optionalText(15).flatMap(Sex.init), audience: Audience.ID(statement.text(9)),
          submittedAt: Moment(milliseconds: statement.number(10))))
    }
    return slips
  }

  package func entries(of person: Int64) throws -> [ConfirmationEntry] {
    try entries(Self.entriesOfPerson, person)
  }

  package func entry(_ id: ConfirmationEntry.ID) throws -> ConfirmationEntry? {
    try entries(Self.oneEntry, id).first
  }

  private func entries(_ query: Query, _ argument: Int64) throws -> [ConfirmationEntry] {
    try database.use(query) { statement in
      statement.bind(argument)
      var entries: [ConfirmationEntry] = []
      while try statement.step() { entries.append(try confirmationEntry(from: statement)) }
      return entries
    }
  }

  func confirmationEntry(from row: Statement) throws -> ConfirmationEntry {
    ConfirmationEntry(
      id: row.number(0), batch: row.number(1), serial: row.number(2), person: row.number(3),
      state: try word(row, 4, "state", of: "confirmationEntry"), reason: row.optionalText(5),
      changedAt: Moment(milliseconds: row.number(6)))
  }

  package func markSent(_ batch: ConfirmationBatch.ID, at moment: Moment) throws {
    try database.run(Self.sendBatch) {
      $0.bind(batch)
      $0.bind(moment.milliseconds)
    }
  }

  package func set(
    _ state: ConfirmationState, reason: String?, of entry: ConfirmationEntry.ID, at moment: Moment
  ) throws {
    let changed = try database.run(Self.setEntry) {
      $0.bind(entry)
      $0.bind(state.rawValue)
      $0.bind(reason)
      $0.bind(moment.milliseconds)
    }
    guard changed == 1 else { throw SQLiteStoreError.rowMissing(table: "confirmationEntry", what: "\(entry)") }
  }
}
