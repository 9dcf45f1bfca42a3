import Assessment
import UseCases

/// The tables `formerName`, `personMerge` and `mergedAttempt`: particulars put right, with what was there before.
extension KioskStore {
  private static let personWithNumber = Query(
    """
    SELECT coalesce(m.kept, p.id) FROM person p LEFT JOIN personMerge m ON m.person = p.id WHERE p.numberLookup = ?1
    """)
  private static let sealedName = Query("SELECT nameSealed, numberLookup FROM person WHERE id = ?1")
  private static let changeName = Query("UPDATE person SET nameSealed = ?2, changedAt = ?3 WHERE id = ?1")
  private static let addFormerName = Query(
    "INSERT INTO formerName (person, nameSealed, account, at) VALUES (?1, ?2, ?3, ?4)")
  private static let formerNames = Query(
    """
    SELECT f.nameSealed, f.account, f.at, p.numberLookup FROM formerName f JOIN person p ON p.id = f.person
    WHERE f.person = ?1 ORDER BY f.id
    """)
  private static let addMerge = Query(
    "INSERT INTO personMerge (person, kept, account, reason, at) VALUES (?1, ?2, ?3, ?4, ?5)")
  private static let leadOn = Query("UPDATE personMerge SET kept = ?2 WHERE kept = ?1")
  private static let noteOwner = Query(
    "INSERT OR IGNORE INTO mergedAttempt (attempt, person) SELECT id, person FROM attempt WHERE person = ?1")
  private static let handOver = Query("UPDATE attempt SET person = ?2 WHERE person = ?1")
  // Where both have an open entry, each keeps its own: one list at most holds a person.
  private static let handOverEntries = Query(
    "UPDATE OR IGNORE confirmationEntry SET person = ?2 WHERE person = ?1")
  private static let findMerge = Query(
    """
    SELECT m.kept, m.account, r.code, m.at FROM personMerge m LEFT JOIN reason r ON r.id = m.reason WHERE m.person = ?1
    """)
  private static let mergesInto = Query(
    """
    SELECT m.person, m.account, r.code, m.at FROM personMerge m LEFT JOIN reason r ON r.id = m.reason
    WHERE m.kept = ?1 ORDER BY m.at, m.person
    """)

  package func person(with number: CitizenNumber) throws -> Int64? {
    let lookup = secrets.lookup(number)
    return try database.use(Self.personWithNumber) { statement in
      statement.bind(lookup)
      return try statement.step() ? statement.number(0) : nil
    }
  }

  package func correctName(of person: Int64, to name: String, by account: StaffID, at moment: Moment) throws {
    let stored: (name: [UInt8], lookup: [UInt8])? = try database.use(Self.sealedName) { statement in
      statement.bind(person)
      return try statement.step() ? (statement.bytes(0), statement.bytes(1)) : nil
    }
    guard let stored else { throw SQLiteStoreError.rowMissing(table: "person", what: "name") }
    let purpose = Purpose(stored.lookup)
    let former = try secrets.seal(
      try secrets.open(stored.name, purpose: purpose.name), purpose: purpose.formerName)
    let sealed = try secrets.seal(name, purpose: purpose.name)
    try database.run(Self.addFormerName) {
      $0.bind(person)
      $0.bind(former)
      $0.bind(account)
      $0.bind(moment.milliseconds)
    }
    try database.run(Self.changeName) {
      $0.bind(person)
      $0.bind(sealed)
      $0.bind(moment.milliseconds)
    }
  }

  package func formerNames(of person: Int64) throws -> [FormerName] {
    try database.use(Self.formerNames) { statement in
      statement.bind(person)
      var names: [FormerName] = []
      while try statement.step() {
        names.append(
          FormerName(
            name: try secrets.open(statement.bytes(0), purpose: Purpose(statement.bytes(3)).formerName),
            account: statement.number(1), at: Moment(milliseconds: statement.number(2))))
      }
      return names
    }
  }

  package func merge(_ merge: Merge) throws {
    let reason = try reasonRow(merge.reason)
    try database.run(Self.addMerge) {
      $0.bind(merge.merged)
      $0.bind(merge.kept)
      $0.bind(merge.account)
      $0.bind(reason)
      $0.bind(merge.at.milliseconds)
    }
    // Records merged into this one before lead to the one that stays, so that no look-up takes two steps.
    try run(Self.leadOn, from: merge.merged, to: merge.kept)
    try database.run(Self.noteOwner) { $0.bind(merge.merged) }
    try run(Self.handOver, from: merge.merged, to: merge.kept)
    try run(Self.handOverEntries, from: merge.merged, to: merge.kept)
    try recount(person: merge.merged)
    try recount(person: merge.kept)
  }

  private func run(_ query: Query, from merged: Int64, to kept: Int64) throws {
    try database.run(query) {
      $0.bind(merged)
      $0.bind(kept)
    }
  }

  package func merge(of person: Int64) throws -> Merge? {
    try database.use(Self.findMerge) { statement in
      statement.bind(person)
      guard try statement.step() else { return nil }
      return Merge(
        kept: statement.number(0), merged: person, account: statement.number(1),
        reason: statement.optionalText(2).map { Reason.ID($0) }, at: Moment(milliseconds: statement.number(3)))
    }
  }

  package func merges(into person: Int64) throws -> [Merge] {
    try database.use(Self.mergesInto) { statement in
      statement.bind(person)
      var merges: [Merge] = []
      while try statement.step() {
        merges.append(
          Merge(
            kept: person, merged: statement.number(0), account: statement.number(1),
            reason: statement.optionalText(2).map { Reason.ID($0) }, at: Moment(milliseconds: statement.number(3))))
      }
      return merges
    }
  }
}
