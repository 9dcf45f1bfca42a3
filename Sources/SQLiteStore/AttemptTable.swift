import Assessment
import UseCases

/// The table `attempt`: one row per attempt, from the first touch to the outcome.
extension KioskStore {
  // The notice is the one in force, and it must be the one that was on the screen: else the row is refused.
  private static let addAttempt = Query(
    """
    INSERT INTO attempt (audience, mode, framework, blueprint, bank, seed, allowed, notice, beganAt, changedAt)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,
      (SELECT n.id FROM inForce f JOIN notice n ON n.id = f.notice WHERE f.audience = ?1 AND n.version = ?8), ?9, ?9)
    """)
  private static let findAttempt = Query(
    """
    SELECT audience, mode, state, part, place, spent, allowed, ending, framework, blueprint, bank, seed, person,
      identity, (SELECT version FROM notice WHERE id = attempt.notice), beganAt, submittedAt, warmUpCount, scoredCount,
      pauseReason
    FROM attempt WHERE id = ?1
    """)
  // What every answer does. It leaves the state alone, and with it the indexes and most checks.
  private static let moveAttempt = Query(
    """
    UPDATE attempt SET part = ?2, place = ?3, spent = ?4, changedAt = ?5 WHERE id = ?1 AND state = 'in-progress'
    """)
  private static let saveAttempt = Query(
    """
    UPDATE attempt SET state = ?2, part = ?3, place = ?4, spent = ?5, ending = ?6,
      pauseReason = ?8,
      submittedAt = CASE ?2 WHEN 'submitted' THEN coalesce(submittedAt, ?7) ELSE submittedAt END, changedAt = ?7
    WHERE id = ?1
    """)
  private static let seatPerson = Query(
    "UPDATE attempt SET person = ?2, identity = ?3, ageYears = ?4 WHERE id = ?1 AND state = 'seating'")
  private static let testedAttempt = Query("SELECT 1 FROM attempt WHERE mode = 'tested' LIMIT 1")

  package func add(_ new: NewAttempt) throws -> Attempt.ID {
    try database.run(Self.addAttempt) {
      $0.bind(new.audience.text)
      $0.bind(new.mode.rawValue)
      $0.bind(new.content.framework)
      $0.bind(new.content.blueprint)
      $0.bind(new.content.bank)
      $0.bind(Int64(bitPattern: new.seed))
      $0.bind(new.allowed)
      $0.bind(new.noticeVersion)
      $0.bind(new.beganAt.milliseconds)
    }
    return database.lastInsertedRow
  }

  package func attempt(_ id: Attempt.ID) throws -> AttemptRecord? {
    try database.use(Self.findAttempt) { statement in
      statement.bind(id)
      return try statement.step() ? record(id, from: statement) : nil
    }
  }

  private func record(_ id: Attempt.ID, from row: Statement) throws -> AttemptRecord {
    AttemptRecord(
      attempt: Attempt(
        id: id, audience: Audience.ID(row.text(0)), mode: try word(row, 1, "mode"), state: try word(row, 2, "state"),
        place: FormPlace(try word(row, 3, "part"), row.int(4)), spent: row.int(5), allowed: row.optionalInt(6),
        ending: row.isNull(7) ? nil : try word(row, 7, "ending"),
        pause: row.optionalText(19).map { Reason.ID($0) }),
      content: ContentVersion(framework: row.number(8), blueprint: row.number(9), bank: row.number(10)),
      seed: UInt64(bitPattern: row.number(11)), person: row.optionalNumber(12),
      identity: Candidate.Identity(rawValue: row.int(13)) ?? .selfDeclared,  // null until somebody is seated
      noticeVersion: row.optionalInt(14), beganAt: Moment(milliseconds: row.number(15)),
      submittedAt: row.optionalNumber(16).map { Moment(milliseconds: $0) },
      counts: [.warmUp: row.int(17), .scored: row.int(18)])
  }

  func word<Word: RawRepresentable<String>>(
    _ row: Statement, _ column: Int32, _ name: String, of table: String = "attempt"
  ) throws -> Word {
    guard let word = Word(rawValue: row.text(column)) else {
      throw SQLiteStoreError.unreadable(table: table, column: name)
    }
    return word
  }

  package func save(_ attempt: Attempt, at moment: Moment) throws {
    if attempt.state == .inProgress, try move(attempt, at: moment) { return }
    let changed = try database.run(Self.saveAttempt) {
      $0.bind(attempt.id)
      $0.bind(attempt.state.rawValue)
      $0.bind(attempt.place.part.word)
      $0.bind(attempt.place.number)
      $0.bind(attempt.spent)
      $0.bind(attempt.ending?.rawValue)
      $0.bind(moment.milliseconds)
      $0.bind(attempt.pause?.text)
    }
    guard changed == 1 else { throw SQLiteStoreError.rowMissing(table: "attempt", what: "save") }
    if attempt.state == .voided { try recount(attempt.id) }
  }

  private func move(_ attempt: Attempt, at moment: Moment) throws -> Bool {
    try database.run(Self.moveAttempt) {
      $0.bind(attempt.id)
      $0.bind(attempt.place.part.word)
      $0.bind(attempt.place.number)
      $0.bind(attempt.spent)
      $0.bind(moment.milliseconds)
    } == 1
  }

  package func seat(_ id: Attempt.ID, person: Int64, identity: Candidate.Identity, ageYears: Int) throws {
    let changed = try database.run(Self.seatPerson) {
      $0.bind(id)
      $0.bind(person)
      $0.bind(identity.rawValue)
      $0.bind(ageYears)
    }
    guard changed == 1 else { throw SQLiteStoreError.rowMissing(table: "attempt", what: "seat") }
  }

  package func isEmptyOfRealAttempts() throws -> Bool {
    try database.use(Self.testedAttempt) { try !$0.step() }
  }
}

extension FormPlace.Part {
  /// The raw value, where SQLite need not copy it.
  var word: StaticString {
    switch self {
    case .warmUp: "warm-up"
    case .scored: "scored"
    }
  }
}
