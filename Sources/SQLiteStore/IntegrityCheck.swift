import CSQLite
import Glibc
import UseCases

/// A look at a database before anything is written to it: never changes the file or its log.
package enum IntegrityCheck {
  /// How much is looked at.
  package enum Depth: Sendable {
    /// What is done within seconds whatever the size: everything where the file is small, else the structure, else the
    /// smaller tables and the end of the log.
    case quick
    case full
  }

  package enum Finding: Equatable, Sendable {
    case whole
    /// The file must be built anew; SQLite's first words about what is wrong.
    case damaged(String)
    /// The file is sound, but something in it is not as it was written.
    case altered(String)

    package var text: String {
      switch self {
      case .whole: ""
      case .damaged(let text), .altered(let text): text
      }
    }
  }

  /// Bytes up to which every index is compared with its table: about a second.
  static let mostWhole = 48 << 20
  /// Bytes up to which every page is looked at: some seconds on a slow disk.
  static let mostStructure = 400 << 20
  /// The large tables, whose pages are left to the daily look.
  private static let large: Set<String> = [
    "event", "formItem", "attempt", "attemptArea", "countedAttempt", "countedParts", "item", "person", "seating",
  ]

  /// - Parameter knownSchema: the version this file had when it was last open here; nil where that is not known.
  package static func run(
    _ path: String, depth: Depth, secrets: any Secrets, knownSchema: Int?
  ) throws -> Finding {
    let image = DatabaseImage(path: path, withLog: true)
    if knownSchema != nil, let words = image.headFault { return .damaged(words) }
    if image.hasHiddenCommits { return .damaged("the write-ahead log is broken before its last commit") }
    if image.hasLog, DatabaseImage(path: path, withLog: false).lastEvent > image.lastEvent {
      return .damaged("the write-ahead log is older than the database")
    }
    do {
      let database = try Database(path: path, role: .reader)
      let version = Int(try database.read(pragma: "user_version")) ?? 0
      if let knownSchema, knownSchema <= Schema.version, version > Schema.version || version == 0 {
        return .damaged("the head names version \(version), it was \(knownSchema)")
      }
      let finding = try look(at: database, depth)
      guard finding == nil else { return .damaged(finding ?? "") }
      return try chain(path, depth, secrets)
    } catch let error as SQLiteStoreError {
      if error.trouble == .damaged { return .damaged(error.words) }
      // The head of a file that was ours is damaged, not somebody else's.
      if knownSchema != nil, case .sqlite(_, SQLITE_ERROR, _, _, _) = error { return .damaged(error.words) }
      if case .foreignDatabase = error, knownSchema != nil { return .damaged("the head names another program") }
      throw error
    }
  }

  /// Whether the head of the file is one that can be opened at all.
  package static func opens(_ path: String) -> Bool {
    guard DatabaseImage(path: path, withLog: true).headFault == nil else { return false }
    guard let database = try? Database(path: path, role: .reader) else { return false }  // why is found by the look
    let version = Int((try? database.read(pragma: "user_version")) ?? "") ?? 0  // as above
    return (1...Schema.version).contains(version)
  }

  private static func look(at database: Database, _ depth: Depth) throws -> String? {
    var facts = stat()
    let size = stat(database.path, &facts) == 0 ? Int(facts.st_size) : 0
    if depth == .full || size <= mostWhole { return try words(of: "integrity_check(5)", database) }
    if size <= mostStructure { return try words(of: "quick_check(5)", database) }
    let tables = try database.values("SELECT name FROM sqlite_schema WHERE type = 'table'")
    for table in tables where !large.contains(table) {
      if let words = try words(of: "quick_check('\(table)')", database) { return words }
    }
    return nil
  }

  private static func words(of pragma: String, _ database: Database) throws -> String? {
    let words = try database.values("PRAGMA \(pragma)")
    return words == ["ok"] ? nil : words.first ?? "no answer"
  }

  private static func chain(_ path: String, _ depth: Depth, _ secrets: any Secrets) throws -> Finding {
    // An older file is brought up to date first; its log is looked at the next time.
    guard let store = try? KioskStore.reader(at: path, secrets: secrets) else { return .whole }
    switch depth {
    case .quick:
      if let broken = try store.auditEnd(entries: 5_000) { return .altered("event \(broken) was changed") }
    case .full:
      let audit = try store.auditEvents()
      if let broken = audit.broken { return .altered("event \(broken.id): \(broken.fault)") }
      if let slip = audit.unloggedSlip { return .altered("slip \(slip) is not in the log") }
      if let entry = audit.missingSlip { return .altered("the slip of event \(entry) is gone") }
      if let place = try store.firstAlteredAnswer() { return .altered("the answer \(place) is not the one logged") }
    }
    return .whole
  }
}

extension DatabaseImage {
  /// What in the first hundred bytes is not as this program has them, of a file that was this program's
  /// (https://www.sqlite.org/fileformat2.html#the_database_header); SQLite believes some of it and then only reads.
  fileprivate var headFault: String? {
    guard let head = page(1) else { return "the first page is gone" }
    func number(_ at: Int) -> Int { head[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    guard head[16] == 0x10, head[17] == 0 else { return "the head names another size of page" }
    guard head[18] == head[19], (1...2).contains(head[18]) else { return "the head names another way of writing" }
    guard number(44) == 4, number(56) == 1 else { return "the head names another format" }
    guard number(68) == Schema.applicationID else { return "the head names another program" }
    return nil
  }
}

extension SQLiteStoreError {
  /// SQLite's own words, which hold no values.
  var words: String {
    if case .sqlite(_, _, let extended, _, let message) = self { return "\(message) (\(extended))" }
    return "\(self)"
  }
}

extension KioskStore {
  private static let lastEvents = Query(
    """
    SELECT id, at, kind, attempt, digest, note, hash FROM event
    WHERE id >= (SELECT coalesce(max(id), 0) FROM event) - ?1 ORDER BY id
    """)
  private static let loggedAnswers = Query(
    """
    SELECT f.attempt, f.part, f.number, f.salt, f.response, e.digest
    FROM formItem f JOIN (
      SELECT attempt, note, digest, max(id) FROM event WHERE kind = 'response-recorded' GROUP BY attempt, note) e
      ON e.attempt = f.attempt AND e.note = 'place=' || f.part || '-' || f.number
    WHERE f.salt IS NOT NULL
    """)

  /// The first broken entry among the last ones.
  func auditEnd(entries: Int) throws -> Int64? {
    try database.use(Self.lastEvents) { row in
      row.bind(entries)
      var last: LogHead?
      while try row.step() {
        let hash = row.bytes(6)
        if let last, brokenEntry(row, hash: hash, after: last) != nil { return row.number(0) }
        last = LogHead(id: row.number(0), hash: hash)
      }
      return nil
    }
  }

  /// The first answer whose logged digest is that of another one: `ATTEMPT PART-NUMBER`.
  func firstAlteredAnswer() throws -> String? {
    try database.use(Self.loggedAnswers) { row in
      while try row.step() {
        let digest = secrets.sha256(row.bytes(3) + Array(row.text(4).utf8))
        if digest != row.bytes(5) { return "\(row.number(0)) \(row.text(1))-\(row.int(2))" }
      }
      return nil
    }
  }
}
