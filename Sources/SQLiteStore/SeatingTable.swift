import Assessment
import UseCases

/// The tables `seating` and `attemptTag`, and what the desk sets in `attempt`.
extension KioskStore {
  private static let addSeated = Query(
    """
    INSERT INTO attempt (audience, mode, framework, blueprint, bank, seed, allowed, person, identity, ageYears,
      seatNumber, device, beganAt, changedAt)
    VALUES (?1, 'tested', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?12)
    """)
  private static let addSeating = Query(
    """
    INSERT INTO seating (attempt, account, hamlet, timePercent, needs, guardianRelation, guardianSealed, guardianAt,
      language)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
    """)
  private static let addAttemptTag = Query("INSERT OR IGNORE INTO attemptTag (attempt, tag) VALUES (?1, ?2)")
  private static let findSeating = Query(
    """
    SELECT account, hamlet, timePercent, needs, guardianRelation, guardianSealed, guardianAt, language FROM seating
    WHERE attempt = ?1
    """)
  private static let tagsOfAttempt = Query("SELECT tag FROM attemptTag WHERE attempt = ?1 ORDER BY tag")
  private static let findSeat = Query("SELECT seatNumber FROM attempt WHERE id = ?1")
  private static let giveSeat = Query("UPDATE attempt SET seatNumber = ?2 WHERE id = ?1")
  private static let attemptAtSeat = Query(
    "SELECT id FROM attempt WHERE seatNumber = ?1 AND state IN ('seating', 'in-progress', 'paused')")
  private static let sessionOfAttempt = Query("SELECT 1 FROM kioskSession WHERE attempt = ?1 LIMIT 1")
  // As for attempts begun at the kiosk: the notice in force, and the one that was on the screen, or none.
  private static let keepConsent = Query(
    """
    UPDATE attempt SET changedAt = ?3,
      notice = (SELECT n.id FROM inForce f JOIN notice n ON n.id = f.notice
        WHERE f.audience = attempt.audience AND n.version = ?2)
    WHERE id = ?1 AND state = 'seating' AND notice IS NULL
      AND EXISTS (SELECT 1 FROM inForce f JOIN notice n ON n.id = f.notice
        WHERE f.audience = attempt.audience AND n.version = ?2)
    """)
  private static let extendAttempt = Query("UPDATE attempt SET allowed = ?2, changedAt = ?3 WHERE id = ?1")

  package func add(_ new: NewSeating) throws -> Attempt.ID {
    try database.run(Self.addSeated) {
      $0.bind(new.attempt.audience.text)
      $0.bind(new.attempt.content.framework)
      $0.bind(new.attempt.content.blueprint)
      $0.bind(new.attempt.content.bank)
      $0.bind(Int64(bitPattern: new.attempt.seed))
      $0.bind(new.attempt.allowed)
      $0.bind(new.person)
      $0.bind(new.identity.rawValue)
      $0.bind(new.ageYears)
      $0.bind(new.seat.value)
      $0.bind(new.device)
      $0.bind(new.attempt.beganAt.milliseconds)
    }
    let id = database.lastInsertedRow
    try add(new.seating, to: id)
    return id
  }

  private func add(_ seating: Seating, to id: Attempt.ID) throws {
    let guardian = try seating.guardian.map { try secrets.seal($0.name, purpose: Self.purpose(id)) }
    try database.run(Self.addSeating) {
      $0.bind(id)
      $0.bind(seating.account)
      $0.bind(seating.hamlet)
      $0.bind(seating.accommodations.time.rawValue)
      $0.bind(seating.accommodations.needs.map(\.rawValue).sorted().joined(separator: " "))
      $0.bind(seating.guardian?.relation.rawValue)
      $0.bind(guardian)
      $0.bind(seating.guardian?.at.milliseconds)
      $0.bind(seating.language.text)
    }
    for tag in seating.tags {
      try database.run(Self.addAttemptTag) {
        $0.bind(id)
        $0.bind(tag)
      }
    }
  }

  private static func purpose(_ id: Attempt.ID) -> String { "seating.guardian \(id)" }

  package func seating(of id: Attempt.ID) throws -> Seating? {
    let tags: [Tag.ID] = try database.use(Self.tagsOfAttempt) { statement in
      statement.bind(id)
      var tags: [Tag.ID] = []
      while try statement.step() { tags.append(statement.number(0)) }
      return tags
    }
    return try database.use(Self.findSeating) { statement in
      statement.bind(id)
      return try statement.step() ? seating(of: id, tags: tags, from: statement) : nil
    }
  }

  private func seating(of id: Attempt.ID, tags: [Tag.ID], from row: Statement) throws -> Seating {
    guard let time = TimeFactor(rawValue: row.int(2)) else {
      throw SQLiteStoreError.unreadable(table: "seating", column: "timePercent")
    }
    var guardian: GuardianAgreement?
    if !row.isNull(4) {
      guardian = GuardianAgreement(
        relation: try word(row, 4, "guardianRelation", of: "seating"),
        name: try secrets.open(row.bytes(5), purpose: Self.purpose(id)), at: Moment(milliseconds: row.number(6)))
    }
    return Seating(
      account: row.number(0), hamlet: row.optionalNumber(1), tags: tags,
      accommodations: Accommodations(time: time, needs: needs(in: row.text(3))), guardian: guardian,
      language: Language.ID(row.text(7)))
  }

  package func seatNumber(of id: Attempt.ID) throws -> SeatNumber? {
    try database.use(Self.findSeat) { statement in
      statement.bind(id)
      return try statement.step() ? statement.optionalInt(0).flatMap { SeatNumber($0) } : nil
    }
  }

  package func give(_ seat: SeatNumber, to id: Attempt.ID) throws {
    let changed = try database.run(Self.giveSeat) {
      $0.bind(id)
      $0.bind(seat.value)
    }
    guard changed == 1 else { throw SQLiteStoreError.rowMissing(table: "attempt", what: "seat number") }
  }

  package func openAttempt(at seat: SeatNumber) throws -> Attempt.ID? {
    try database.use(Self.attemptAtSeat) { statement in
      statement.bind(seat.value)
      return try statement.step() ? statement.number(0) : nil
    }
  }

  package func isBound(_ id: Attempt.ID) throws -> Bool {
    try database.use(Self.sessionOfAttempt) { statement in
      statement.bind(id)
      return try statement.step()
    }
  }

  package func keepConsent(to notice: Notice, of id: Attempt.ID, at moment: Moment) throws {
    let changed = try database.run(Self.keepConsent) {
      $0.bind(id)
      $0.bind(notice.version)
      $0.bind(moment.milliseconds)
    }
    guard changed == 1 else { throw SQLiteStoreError.rowMissing(table: "attempt", what: "consent") }
  }

  package func extend(_ id: Attempt.ID, allowed: Int, at moment: Moment) throws {
    let changed = try database.run(Self.extendAttempt) {
      $0.bind(id)
      $0.bind(allowed)
      $0.bind(moment.milliseconds)
    }
    guard changed == 1 else { throw SQLiteStoreError.rowMissing(table: "attempt", what: "allowed") }
  }
}
