import Assessment
import UseCases

/// The tables `answerFile`, `answerChange` and `confirmationLayout`.
extension KioskStore {
  private static let addAnswers = Query(
    """
    INSERT INTO answerFile (digest, state, account, at, rows, rowsSealed) VALUES (?1, 'previewed', ?2, ?3, ?4, ?5)
    """)
  private static let oneFile = Query(
    """
    SELECT f.id, f.state, f.account, f.at, f.rows, (SELECT count(*) FROM answerChange WHERE file = f.id)
    FROM answerFile f WHERE f.id = ?1
    """)
  private static let fileInForce = Query(
    """
    SELECT f.id, f.state, f.account, f.at, f.rows, (SELECT count(*) FROM answerChange WHERE file = f.id)
    FROM answerFile f WHERE f.digest = ?1 AND f.state IN ('previewed', 'applied')
    """)
  private static let allFiles = Query(
    """
    SELECT f.id, f.state, f.account, f.at, f.rows, (SELECT count(*) FROM answerChange WHERE file = f.id)
    FROM answerFile f ORDER BY f.id DESC LIMIT 100
    """)
  private static let sealedRows = Query("SELECT digest, rowsSealed FROM answerFile WHERE id = ?1")
  private static let applyFile = Query(
    "UPDATE answerFile SET state = 'applied', rowsSealed = NULL, at = ?2 WHERE id = ?1 AND state = 'previewed'")
  private static let undoFile = Query(
    "UPDATE answerFile SET state = 'undone', undoneBy = ?2, undoneAt = ?3 WHERE id = ?1 AND state = 'applied'")
  private static let addChange = Query(
    """
    INSERT INTO answerChange (file, entry, line, before, reasonBefore, after, reasonAfter)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    """)
  private static let choicesOfFile = Query("SELECT line, entry FROM answerChoice WHERE file = ?1")
  private static let keepChoice = Query("INSERT OR REPLACE INTO answerChoice (file, line, entry) VALUES (?1, ?2, ?3)")
  private static let dropFile = Query("DELETE FROM answerFile WHERE id = ?1 AND state = 'previewed'")
  private static let changesOfFile = Query(
    "SELECT entry, line, before, reasonBefore, after, reasonAfter FROM answerChange WHERE file = ?1 ORDER BY line")
  private static let lastLayout = Query("SELECT id, content FROM confirmationLayout ORDER BY id DESC LIMIT 1")
  private static let oneLayout = Query("SELECT content FROM confirmationLayout WHERE id = ?1")
  private static let addLayout = Query(
    "INSERT INTO confirmationLayout (content, account, at) VALUES (?1, ?2, ?3)")

  private func purpose(_ digest: [UInt8]) -> String {
    "answerFile.rows " + digest.map { String($0, radix: 16) }.joined(separator: ".")
  }

  package func addAnswers(
    digest: [UInt8], text: String, rows: Int, by account: StaffID?, at moment: Moment
  ) throws -> AnswerFile.ID {
    let sealed = try secrets.seal(text, purpose: purpose(digest))
    try database.run(Self.addAnswers) {
      $0.bind(digest)
      $0.bind(account)
      $0.bind(moment.milliseconds)
      $0.bind(rows)
      $0.bind(sealed)
    }
    return database.lastInsertedRow
  }

  package func answers(_ id: AnswerFile.ID) throws -> AnswerFile? {
    try database.use(Self.oneFile) { statement in
      statement.bind(id)
      return try statement.step() ? file(from: statement) : nil
    }
  }

  package func answers(digest: [UInt8]) throws -> AnswerFile? {
    try database.use(Self.fileInForce) { statement in
      statement.bind(digest)
      return try statement.step() ? file(from: statement) : nil
    }
  }

  package func answerFiles() throws -> [AnswerFile] {
    try database.use(Self.allFiles) { statement in
      var files: [AnswerFile] = []
      while try statement.step() { files.append(try file(from: statement)) }
      return files
    }
  }

  private func file(from row: Statement) throws -> AnswerFile {
    AnswerFile(
      id: row.number(0), state: try word(row, 1, "state", of: "answerFile"), account: row.optionalNumber(2),
      at: Moment(milliseconds: row.number(3)), rows: row.int(4), changed: row.int(5))
  }

  package func answersText(_ id: AnswerFile.ID) throws -> String? {
    let found: (digest: [UInt8], sealed: [UInt8])? = try database.use(Self.sealedRows) { statement in
      statement.bind(id)
      guard try statement.step(), !statement.isNull(1) else { return nil }
      return (statement.bytes(0), statement.bytes(1))
    }
    return try found.map { try secrets.open($0.sealed, purpose: purpose($0.digest)) }
  }

  package func apply(_ changes: [AnswerChange], of id: AnswerFile.ID, at moment: Moment) throws {
    let applied = try database.run(Self.applyFile) {
      $0.bind(id)
      $0.bind(moment.milliseconds)
    }
    guard applied == 1 else { throw SQLiteStoreError.rowMissing(table: "answerFile", what: "\(id)") }
    for change in changes {
      try database.run(Self.addChange) {
        $0.bind(id)
        $0.bind(change.entry)
        $0.bind(change.line)
        $0.bind(change.before.rawValue)
        $0.bind(change.reasonBefore)
        $0.bind(change.after.rawValue)
        $0.bind(change.reasonAfter)
      }
    }
  }

  package func choices(of id: AnswerFile.ID) throws -> [Int: ConfirmationEntry.ID?] {
    try database.use(Self.choicesOfFile) { statement in
      statement.bind(id)
      var choices: [Int: ConfirmationEntry.ID?] = [:]
      while try statement.step() { choices.updateValue(statement.optionalNumber(1), forKey: statement.int(0)) }
      return choices
    }
  }

  package func keep(_ choices: [Int: ConfirmationEntry.ID?], of id: AnswerFile.ID) throws {
    for (line, entry) in choices {
      try database.run(Self.keepChoice) {
        $0.bind(id)
        $0.bind(line)
        $0.bind(entry)
      }
    }
  }

  package func dropAnswers(_ id: AnswerFile.ID) throws {
    guard try database.run(Self.dropFile, { $0.bind(id) }) == 1 else {
      throw SQLiteStoreError.rowMissing(table: "answerFile", what: "\(id)")
    }
  }

  package func changes(of id: AnswerFile.ID) throws -> [AnswerChange] {
    try database.use(Self.changesOfFile) { statement in
      statement.bind(id)
      var changes: [AnswerChange] = []
      while try statement.step() {
        changes.append(
          AnswerChange(
            entry: statement.number(0), line: statement.int(1),
            before: try word(statement, 2, "before", of: "answerChange"), reasonBefore: statement.optionalText(3),
            after: try word(statement, 4, "after", of: "answerChange"), reasonAfter: statement.optionalText(5)))
      }
      return changes
    }
  }

  package func markUndone(_ id: AnswerFile.ID, by account: StaffID?, at moment: Moment) throws {
    let undone = try database.run(Self.undoFile) {
      $0.bind(id)
      $0.bind(account)
      $0.bind(moment.milliseconds)
    }
    guard undone == 1 else { throw SQLiteStoreError.rowMissing(table: "answerFile", what: "\(id)") }
  }

  package func confirmationLayout() throws -> (number: Int, text: String)? {
    try database.use(Self.lastLayout) { statement in
      try statement.step() ? (statement.int(0), statement.text(1)) : nil
    }
  }

  package func confirmationLayout(_ number: Int) throws -> String? {
    try database.use(Self.oneLayout) { statement in
      statement.bind(number)
      return try statement.step() ? statement.text(0) : nil
    }
  }

  package func keepConfirmationLayout(_ text: String, by account: StaffID?, at moment: Moment) throws -> Int {
    try database.run(Self.addLayout) {
      $0.bind(text)
      $0.bind(account)
      $0.bind(moment.milliseconds)
    }
    return Int(database.lastInsertedRow)
  }
}
