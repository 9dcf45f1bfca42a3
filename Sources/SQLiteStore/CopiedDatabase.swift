import Assessment
import CSQLite
import Glibc

/// A copy of a database in the hands of one process: looked through, counted, brought further by changes.
package final class CopiedDatabase {
  let database: Database

  package init(_ path: String) throws {
    database = try Database(path: path, role: .copy)
  }

  /// The copy and what SQLite may leave beside it.
  package static func files(of path: String) -> [String] {
    ["", "-journal", "-wal", "-shm"].map { path + $0 }
  }

  /// Every page and every reference: SQLite's first words about what is wrong, nil where nothing is.
  package func fault() throws -> String? {
    let found = try database.values("PRAGMA integrity_check(1)").first ?? "no answer"
    if found != "ok" { return found }
    return try database.values("PRAGMA foreign_key_check").first.map { "\($0) refers to rows that are not there" }
  }

  package func census() throws -> BoxCensus {
    func number(_ sql: String) throws -> Int { Int(try database.values(sql).first ?? "") ?? 0 }
    let last = "FROM event ORDER BY id DESC LIMIT 1"
    return BoxCensus(
      schema: try number("PRAGMA user_version"), people: try number("SELECT count(*) FROM person"),
      attempts: try number("SELECT count(*) FROM attempt"), slips: try number("SELECT count(*) FROM slip"),
      lastSerial: try number("SELECT coalesce(max(serial), 0) FROM slip"),
      events: try number("SELECT coalesce(max(id), 0) FROM event"),
      lastEventAt: Moment(milliseconds: Int64(try number("SELECT at \(last)"))),
      head: try database.values("SELECT lower(hex(hash)) \(last)").first ?? "")
  }

  /// Whether a file of this schema can be opened by this program.
  package static func isKnown(schema: Int) -> Bool { (1...Schema.version).contains(schema) }
}

/// What a database holds, in numbers that tell nobody's name.
package struct BoxCensus: Equatable, Sendable {
  package let schema: Int
  package let people: Int
  package let attempts: Int
  package let slips: Int
  package let lastSerial: Int
  package let events: Int
  package let lastEventAt: Moment
  /// The last event's hash in hexadecimal digits.
  package let head: String

  package init(
    schema: Int, people: Int, attempts: Int, slips: Int, lastSerial: Int, events: Int, lastEventAt: Moment,
    head: String
  ) {
    self.schema = schema
    self.people = people
    self.attempts = attempts
    self.slips = slips
    self.lastSerial = lastSerial
    self.events = events
    self.lastEventAt = lastEventAt
    self.head = head
  }
}

extension CopiedDatabase {
  /// Applies changesets in their order, all or none. Triggers are out of the way meanwhile: what they did is in the
  /// changes already, and the order in which a set names its tables is not the order in which rows were written.
  ///
  /// - Parameter next: gives one changeset after the other, nil at the end.
  package func replay(_ next: () throws -> [UInt8]?) throws {
    let triggers = try database.values("SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")
    let texts = try database.values("SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")
    try database.execute("BEGIN IMMEDIATE")
    for name in triggers { try database.execute("DROP TRIGGER \"\(name)\"") }
    while let changes = try next() { try apply(changes) }
    for text in texts { try database.execute(text) }
    try database.execute("COMMIT")
  }

  private func apply(_ changes: [UInt8]) throws {
    var changes = changes
    let code = sqlite3changeset_apply(
      database.connection, Int32(changes.count), &changes, nil, { _, _, _ in SQLITE_CHANGESET_ABORT }, nil)
    guard code == SQLITE_OK else {
      throw SQLiteStoreError(database.connection, path: database.path, what: "apply changes (\(code))")
    }
  }
}
