import CSQLite
import Glibc
import UseCases

/// Builds a new database out of whatever can still be read of damaged ones, page by page and without SQLite's own
/// reading, which gives a tree up at its first bad page.
///
/// Of rows that are there in several versions the newest stays. What contradicts a rule of the schema is left out; so are
/// counts, which are made anew.
package struct Salvage {
  /// What came of it, in numbers that tell nobody's name.
  package struct Report: Sendable {
    /// Rows kept, by table.
    package internal(set) var kept: [String: Int] = [:]
    /// Pages of a tree that were not readable as such.
    package internal(set) var tornTables: [String] = []
    /// Attempts that answers or log entries speak of and whose own row is gone: kept as void, with their answers.
    package internal(set) var lostAttempts: [Int64] = []
    /// Attempts whose person is gone.
    package internal(set) var namelessAttempts: [Int64] = []
    /// Rows that referred to rows that are gone, by table.
    package internal(set) var dropped: [String: Int] = [:]
    package internal(set) var audit = EventAudit()
    package internal(set) var lastSerial = 0
    /// Whether a backup was used.
    package internal(set) var usedBackup = false

    package var answers: Int { kept["formItem"] ?? 0 }
    package var isEmpty: Bool { (kept["attempt"] ?? 0) + (kept["event"] ?? 0) == 0 }
    /// Whether nothing is known to be missing.
    package var isWhole: Bool { audit.isWhole && lostAttempts.isEmpty && namelessAttempts.isEmpty && dropped.isEmpty }
  }

  /// Made anew from the rest, or about the file itself.
  private static let derived: Set<String> = [
    "recountDue", "countedAttempt", "reportPart", "countedParts", "reportCell", "reportPartCell", "bankFolder",
  ]
  /// Rows of these are never deleted, so an older version of a page can only add to them.
  private static let growing: Set<String> = [
    "attempt", "formItem", "event", "slip", "person", "seating", "deskAct", "helpAct", "flagDecision", "boot", "item",
    "itemBank", "framework", "blueprint", "notice", "account", "slipRevocation", "attemptArea", "competence",
    "itemAudience", "slipPrint", "deviceChange", "bundle",
  ]

  let database: Database
  private let shapes: [TableShape]
  private var report = Report()

  /// - Parameters:
  ///   - damaged: the database file as it was found, its log beside it.
  ///   - roots: first pages as they were last seen, for a file whose own list is gone.
  ///   - backup: a whole older database.
  ///   - path: where the new one is made; nothing may be there.
  package static func rebuild(
    _ damaged: String, roots: [String: Int], backup: String?, to path: String, secrets: any Secrets
  ) throws -> Report {
    try KioskStore.makeEmpty(at: path, secrets: secrets)
    var report = try salvage(damaged, roots: roots, backup: backup, into: path)
    let store = try KioskStore.reader(at: path, secrets: secrets)
    report.audit = try store.auditEvents()
    report.lastSerial = Int(try store.nextSerial()) - 1
    return report
  }

  private static func salvage(
    _ damaged: String, roots: [String: Int], backup: String?, into path: String
  ) throws -> Report {
    var salvage = try Salvage(into: path)
    try salvage.database.execute("PRAGMA foreign_keys = OFF")
    let triggers = try salvage.database.values("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
    try salvage.database.execute("BEGIN IMMEDIATE")
    for name in try salvage.database.values("SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
      try salvage.database.execute("DROP TRIGGER \"\(name)\"")
    }
    for image in images(of: damaged) { try salvage.take(image, roots: roots) }
    if let backup {
      salvage.report.usedBackup = true
      try salvage.takeBackup(DatabaseImage(path: backup, withLog: true))
    }
    try salvage.mendReferences()
    for trigger in triggers { try salvage.database.execute(trigger) }
    try salvage.database.execute("INSERT OR IGNORE INTO recountDue VALUES (1); COMMIT; PRAGMA wal_checkpoint(TRUNCATE)")
    return salvage.report
  }

  /// With and without the log, whichever knows of more first: a log may belong to another file, or be damaged itself.
  private static func images(of path: String) -> [DatabaseImage] {
    let whole = DatabaseImage(path: path, withLog: true)
    guard whole.hasLog else { return [whole] }
    return [whole, DatabaseImage(path: path, withLog: false)].sorted { $0.lastEvent > $1.lastEvent }
  }

  private init(into path: String) throws {
    database = try Database(path: path, role: .writer)
    shapes = try TableShape.all(of: database).filter { !Self.derived.contains($0.name) }
  }

  private mutating func take(_ image: DatabaseImage, roots known: [String: Int]) throws {
    let own = TableTrees.roots(in: image)
    let trees = TableTrees(image, roots: known.merging(own) { $1 })
    let isFirst = report.kept.isEmpty
    report.tornTables = Array(Set(report.tornTables).union(trees.torn)).sorted()
    for shape in shapes where isFirst || Self.growing.contains(shape.name) {
      for page in trees.pages[shape.name] ?? [] { try keep(image, page, as: [shape]) }
    }
    let lacking = shapes.filter { trees.torn.contains($0.name) || trees.pages[$0.name] == nil }
    guard !lacking.isEmpty else { return }
    for page in trees.orphans { try keep(image, page, as: lacking) }
  }

  private mutating func takeBackup(_ image: DatabaseImage) throws {
    let trees = TableTrees(image, roots: TableTrees.roots(in: image))
    for shape in shapes where Self.growing.contains(shape.name) || report.tornTables.contains(shape.name) {
      for page in trees.pages[shape.name] ?? [] { try keep(image, page, as: [shape]) }
    }
  }

  /// Keeps the rows of a page in the first table that takes each.
  private mutating func keep(_ image: DatabaseImage, _ page: Int, as candidates: [TableShape]) throws {
    guard let page = PageRows(image, page) else { return }
    for row in page.rows {
      for shape in candidates {
        // Where the table is guessed, a row must have every column.
        guard candidates.count == 1 || row.values.count == shape.columns.count, let values = shape.values(of: row)
        else { continue }
        if try insert(values, into: shape) {
          report.kept[shape.name, default: 0] += 1
          break
        }
      }
    }
  }

  /// - Returns: false where a rule of the table says no, or the row is there already.
  private func insert(_ values: [StoredValue], into shape: TableShape) throws -> Bool {
    let columns = shape.columns.prefix(values.count).map { "\"\($0.name)\"" }.joined(separator: ", ")
    let places = (1...values.count).map { "?\($0)" }.joined(separator: ", ")
    return try database.insertSalvaged(
      "INSERT OR IGNORE INTO \"\(shape.name)\" (\(columns)) VALUES (\(places))\(Self.newer(shape, values.count))",
      values)
  }

  /// Rows that change say when they last did: an old log that came back must not hide a later answer.
  private static func newer(_ shape: TableShape, _ count: Int) -> String {
    let known = [
      "formItem": ("attempt, part, number", "answeredAt"), "attempt": ("id", "changedAt"),
      "person": ("id", "changedAt"),
    ]
    guard let (key, moment) = known[shape.name] else { return "" }
    let columns = shape.columns.prefix(count).map { "\"\($0.name)\" = excluded.\"\($0.name)\"" }.joined(separator: ", ")
    return
      " ON CONFLICT (\(key)) DO UPDATE SET \(columns) WHERE coalesce(excluded.\(moment), 0) > coalesce(\(shape.name).\(moment), 0)"
  }

  /// Leaves no row that refers to nothing, so that the file is a whole one by the schema's own rules.
  private mutating func mendReferences() throws {
    // What is known of a bank by its items alone: attempts made with it can still be read.
    try database.execute(
      """
      INSERT INTO itemBank (id, hash, adoptedAt)
      SELECT bank, randomblob(32), 0 FROM (SELECT bank FROM item UNION SELECT bank FROM attempt)
      WHERE bank NOT IN (SELECT id FROM itemBank)
      """)
    report.lostAttempts = try mendAttempts()
    let nameless = "person IS NOT NULL AND person NOT IN (SELECT id FROM person)"
    report.namelessAttempts = try database.values("SELECT id FROM attempt WHERE \(nameless)").compactMap { Int64($0) }
    try database.execute(
      """
      UPDATE OR IGNORE attempt SET person = NULL, identity = NULL, ageYears = NULL, pauseReason = NULL,
        seatNumber = NULL, device = NULL, state = CASE state WHEN 'submitted' THEN state ELSE 'voided' END
      WHERE \(nameless)
      """)
    // A reference may hang on a row that goes in this round.
    for _ in 0..<4 {
      let before = report.dropped.values.reduce(0, +)
      for shape in shapes where !["attempt", "event", "formItem", "slip", "item"].contains(shape.name) {
        try dropDangling(of: shape.name)
      }
      if report.dropped.values.reduce(0, +) == before { return }
    }
  }

  private func mendAttempts() throws -> [Int64] {
    let lost =
      """
      SELECT attempt FROM (SELECT attempt FROM formItem UNION SELECT attempt FROM event UNION SELECT attempt FROM slip)
      WHERE attempt IS NOT NULL AND attempt NOT IN (SELECT id FROM attempt)
      """
    let ids = try database.values("\(lost) ORDER BY attempt").compactMap { Int64($0) }
    guard !ids.isEmpty else { return [] }
    try database.execute(
      """
      INSERT INTO attempt (id, audience, mode, state, framework, blueprint, bank, seed, beganAt, changedAt)
      SELECT l.attempt, b.audience, 'practice', 'voided', b.framework, b.id,
        coalesce((SELECT i.bank FROM formItem f JOIN item i ON i.id = f.item WHERE f.attempt = l.attempt),
          (SELECT max(id) FROM itemBank), 1), 0, 0, 0
      FROM (\(lost)) l, (SELECT id, audience, framework FROM blueprint ORDER BY id DESC LIMIT 1) b
      """)
    return ids
  }

  private mutating func dropDangling(of table: String) throws {
    let keys = "FROM pragma_foreign_key_list('\(table)') ORDER BY id, seq"
    let numbers = try database.values("SELECT id \(keys)")
    let parents = try database.values("SELECT \"table\" \(keys)")
    let from = try database.values("SELECT \"from\" \(keys)")
    let to = try database.values("SELECT \"to\" \(keys)")
    for number in Set(numbers) {
      let parts = numbers.indices.filter { numbers[$0] == number }
      guard let first = parts.first else { continue }
      let given = parts.map { "c.\"\(from[$0])\" IS NOT NULL" }.joined(separator: " AND ")
      let joined = parts.map { "p.\"\(to[$0])\" = c.\"\(from[$0])\"" }.joined(separator: " AND ")
      let gone = try database.change(
        """
        DELETE FROM "\(table)" AS c WHERE \(given) AND NOT EXISTS (SELECT 1 FROM "\(parents[first])" p WHERE \(joined))
        """)
      if gone > 0 { report.dropped[table, default: 0] += gone }
    }
  }
}

extension DatabaseImage {
  /// The number of the newest entry of the log, by the right edge of its tree; 0 where that cannot be read.
  var lastEvent: Int64 {
    var number = TableTrees.roots(in: self)["event"] ?? 0
    // No tree is deeper than this.
    for _ in 0..<20 {
      guard number > 0, let page = PageRows(self, number) else { return 0 }
      guard let next = page.children.last else { return page.rows.compactMap(\.rowid).max() ?? 0 }
      number = next
    }
    return 0
  }
}

extension Database {
  /// Runs one statement with these values.
  /// - Returns: whether a row came of it; a rule of the schema that says no is no error here.
  func insertSalvaged(_ sql: String, _ values: [StoredValue]) throws -> Bool {
    var handle: OpaquePointer?
    guard sqlite3_prepare_v2(connection, sql, -1, &handle, nil) == SQLITE_OK else {
      throw SQLiteStoreError(connection, path: path, what: sql)
    }
    defer { sqlite3_finalize(handle) }
    let copying = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      switch value {
      case .null: sqlite3_bind_null(handle, place)
      case .integer(let number): sqlite3_bind_int64(handle, place, number)
      case .real(let number): sqlite3_bind_double(handle, place, number)
      case .text(let bytes):
        String(decoding: bytes, as: UTF8.self).withCString { text in
          _ = sqlite3_bind_text(handle, place, text, Int32(strlen(text)), copying)
        }
      case .blob(let bytes):
        if bytes.isEmpty {
          sqlite3_bind_zeroblob(handle, place, 0)
        } else {
          _ = bytes.withUnsafeBytes { sqlite3_bind_blob(handle, place, $0.baseAddress, Int32($0.count), copying) }
        }
      }
    }
    switch sqlite3_step(handle) & 0xFF {
    case SQLITE_DONE: return sqlite3_changes64(connection) > 0
    case SQLITE_CONSTRAINT, SQLITE_MISMATCH: return false
    default: throw SQLiteStoreError(connection, path: path, what: sql)
    }
  }

  /// - Returns: how many rows the statement changed.
  func change(_ sql: String) throws -> Int {
    try execute(sql)
    return Int(sqlite3_changes64(connection))
  }
}
