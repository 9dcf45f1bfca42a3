import Assessment
import UseCases

/// The table `person`. Name, number and birth are sealed before they reach SQLite, and found by a keyed hash.
extension KioskStore {
  private static let findByNumber = Query(
    "SELECT id, nameSealed, birthSealed, sex FROM person WHERE numberLookup = ?1")
  private static let addPerson = Query(
    """
    INSERT INTO person (numberLookup, nameSealed, numberSealed, birthSealed, sex, firstSeenAt, changedAt)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)
    """)
  private static let changePerson = Query(
    "UPDATE person SET nameSealed = ?2, birthSealed = ?3, sex = ?4, changedAt = ?5 WHERE id = ?1")
  private static let findPerson = Query(
    "SELECT nameSealed, numberSealed, numberLookup FROM person WHERE id = ?1 AND erasedAt IS NULL")
  private static let openAttempt = Query(
    "SELECT id FROM attempt WHERE person = ?1 AND state IN ('seating', 'in-progress', 'paused')")
  private static let lastSubmission = Query(
    """
    SELECT submittedAt FROM attempt WHERE person = ?1 AND state = 'submitted'
    ORDER BY submittedAt DESC LIMIT 1
    """)
  private static let lastForms = Query(
    "SELECT id FROM attempt WHERE person = ?1 AND scoredCount > 0 ORDER BY id DESC LIMIT ?2")
  private static let itemsOfForm = Query(
    """
    SELECT i.code FROM formItem f JOIN item i ON i.id = f.item WHERE f.attempt = ?1 AND f.part = 'scored'
    """)

  /// A sealed field is bound to its column and its row, so that swapping fields or rows shows.
  struct Purpose {
    let row: String

    init(_ lookup: [UInt8]) {
      row = lookup.map { String($0, radix: 16) }.joined(separator: ".")
    }

    var name: String { "person.name \(row)" }
    var number: String { "person.number \(row)" }
    var formerName: String { "formerName.name \(row)" }
    var birth: String { "person.birth \(row)" }
  }

  private struct Known {
    let id: Int64
    let name: [UInt8]
    let birth: [UInt8]
    let sex: String?
  }

  package func person(_ candidate: Candidate, at moment: Moment) throws -> Int64 {
    let lookup = secrets.lookup(candidate.number)
    let known: Known? = try database.use(Self.findByNumber) { statement in
      statement.bind(lookup)
      guard try statement.step() else { return nil }
      return Known(
        id: statement.number(0), name: statement.bytes(1), birth: statement.bytes(2), sex: statement.optionalText(3))
    }
    guard let known else { return try add(candidate, lookup: lookup, at: moment) }
    // What stands on a record that was merged stays as it was; the other one speaks for the person.
    if let merge = try merge(of: known.id) { return merge.kept }
    try update(known, from: candidate, purpose: Purpose(lookup), at: moment)
    return known.id
  }

  private func add(_ candidate: Candidate, lookup: [UInt8], at moment: Moment) throws -> Int64 {
    let purpose = Purpose(lookup)
    let name = try secrets.seal(candidate.name, purpose: purpose.name)
    let number = try secrets.seal(candidate.number.digits, purpose: purpose.number)
    let birth = try secrets.seal(BirthText.text(of: candidate), purpose: purpose.birth)
    try database.run(Self.addPerson) {
      $0.bind(lookup)
      $0.bind(name)
      $0.bind(number)
      $0.bind(birth)
      $0.bind(candidate.sex.rawValue)
      $0.bind(moment.milliseconds)
    }
    return database.lastInsertedRow
  }

  private func update(_ known: Known, from candidate: Candidate, purpose: Purpose, at moment: Moment) throws {
    let name = try secrets.open(known.name, purpose: purpose.name)
    let birth = try secrets.open(known.birth, purpose: purpose.birth)
    let newBirth = BirthText.newer(BirthText.text(of: candidate), than: birth)
    guard name != candidate.name || birth != newBirth || known.sex != candidate.sex.rawValue else { return }
    let nameSealed = try secrets.seal(candidate.name, purpose: purpose.name)
    let birthSealed = try secrets.seal(newBirth, purpose: purpose.birth)
    try database.run(Self.changePerson) {
      $0.bind(known.id)
      $0.bind(nameSealed)
      $0.bind(birthSealed)
      $0.bind(candidate.sex.rawValue)
      $0.bind(moment.milliseconds)
    }
    if known.sex != candidate.sex.rawValue { try recount(person: known.id) }
  }

  package func candidate(_ person: Int64) throws -> StoredPerson? {
    let sealed: (name: [UInt8], number: [UInt8], lookup: [UInt8])? = try database.use(Self.findPerson) { statement in
      statement.bind(person)
      return try statement.step() ? (statement.bytes(0), statement.bytes(1), statement.bytes(2)) : nil
    }
    guard let sealed else { return nil }
    let purpose = Purpose(sealed.lookup)
    guard let number = CitizenNumber.kept(try secrets.open(sealed.number, purpose: purpose.number)) else {
      throw SQLiteStoreError.unreadable(table: "person", column: "numberSealed")
    }
    return StoredPerson(name: try secrets.open(sealed.name, purpose: purpose.name), number: number)
  }

  package func openAttempt(of person: Int64) throws -> Attempt.ID? {
    try firstNumber(Self.openAttempt, person)
  }

  package func lastSubmission(of person: Int64) throws -> Moment? {
    try firstNumber(Self.lastSubmission, person).map { Moment(milliseconds: $0) }
  }

  private func firstNumber(_ query: Query, _ argument: Int64) throws -> Int64? {
    try database.use(query) { statement in
      statement.bind(argument)
      return try statement.step() ? statement.optionalNumber(0) : nil
    }
  }

  package func recentItems(of person: Int64, forms: Int) throws -> [Set<Item.ID>] {
    let attempts: [Int64] = try database.use(Self.lastForms) { statement in
      statement.bind(person)
      statement.bind(forms)
      var attempts: [Int64] = []
      while try statement.step() { attempts.append(statement.number(0)) }
      return attempts
    }
    return try attempts.map { attempt in
      try database.use(Self.itemsOfForm) { statement in
        statement.bind(attempt)
        var items: Set<Item.ID> = []
        while try statement.step() { items.insert(Item.ID(statement.text(0))) }
        return items
      }
    }
  }
}

/// A birth as it is sealed: `YYYY-MM-DD`, or `YYYY` where only the year is known.
enum BirthText {
  static func text(of candidate: Candidate) -> String {
    guard let date = candidate.birthDate else { return padded(candidate.birthYear, to: 4) }
    return "\(padded(date.year, to: 4))-\(padded(date.month, to: 2))-\(padded(date.day, to: 2))"
  }

  /// A year alone does not replace a whole date: the date came from a card, the year from a keyboard.
  static func newer(_ new: String, than old: String) -> String {
    new.utf8.count < old.utf8.count ? old : new
  }

  private static func padded(_ number: Int, to count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
  }
}
