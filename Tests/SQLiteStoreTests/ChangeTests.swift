import Glibc
import Synchronization
import Testing
import UseCases

@testable import SQLiteStore

@Suite("Changes for a second copy")
struct ChangeTests {
  /// Keeps what it is told.
  final class Follower: CommitWatching {
    private let kept = Mutex<[[UInt8]?]>([])

    func committed(_ changes: [UInt8]?) { kept.withLock { $0.append(changes) } }
    var sets: [[UInt8]] { kept.withLock { $0.compactMap { $0 } } }
  }

  @Test("every table has a primary key without nulls: others would be missing in the copy")
  func primaryKeys() throws {
    let store = try TemporaryFolder().writer()
    let tables = try store.database.values(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    for table in tables {
      let keys = try store.database.values("SELECT type || \"notnull\" FROM pragma_table_info('\(table)') WHERE pk > 0")
      #expect(!keys.isEmpty, "\(table)")
      let mayBeNull = keys.filter { $0.hasSuffix("0") && !($0 == "INTEGER0" && keys.count == 1) }
      let isWithoutRowid = try store.database.values("SELECT wr FROM pragma_table_list('\(table)')") == ["1"]
      #expect(mayBeNull.isEmpty || isWithoutRowid, "\(table)")
    }
  }

  @Test("a copy with the changes applied equals the database, triggers and all")
  func replayed() throws {
    let folder = try TemporaryFolder()
    let store = try folder.writer()
    let copy = folder.path + "/kiosk.db-journal"
    try PinnedSnapshot(of: folder.database).copy(to: copy)
    let follower = Follower()
    store.watchCommits(follower)
    try store.fillWithPeople()
    var sets = follower.sets[...]
    let copied = try CopiedDatabase(copy)
    try copied.replay { sets.popFirst() }

    #expect(try copied.fault() == nil)
    #expect(try copied.rows() == store.database.rows())
    for file in CopiedDatabase.files(of: copy) { unlink(file) }
  }

  @Test("what a savepoint took back is not among the changes, and an empty transaction is none")
  func savepoints() throws {
    let folder = try TemporaryFolder()
    let store = try folder.writer()
    let follower = Follower()
    store.watchCommits(follower)
    try store.atomically {
      try? store.atomically {
        try store.append(Event(.started, note: "taken back"), at: World.morning)
        throw SQLiteStoreError.copyStopped
      }
    }
    #expect(follower.sets.isEmpty)
  }

  @Test("a pinned snapshot stays as it was while others write, and its copy is whole")
  func pinned() throws {
    let folder = try TemporaryFolder()
    let store = try folder.writer()
    try store.append(Event(.started), at: World.morning)
    let snapshot = try PinnedSnapshot(of: folder.database)
    try store.append(Event(.started), at: World.morning)
    let copy = folder.path + "/kiosk.db-journal"
    try snapshot.copy(to: copy)

    #expect(try CopiedDatabase(copy).census().events == 1)
    #expect(try CopiedDatabase(copy).fault() == nil)
    for file in CopiedDatabase.files(of: copy) { unlink(file) }
  }
}

extension KioskStore {
  /// Somebody seated, and their session; then changed and taken away again.
  fileprivate func fillWithPeople() throws {
    for number in 0..<5 {
      try atomically {
        try append(Event(.started, note: "boot=\(number)"), at: World.later(Int64(number)))
        _ = try countBoot(at: World.later(Int64(number)))
      }
    }
    _ = try atomically { try person(World.baHoa, at: World.morning) }
    try atomically { try database.execute("UPDATE person SET changedAt = changedAt + 1") }
    try atomically { try database.execute("DELETE FROM boot WHERE id = 2") }
  }
}

extension Database {
  /// Every row of every table, as one text each.
  fileprivate func rows() throws -> [String] {
    try values("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").flatMap { table in
      let columns = try values("SELECT name FROM pragma_table_info('\(table)')").map { "quote(\"\($0)\")" }
      return try values(
        "SELECT '\(table) ' || \(columns.joined(separator: " || ' ' || ")) FROM \"\(table)\" ORDER BY 1")
    } + values("SELECT name || sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")
  }
}

extension CopiedDatabase {
  fileprivate func rows() throws -> [String] { try database.rows() }
}
