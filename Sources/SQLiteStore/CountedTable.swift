import Assessment
import UseCases

/// The tables `countedAttempt`, `countedParts` and `reportPart`: attempts that reports count, as they were last counted.
extension KioskStore {
  private static let countedOfPerson = Query(
    """
    SELECT c.attempt, c.submittedAt, c.audience, c.hamlet, c.ageBand, c.sex, c.isAssisted, c.isPassed, p.scores
    FROM countedAttempt c JOIN countedParts p ON p.attempt = c.attempt
    WHERE c.person = ?1 ORDER BY c.submittedAt, c.attempt
    """)
  private static let everyCounted = Query(
    """
    SELECT attempt, submittedAt, audience, hamlet, ageBand, sex, isAssisted, isPassed, person FROM countedAttempt
    ORDER BY person, submittedAt, attempt
    """)
  private static let addCounted = Query(
    """
    INSERT INTO countedAttempt (person, submittedAt, attempt, audience, hamlet, ageBand, sex, isAssisted, isPassed)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
    """)
  private static let addParts = Query("INSERT INTO countedParts (attempt, scores) VALUES (?1, ?2)")
  private static let removeParts = Query(
    "DELETE FROM countedParts WHERE attempt IN (SELECT attempt FROM countedAttempt WHERE person = ?1)")
  private static let removeCounted = Query("DELETE FROM countedAttempt WHERE person = ?1")
  private static let partsOfAttempt = Query("SELECT scores FROM countedParts WHERE attempt = ?1")
  private static let allParts = Query("SELECT id, kind, code FROM reportPart")
  private static let addPart = Query("INSERT OR IGNORE INTO reportPart (kind, code) VALUES (?1, ?2)")

  func counted(of person: Int64) throws -> [CountedAttempt] {
    let parts = try reportParts()
    return try database.use(Self.countedOfPerson) { row in
      row.bind(person)
      var attempts: [CountedAttempt] = []
      while try row.step() {
        attempts.append(
          CountedAttempt(
            id: row.number(0), at: Moment(milliseconds: row.number(1)),
            group: Self.group(row, isLater: !attempts.isEmpty), isPassed: row.flag(7),
            parts: try scores(row.text(8), parts)))
      }
      return attempts
    }
  }

  package func eachCounted(_ body: (Int64, Int64, Attempt.ID, ReportGroup, Bool) throws -> Void) throws {
    try database.use(Self.everyCounted) { row in
      var last: Int64?
      while try row.step() {
        let person = row.number(8)
        try body(person, row.number(1), row.number(0), Self.group(row, isLater: person == last), row.flag(7))
        last = person
      }
    }
  }

  /// From the columns audience, hamlet, ageBand, sex and isAssisted, which stand third to seventh.
  private static func group(_ row: Statement, isLater: Bool) -> ReportGroup {
    ReportGroup(
      audience: Audience.ID(row.text(2)), hamlet: row.optionalNumber(3),
      age: AgeBand(rawValue: row.int(4)) ?? AgeBand(years: row.int(4)),
      sex: row.optionalText(5).flatMap(Sex.init(rawValue:)), isAssisted: row.flag(6), isLater: isLater)
  }

  package func parts(of attempt: Attempt.ID) throws -> [PartScore] {
    let parts = try reportParts()
    return try database.use(Self.partsOfAttempt) { row in
      row.bind(attempt)
      return try row.step() ? try scores(row.text(0), parts) : []
    }
  }

  func replaceCounted(of person: Int64, by attempts: [CountedAttempt]) throws {
    try database.run(Self.removeParts) { $0.bind(person) }
    try database.run(Self.removeCounted) { $0.bind(person) }
    for attempt in attempts { try add(attempt, of: person) }
  }

  func add(_ attempt: CountedAttempt, of person: Int64) throws {
    try database.run(Self.addCounted) {
      $0.bind(person)
      $0.bind(attempt.at.milliseconds)
      $0.bind(attempt.id)
      $0.bind(attempt.group.audience.text)
      $0.bind(attempt.group.hamlet)
      $0.bind(attempt.group.age.rawValue)
      $0.bind(attempt.group.sex?.rawValue)
      $0.bind(attempt.group.isAssisted)
      $0.bind(attempt.isPassed)
    }
    let scores = try attempt.parts.map { score in
      "\(try row(of: score.part)),\(score.asked),\(score.credit),\(score.isReached ? 1 : 0)"
    }
    try database.run(Self.addParts) {
      $0.bind(attempt.id)
      $0.bind(scores.joined(separator: " "))
    }
  }

  private func scores(_ text: String, _ parts: [Int64: ReportPart]) throws -> [PartScore] {
    try text.split(separator: " ").map { score in
      let numbers = score.split(separator: ",").compactMap { Int64($0) }
      guard numbers.count == 4, let part = parts[numbers[0]] else {
        throw SQLiteStoreError.unreadable(table: "countedParts", column: "scores")
      }
      return PartScore(part: part, asked: Int(numbers[1]), credit: Int(numbers[2]), isReached: numbers[3] == 1)
    }
  }

  /// Areas and competences by the row that stands for them; few dozen, and read once a connection.
  func reportParts() throws -> [Int64: ReportPart] {
    if let partRows { return partRows }
    let parts: [Int64: ReportPart] = try database.use(Self.allParts) { row in
      var parts: [Int64: ReportPart] = [:]
      while try row.step() {
        parts[row.number(0)] =
          row.text(1) == "area" ? .area(Area.ID(row.text(2))) : .competence(Competence.ID(row.text(2)))
      }
      return parts
    }
    partRows = parts
    return parts
  }

  func row(of part: ReportPart) throws -> Int64 {
    if let known = try reportParts().first(where: { $0.value == part }) { return known.key }
    try database.run(Self.addPart) {
      switch part {
      case .area(let id):
        $0.bind("area" as StaticString)
        $0.bind(id.text)
      case .competence(let id):
        $0.bind("competence" as StaticString)
        $0.bind(id.text)
      }
    }
    partRows = nil
    guard let added = try reportParts().first(where: { $0.value == part }) else {
      throw SQLiteStoreError.rowMissing(table: "reportPart", what: "add")
    }
    return added.key
  }
}
