import Assessment
import UseCases

/// People as the desk looks for them, and what it shows of one.
extension KioskStore {
  private static let people = Query(
    """
    SELECT coalesce(m.kept, p.id), p.nameSealed, p.numberLookup FROM person p LEFT JOIN personMerge m ON m.person = p.id
    WHERE p.erasedAt IS NULL ORDER BY p.id DESC LIMIT ?1
    """)
  private static let birth = Query("SELECT birthSealed, numberLookup FROM person WHERE id = ?1")
  private static let testedCount = Query("SELECT count(*) FROM attempt WHERE person = ?1 AND mode = 'tested'")
  private static let attempts = Query(
    """
    SELECT a.id, a.audience, a.state, a.beganAt, a.submittedAt, a.right, a.asked, a.passed, s.serial,
      EXISTS (SELECT 1 FROM slipRevocation WHERE slip = s.serial),
      EXISTS (SELECT 1 FROM mergedAttempt WHERE attempt = a.id)
    FROM attempt a LEFT JOIN slip s ON s.attempt = a.id
    WHERE a.person = ?1 AND a.mode = 'tested' ORDER BY a.id DESC LIMIT ?2
    """)

  package func people(most: Int) throws -> [(person: Int64, name: String)] {
    try database.use(Self.people) { statement in
      statement.bind(most)
      var people: [(person: Int64, name: String)] = []
      while try statement.step() {
        let name = try secrets.open(statement.bytes(1), purpose: Purpose(statement.bytes(2)).name)
        people.append((statement.number(0), name))
      }
      return people
    }
  }

  package func birthYear(of person: Int64) throws -> Int? {
    let sealed: (birth: [UInt8], lookup: [UInt8])? = try database.use(Self.birth) { statement in
      statement.bind(person)
      return try statement.step() ? (statement.bytes(0), statement.bytes(1)) : nil
    }
    guard let sealed else { return nil }
    return Int(try secrets.open(sealed.birth, purpose: Purpose(sealed.lookup).birth).prefix(4))
  }

  package func testedCount(of person: Int64) throws -> Int {
    try database.use(Self.testedCount) { statement in
      statement.bind(person)
      return try statement.step() ? statement.int(0) : 0
    }
  }

  package func attempts(of person: Int64, most: Int) throws -> [PersonAttempt] {
    try database.use(Self.attempts) { statement in
      statement.bind(person)
      statement.bind(most)
      var attempts: [PersonAttempt] = []
      while try statement.step() { attempts.append(try personAttempt(from: statement)) }
      return attempts
    }
  }

  private func personAttempt(from row: Statement) throws -> PersonAttempt {
    PersonAttempt(
      id: row.number(0), audience: Audience.ID(row.text(1)), state: try word(row, 2, "state"),
      beganAt: Moment(milliseconds: row.number(3)),
      submittedAt: row.optionalNumber(4).map { Moment(milliseconds: $0) }, right: row.optionalInt(5),
      asked: row.optionalInt(6), isPassed: row.optionalInt(7).map { $0 == 1 }, slip: row.optionalNumber(8),
      isRevoked: row.flag(9), isHandedOver: row.flag(10))
  }
}
