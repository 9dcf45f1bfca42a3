import Assessment
import UseCases

/// The table `staffSession`: who reads the file cannot take over a session, since it holds only digests of session ids.
extension KioskStore {
  private static let openStaffSession = Query(
    "INSERT INTO staffSession (digest, account, stage, signedInAt) VALUES (?1, ?2, ?3, ?4)")
  private static let findStaffSession = Query(
    "SELECT id, account, stage, signedInAt, wrongTries FROM staffSession WHERE digest = ?1")
  private static let allStaffSessions = Query(
    "SELECT id, account, stage, signedInAt, wrongTries FROM staffSession ORDER BY id")
  private static let writeStage = Query("UPDATE staffSession SET stage = ?2 WHERE id = ?1")
  private static let writeWrongTries = Query("UPDATE staffSession SET wrongTries = ?2 WHERE id = ?1")
  private static let endStaffSession = Query("DELETE FROM staffSession WHERE id = ?1")
  private static let writeDraft = Query("UPDATE staffSession SET draftSealed = ?2 WHERE id = ?1")
  private static let readDraft = Query("SELECT draftSealed FROM staffSession WHERE id = ?1")

  /// A row before its account is looked up: a statement is not used inside another's run.
  private struct Row {
    let id: StaffSession.ID
    let account: Account.ID
    let stage: StaffSession.Stage
    let signedInAt: Moment
    let wrongTries: Int

    init(_ statement: Statement) throws {
      guard let stage = StaffSession.Stage(rawValue: statement.text(2)) else {
        throw SQLiteStoreError.unreadable(table: "staffSession", column: "stage")
      }
      id = statement.number(0)
      account = statement.number(1)
      self.stage = stage
      signedInAt = Moment(milliseconds: statement.number(3))
      wrongTries = statement.int(4)
    }
  }

  package func open(
    _ session: SessionID, for account: Account.ID, stage: StaffSession.Stage, at moment: Moment
  ) throws -> StaffSession.ID {
    let digest = secrets.sha256(session.bytes)
    try database.run(Self.openStaffSession) {
      $0.bind(digest)
      $0.bind(account)
      $0.bind(stage.rawValue)
      $0.bind(moment.milliseconds)
    }
    return database.lastInsertedRow
  }

  package func staffSession(_ session: SessionID) throws -> StaffSession? {
    let digest = secrets.sha256(session.bytes)
    let row: Row? = try database.use(Self.findStaffSession) { statement in
      statement.bind(digest)
      return try statement.step() ? try Row(statement) : nil
    }
    return try row.map(staffSession)
  }

  package func staffSessions() throws -> [StaffSession] {
    let rows = try database.use(Self.allStaffSessions) { statement in
      var rows: [Row] = []
      while try statement.step() { rows.append(try Row(statement)) }
      return rows
    }
    return try rows.map(staffSession)
  }

  private func staffSession(_ row: Row) throws -> StaffSession {
    guard let account = try account(row.account) else {
      throw SQLiteStoreError.unreadable(table: "staffSession", column: "account")
    }
    return StaffSession(
      id: row.id, account: account, stage: row.stage, signedInAt: row.signedInAt, wrongTries: row.wrongTries)
  }

  package func setStage(_ stage: StaffSession.Stage, of id: StaffSession.ID) throws {
    try database.run(Self.writeStage) {
      $0.bind(id)
      $0.bind(stage.rawValue)
    }
  }

  package func setWrongTries(_ count: Int, of id: StaffSession.ID) throws {
    try database.run(Self.writeWrongTries) {
      $0.bind(id)
      $0.bind(count)
    }
  }

  package func end(_ id: StaffSession.ID) throws {
    try database.run(Self.endStaffSession) { $0.bind(id) }
  }

  package func setDraft(secret: String, of id: StaffSession.ID) throws {
    let sealed = try secrets.seal(secret, purpose: "staffSession.draft \(id)")
    try database.run(Self.writeDraft) {
      $0.bind(id)
      $0.bind(sealed)
    }
  }

  package func draft(of id: StaffSession.ID) throws -> String? {
    let sealed: [UInt8]? = try database.use(Self.readDraft) { statement in
      statement.bind(id)
      return try statement.step() && !statement.isNull(0) ? statement.bytes(0) : nil
    }
    return try sealed.map { try secrets.open($0, purpose: "staffSession.draft \(id)") }
  }
}
