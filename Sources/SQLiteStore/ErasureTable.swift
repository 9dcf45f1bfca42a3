import Assessment
import UseCases

/// The table `erasure`, and what is taken away of an erased person.
extension KioskStore {
  private static let keyFacts = Query("SELECT id, firstSeenAt FROM person WHERE id = ?1")
  private static let everyKey = Query("SELECT id, firstSeenAt FROM person WHERE erasedAt IS NULL ORDER BY id")
  private static let emptyPerson = Query(
    """
    UPDATE person SET numberLookup = ?2, nameSealed = ?3, numberSealed = ?4, birthSealed = ?5, changedAt = ?6,
      erasedAt = ?6 WHERE id = ?1 AND erasedAt IS NULL
    """)
  private static let forgetNames = Query("DELETE FROM formerName WHERE person = ?1")
  private static let forgetSeating = Query(
    """
    UPDATE seating SET needs = '', guardianRelation = NULL, guardianSealed = NULL, guardianAt = NULL
    WHERE attempt IN (SELECT id FROM attempt WHERE person = ?1)
    """)
  private static let forgetSessions = Query(
    "DELETE FROM kioskSession WHERE attempt IN (SELECT id FROM attempt WHERE person = ?1)")
  private static let leaveLists = Query(
    """
    UPDATE confirmationEntry SET reason = NULL, state = CASE state WHEN 'listed' THEN 'withdrawn' ELSE state END,
      changedAt = ?2 WHERE person = ?1 AND (reason IS NOT NULL OR state = 'listed')
    """)
  private static let forgetRemarks = Query(
    """
    UPDATE answerChange SET reasonBefore = NULL, reasonAfter = NULL
    WHERE entry IN (SELECT id FROM confirmationEntry WHERE person = ?1)
      AND (reasonBefore IS NOT NULL OR reasonAfter IS NOT NULL)
    """)
  private static let attemptsOf = Query(
    "SELECT id FROM attempt WHERE person = ?1 AND answersErasedAt IS NULL ORDER BY id")
  private static let addErasure = Query(
    """
    INSERT OR IGNORE INTO erasure (person, key, reason, documentSealed, account, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    """)
  private static let oneErasure = Query(
    "SELECT person, key, reason, documentSealed, account, at FROM erasure WHERE person = ?1")
  private static let allErasures = Query(
    """
    SELECT person, key, reason, documentSealed, account, at FROM erasure ORDER BY at DESC, person DESC LIMIT ?1
    """)
  private static let unfinished = Query(
    """
    SELECT e.person, e.key, e.reason, e.documentSealed, e.account, e.at FROM erasure e JOIN person p ON p.id = e.person
    WHERE p.erasedAt IS NULL ORDER BY e.person
    """)
  private static let facts = Query(
    "SELECT birthSealed, numberLookup, sex, firstSeenAt FROM person WHERE id = ?1 AND erasedAt IS NULL")

  package func erasureKey(of person: Int64) throws -> [UInt8]? {
    try database.use(Self.keyFacts) { row in
      row.bind(person)
      return try row.step() ? erasureKey(row) : nil
    }
  }

  /// Number and first moment of a row are the same in every copy of this box, and no two people share both.
  private func erasureKey(_ row: Statement) -> [UInt8] {
    secrets.mark("\(row.number(0)) \(row.number(1))", kind: "erasure")
  }

  package func people(keyed keys: Set<[UInt8]>) throws -> [Int64] {
    guard !keys.isEmpty else { return [] }
    return try database.use(Self.everyKey) { row in
      var people: [Int64] = []
      while try row.step() {
        if keys.contains(erasureKey(row)) { people.append(row.number(0)) }
      }
      return people
    }
  }

  package func erase(_ erasure: Erasure) throws -> Int {
    let person = erasure.person
    if let number = try candidate(person)?.number { try forgetLines(of: number) }
    let purpose = Purpose(erasure.key)
    let name = try secrets.seal("", purpose: purpose.name)
    let number = try secrets.seal("", purpose: purpose.number)
    let birth = try secrets.seal("", purpose: purpose.birth)
    try database.run(Self.emptyPerson) {
      $0.bind(person)
      $0.bind(erasure.key)
      $0.bind(name)
      $0.bind(number)
      $0.bind(birth)
      $0.bind(erasure.at.milliseconds)
    }
    for query in [Self.forgetNames, Self.forgetSeating, Self.forgetSessions, Self.forgetRemarks] {
      try database.run(query) { $0.bind(person) }
    }
    try database.run(Self.leaveLists) {
      $0.bind(person)
      $0.bind(erasure.at.milliseconds)
    }
    let attempts = try numbers(Self.attemptsOf, person)
    try eraseAnswers(of: attempts, at: erasure.at)
    try write(erasure)
    // Nothing that is counted has changed; whatever does by a mistake shows here and not in next year's report.
    try recount(person: person)
    return attempts.count
  }

  private func write(_ erasure: Erasure) throws {
    let document = try erasure.document.map { try secrets.seal($0, purpose: Self.purpose(erasure.person)) }
    try database.run(Self.addErasure) {
      $0.bind(erasure.person)
      $0.bind(erasure.key)
      $0.bind(erasure.reason.rawValue)
      $0.bind(document)
      $0.bind(erasure.account)
      $0.bind(erasure.at.milliseconds)
    }
  }

  private static func purpose(_ person: Int64) -> String { "erasure.document \(person)" }

  private func numbers(_ query: Query, _ argument: Int64) throws -> [Int64] {
    try database.use(query) { row in
      row.bind(argument)
      var numbers: [Int64] = []
      while try row.step() { numbers.append(row.number(0)) }
      return numbers
    }
  }

  package func erasure(of person: Int64) throws -> Erasure? {
    try database.use(Self.oneErasure) { row in
      row.bind(person)
      return try row.step() ? try erasure(from: row) : nil
    }
  }

  package func erasures(most: Int) throws -> [Erasure] {
    try database.use(Self.allErasures) { row in
      row.bind(most)
      return try erasures(from: row)
    }
  }

  package func unfinishedErasures() throws -> [Erasure] {
    try database.use(Self.unfinished) { try erasures(from: $0) }
  }

  private func erasures(from row: Statement) throws -> [Erasure] {
    var found: [Erasure] = []
    while try row.step() { found.append(try erasure(from: row)) }
    return found
  }

  private func erasure(from row: Statement) throws -> Erasure {
    let person = row.number(0)
    return Erasure(
      person: person, key: row.bytes(1), reason: try word(row, 2, "reason", of: "erasure"),
      document: row.isNull(3) ? nil : try secrets.open(row.bytes(3), purpose: Self.purpose(person)),
      account: row.optionalNumber(4), at: Moment(milliseconds: row.number(5)))
  }

  package func facts(of person: Int64) throws -> PersonFacts? {
    try database.use(Self.facts) { row in
      row.bind(person)
      guard try row.step() else { return nil }
      return PersonFacts(
        birth: try secrets.open(row.bytes(0), purpose: Purpose(row.bytes(1)).birth),
        sex: row.optionalText(2).flatMap(Sex.init(rawValue:)), firstSeenAt: Moment(milliseconds: row.number(3)))
    }
  }
}
