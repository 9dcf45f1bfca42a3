import Assessment
import UseCases

/// The tables `classroom` and `classLine`. Lists hold names and numbers: sealed, and forgotten as soon as they are not needed.
extension KioskStore {
  private static let addClass = Query(
    "INSERT INTO classroom (title, audience, mode, account, openedAt) VALUES (?1, ?2, ?3, ?4, ?5)")
  private static let findClass = Query(
    "SELECT id, title, audience, mode, account, openedAt, closedAt FROM classroom WHERE id = ?1")
  private static let recentClasses = Query(
    """
    SELECT id, title, audience, mode, account, openedAt, closedAt FROM classroom
    WHERE closedAt IS NULL OR openedAt >= ?1 ORDER BY id DESC LIMIT 100
    """)
  private static let addLine = Query("INSERT INTO classLine (classroom, line, sealed) VALUES (?1, ?2, ?3)")
  private static let linesOfClass = Query(
    "SELECT line, sealed, attempt FROM classLine WHERE classroom = ?1 ORDER BY line")
  private static let seatLine = Query(
    "UPDATE classLine SET sealed = NULL, attempt = ?3 WHERE classroom = ?1 AND line = ?2 AND attempt IS NULL")
  private static let closeClass = Query("UPDATE classroom SET closedAt = ?2 WHERE id = ?1 AND closedAt IS NULL")
  private static let forgetLines = Query("DELETE FROM classLine WHERE classroom = ?1 AND attempt IS NULL")
  private static let everyList = Query(
    "SELECT line, sealed, attempt, classroom FROM classLine WHERE sealed IS NOT NULL ORDER BY classroom, line")
  private static let forgetLine = Query("DELETE FROM classLine WHERE classroom = ?1 AND line = ?2 AND attempt IS NULL")
  private static let countPractice = Query(
    "SELECT count(*) FROM attempt WHERE mode = 'practice' AND audience = ?1 AND beganAt >= ?2")

  package func addClass(
    _ title: String, for audience: Audience.ID, mode: Attempt.Mode, by account: StaffID, at moment: Moment
  ) throws -> Classroom.ID {
    try database.run(Self.addClass) {
      $0.bind(title)
      $0.bind(audience.text)
      $0.bind(mode.rawValue)
      $0.bind(account)
      $0.bind(moment.milliseconds)
    }
    return database.lastInsertedRow
  }

  package func classroom(_ id: Classroom.ID) throws -> Classroom? {
    try database.use(Self.findClass) { statement in
      statement.bind(id)
      return try statement.step() ? classroom(from: statement) : nil
    }
  }

  package func classrooms(since moment: Moment) throws -> [Classroom] {
    try database.use(Self.recentClasses) { statement in
      statement.bind(moment.milliseconds)
      var classrooms: [Classroom] = []
      while try statement.step() { classrooms.append(try classroom(from: statement)) }
      return classrooms
    }
  }

  private func classroom(from row: Statement) throws -> Classroom {
    Classroom(
      id: row.number(0), title: row.text(1), audience: Audience.ID(row.text(2)), mode: try word(row, 3, "mode"),
      account: row.number(4), openedAt: Moment(milliseconds: row.number(5)),
      closedAt: row.optionalNumber(6).map { Moment(milliseconds: $0) })
  }

  package func add(_ lines: [RosterLine], to id: Classroom.ID) throws {
    for line in lines {
      let text = [line.name, line.birth, line.number].joined(separator: Self.separator)
      let sealed = try secrets.seal(text, purpose: Self.purpose(id, line.line))
      try database.run(Self.addLine) {
        $0.bind(id)
        $0.bind(line.line)
        $0.bind(sealed)
      }
    }
  }

  /// The unit separator, which no cell holds: control characters are refused where names are read.
  private static let separator = "\u{1F}"

  private static func purpose(_ id: Classroom.ID, _ line: Int) -> String { "classLine \(id) \(line)" }

  package func lines(of id: Classroom.ID) throws -> [ClassLine] {
    try database.use(Self.linesOfClass) { statement in
      statement.bind(id)
      var lines: [ClassLine] = []
      while try statement.step() { lines.append(try line(of: id, from: statement)) }
      return lines
    }
  }

  private func line(of id: Classroom.ID, from row: Statement) throws -> ClassLine {
    let number = row.int(0)
    if let attempt = row.optionalNumber(2) { return ClassLine(line: number, content: .seated(attempt)) }
    let parts = try secrets.open(row.bytes(1), purpose: Self.purpose(id, number))
      .split(separator: Self.separator, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else { throw SQLiteStoreError.unreadable(table: "classLine", column: "sealed") }
    return ClassLine(
      line: number, content: .listed(RosterLine(line: number, name: parts[0], birth: parts[1], number: parts[2])))
  }

  package func seat(line: Int, of id: Classroom.ID, as attempt: Attempt.ID) throws {
    let changed = try database.run(Self.seatLine) {
      $0.bind(id)
      $0.bind(line)
      $0.bind(attempt)
    }
    guard changed == 1 else { throw SQLiteStoreError.rowMissing(table: "classLine", what: "attempt") }
  }

  package func closeClass(_ id: Classroom.ID, at moment: Moment) throws {
    try database.run(Self.closeClass) {
      $0.bind(id)
      $0.bind(moment.milliseconds)
    }
    try database.run(Self.forgetLines) { $0.bind(id) }
  }

  /// Takes somebody off every list on which he or she still waits; lists are few, and gone after a month.
  func forgetLines(of person: CitizenNumber) throws {
    let found = try database.use(Self.everyList) { statement in
      var found: [(classroom: Classroom.ID, line: Int)] = []
      while try statement.step() {
        let id = statement.number(3)
        guard case .listed(let roster) = try line(of: id, from: statement).content else { continue }
        if CitizenNumber(roster.number) == person { found.append((id, roster.line)) }
      }
      return found
    }
    for (id, line) in found {
      try database.run(Self.forgetLine) {
        $0.bind(id)
        $0.bind(line)
      }
    }
  }

  package func practiceCount(of audience: Audience.ID, since moment: Moment) throws -> Int {
    try database.use(Self.countPractice) { statement in
      statement.bind(audience.text)
      statement.bind(moment.milliseconds)
      return try statement.step() ? statement.int(0) : 0
    }
  }
}
