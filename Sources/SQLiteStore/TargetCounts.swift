import Assessment
import UseCases

/// The table `courseCertificate`, and people counted once for the targets: whoever has passed, was confirmed, or has shown a
/// certificate. Whom a count lets through is said by the attempt that it stands on.
extension KioskStore {
  private static let addCertificate = Query(
    """
    INSERT INTO courseCertificate (person, course, seenOn, account, at) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (person, course) DO NOTHING
    """)
  private static let certificatesOf = Query(
    """
    SELECT course, seenOn, account FROM courseCertificate
    WHERE person = ?1 OR person IN (SELECT person FROM personMerge WHERE kept = ?1) ORDER BY seenOn, id
    """)
  private static let everyTagName = Query("SELECT DISTINCT name FROM tag ORDER BY name")
  // An attempt that help has spoiled, by an officer's last word, passes nobody.
  private static let passed = Query(
    """
    SELECT count(DISTINCT a.person) FROM attempt a
    WHERE a.mode = 'tested' AND a.state = 'submitted' AND a.passed = 1 AND a.submittedAt < ?1
      AND (?2 IS NULL OR a.audience = ?2) AND a.ageYears BETWEEN ?3 AND ?4
      AND (?5 IS NULL OR EXISTS (SELECT 1 FROM attemptTag x JOIN tag t ON t.id = x.tag
        WHERE x.attempt = a.id AND t.name IN (SELECT value FROM json_each(?5))))
      AND 'refused' IS NOT (SELECT d.verdict FROM flagDecision d WHERE d.attempt = a.id ORDER BY d.number DESC LIMIT 1)
    """)
  private static let confirmed = Query(
    """
    SELECT count(DISTINCT a.person) FROM confirmationEntry e JOIN slip s ON s.serial = e.slip
      JOIN attempt a ON a.id = s.attempt
    WHERE e.state = 'confirmed' AND e.changedAt < ?1
      AND (?2 IS NULL OR a.audience = ?2) AND a.ageYears BETWEEN ?3 AND ?4
      AND (?5 IS NULL OR EXISTS (SELECT 1 FROM attemptTag x JOIN tag t ON t.id = x.tag
        WHERE x.attempt = a.id AND t.name IN (SELECT value FROM json_each(?5))))
    """)
  private static let certified = Query(
    """
    SELECT count(DISTINCT a.person) FROM courseCertificate c LEFT JOIN personMerge m ON m.person = c.person
      JOIN attempt a ON a.person = coalesce(m.kept, c.person)
    WHERE a.mode = 'tested' AND a.state <> 'voided' AND c.seenOn < ?1
      AND (?2 IS NULL OR a.audience = ?2) AND a.ageYears BETWEEN ?3 AND ?4
      AND (?5 IS NULL OR EXISTS (SELECT 1 FROM attemptTag x JOIN tag t ON t.id = x.tag
        WHERE x.attempt = a.id AND t.name IN (SELECT value FROM json_each(?5))))
    """)

  package func add(_ certificate: CourseCertificate, at moment: Moment) throws -> Bool {
    try database.run(Self.addCertificate) {
      $0.bind(certificate.person)
      $0.bind(certificate.course)
      $0.bind(certificate.seenOn.iso)
      $0.bind(certificate.account)
      $0.bind(moment.milliseconds)
    } == 1
  }

  package func certificates(of person: Int64) throws -> [CourseCertificate] {
    try database.use(Self.certificatesOf) { statement in
      statement.bind(person)
      var certificates: [CourseCertificate] = []
      while try statement.step() {
        guard let day = CivilDate(iso: statement.text(1)) else {
          throw SQLiteStoreError.unreadable(table: "courseCertificate", column: "seenOn")
        }
        certificates.append(
          CourseCertificate(person: person, course: statement.text(0), seenOn: day, account: statement.number(2)))
      }
      return certificates
    }
  }

  package func tagNames() throws -> [String] {
    try database.use(Self.everyTagName) { statement in
      var names: [String] = []
      while try statement.step() { names.append(statement.text(0)) }
      return names
    }
  }

  package func passedPeople(_ filter: PeopleFilter, until day: CivilDate) throws -> Int {
    try count(Self.passed, filter) { $0.bind(Self.end(of: day)) }
  }

  package func confirmedPeople(_ filter: PeopleFilter, until day: CivilDate) throws -> Int {
    try count(Self.confirmed, filter) { $0.bind(Self.end(of: day)) }
  }

  package func certifiedPeople(_ filter: PeopleFilter, until day: CivilDate) throws -> Int {
    try count(Self.certified, filter) { $0.bind(day.adding(days: 1).iso) }
  }

  /// The first millisecond of the day after, in Vietnam.
  private static func end(of day: CivilDate) -> Int64 {
    Int64(day.dayNumber + 1) * 86_400_000 - 7 * 3_600_000
  }

  private func count(_ query: Query, _ filter: PeopleFilter, until bind: (Statement) -> Void) throws -> Int {
    try database.use(query) { statement in
      bind(statement)
      statement.bind(filter.audience?.text)
      statement.bind(filter.ages.lowerBound)
      statement.bind(filter.ages.upperBound)
      statement.bind(filter.tags.map { String(decoding: JSON($0.map { JSON($0) }).canonicalBytes, as: UTF8.self) })
      return try statement.step() ? statement.int(0) : 0
    }
  }
}
