import Assessment
import UseCases

/// The tables `disclosure` and `consentWithdrawal`.
extension KioskStore {
  private static let addDisclosure = Query(
    """
    INSERT INTO disclosure (kind, subject, person, rows, format, digest, account, at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
    """)
  private static let disclosuresBefore = Query(
    """
    SELECT id, kind, subject, person, rows, format, digest, account, at FROM disclosure WHERE id < ?1
    ORDER BY id DESC LIMIT ?2
    """)
  private static let disclosuresOfPerson = Query(
    """
    SELECT id, kind, subject, person, rows, format, digest, account, at FROM disclosure WHERE person = ?1
    ORDER BY id DESC LIMIT ?2
    """)
  private static let addWithdrawal = Query(
    "INSERT INTO consentWithdrawal (person, account, at) VALUES (?1, ?2, ?3)")
  // Consent of an attempt that a clerk opened is given when its person sits down, after it was begun.
  private static let withdrawal = Query(
    """
    SELECT w.at, w.account FROM consentWithdrawal w WHERE w.person = ?1
      AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.person = ?1 AND a.notice IS NOT NULL AND a.beganAt > w.at)
    ORDER BY w.id DESC LIMIT 1
    """)

  package func add(_ disclosure: Disclosure) throws {
    try database.run(Self.addDisclosure) {
      $0.bind(disclosure.kind.rawValue)
      $0.bind(disclosure.subject)
      $0.bind(disclosure.person)
      $0.bind(disclosure.rows)
      $0.bind(disclosure.format)
      $0.bind(disclosure.digest)
      $0.bind(disclosure.account)
      $0.bind(disclosure.at.milliseconds)
    }
  }

  package func disclosures(before id: Int64, most: Int) throws -> [Disclosure] {
    try disclosures(Self.disclosuresBefore, id, most)
  }

  package func disclosures(of person: Int64, most: Int) throws -> [Disclosure] {
    try disclosures(Self.disclosuresOfPerson, person, most)
  }

  private func disclosures(_ query: Query, _ argument: Int64, _ most: Int) throws -> [Disclosure] {
    try database.use(query) { row in
      row.bind(argument)
      row.bind(most)
      var found: [Disclosure] = []
      while try row.step() { found.append(try disclosure(from: row)) }
      return found
    }
  }

  private func disclosure(from row: Statement) throws -> Disclosure {
    Disclosure(
      id: row.number(0), kind: try word(row, 1, "kind", of: "disclosure"), subject: row.text(2),
      person: row.optionalNumber(3), rows: row.int(4), format: row.text(5), digest: row.bytes(6),
      account: row.optionalNumber(7), at: Moment(milliseconds: row.number(8)))
  }

  package func addWithdrawal(of person: Int64, by account: StaffID, at moment: Moment) throws {
    try database.run(Self.addWithdrawal) {
      $0.bind(person)
      $0.bind(account)
      $0.bind(moment.milliseconds)
    }
  }

  package func withdrawal(of person: Int64) throws -> (at: Moment, account: StaffID)? {
    try database.use(Self.withdrawal) { row in
      row.bind(person)
      return try row.step() ? (Moment(milliseconds: row.number(0)), row.number(1)) : nil
    }
  }
}
