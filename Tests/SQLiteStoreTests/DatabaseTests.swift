import Assessment
import Glibc
import Testing
import UseCases

@testable import SQLiteStore

@Suite("Database file and settings")
struct DatabaseTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private static let number = Query("SELECT ?1 + ?2")
  private static let echo = Query("SELECT ?1, ?2, ?3, ?4, ?5")

  @Test("a new file is brought to the newest version, marked as ours, and readable by its owner alone")
  func newFile() throws {
    let store = try folder.writer()
    #expect(try store.database.read(pragma: "user_version") == "\(Schema.version)")
    #expect(try store.database.read(pragma: "application_id") == "\(0x7361_7468)")
    for name in ["kiosk.db", "kiosk.db-wal"] {
      var status = stat()
      #expect(stat("\(folder.path)/\(name)", &status) == 0 && status.st_mode & 0o777 == 0o600, "\(name)")
    }
  }

  @Test("opening again changes nothing")
  func again() throws {
    try folder.writer().givenBank()
    let before = try folder.writer().database.values("SELECT sql FROM sqlite_schema")
    #expect(try folder.writer().database.values("SELECT sql FROM sqlite_schema") == before)
    #expect(try folder.writer().audiences().count == 1)
  }

  @Test("the writer syncs at every commit, in a write-ahead log, with foreign keys")
  func settings() throws {
    let database = try folder.writer().database
    #expect(try database.read(pragma: "journal_mode") == "wal")
    #expect(try database.read(pragma: "synchronous") == "2")
    #expect(try database.read(pragma: "foreign_keys") == "1")
  }

  @Test(
    "a setting that did not take is found",
    arguments: [
      ("synchronous", "NORMAL", "1", "2"), ("foreign_keys", "OFF", "0", "1"), ("recursive_triggers", "OFF", "0", "1"),
      ("secure_delete", "OFF", "0", "1"), ("wal_autocheckpoint", "1000", "1000", "0"),
    ])
  func wrongSetting(name: String, value: String, found: String, expected: String) throws {
    let store = try folder.writer()
    try store.database.execute("PRAGMA \(name) = \(value)")
    #expect(throws: SQLiteStoreError.pragma(path: folder.database, name: name, found: found, expected: expected)) {
      try store.checkPragmas()
    }
  }

  @Test("a log of more than a thousand pages is brought into the database by the commit that made it so")
  func checkpoint() throws {
    let writer = try folder.writer()
    for _ in 0..<2 {
      try writer.atomically {
        for number in 0..<12_000 {
          try writer.append(
            Event(.started, note: "\(number) \(String(repeating: "a", count: 300))"), at: World.morning)
        }
      }
    }
    var facts = stat()
    stat(folder.database, &facts)
    #expect(facts.st_size > 4 << 20)
  }

  @Test("a reader can neither write nor checkpoint, and sees what is committed")
  func reader() throws {
    let writer = try folder.writer()
    let reader = try folder.reader()
    #expect(try reader.database.read(pragma: "wal_autocheckpoint") == "0")
    try writer.givenBank()
    #expect(try reader.audiences().count == 1)
    #expect(throws: SQLiteStoreError.self) { try reader.append(Event(.started), at: World.morning) }
  }

  @Test("a reader on one snapshot does not see what is committed meanwhile")
  func snapshot() throws {
    let writer = try folder.writer()
    let reader = try folder.reader()
    try reader.reading {
      #expect(try reader.audiences().isEmpty)
      try writer.givenBank()
      #expect(try reader.audiences().isEmpty)
    }
    #expect(try reader.audiences().count == 1)
  }

  @Test("a file of a later program is refused and left alone, by writers and readers")
  func newerFile() throws {
    try folder.writer().database.execute("PRAGMA user_version = 99")
    let refusal = SQLiteStoreError.newerSchema(path: folder.database, found: 99, known: Schema.version)
    #expect(throws: refusal) { try folder.writer() }
    #expect(throws: refusal) { try folder.reader() }
  }

  @Test("a reader refuses a file that no writer has brought up to date")
  func olderFile() throws {
    try folder.writer().database.execute("PRAGMA user_version = 0")
    #expect(throws: SQLiteStoreError.olderSchema(path: folder.database, found: 0, known: Schema.version)) {
      try folder.reader()
    }
  }

  @Test("a database of another program is refused")
  func foreignFile() throws {
    try folder.writer().database.execute("PRAGMA application_id = 7")
    #expect(throws: SQLiteStoreError.foreignDatabase(path: folder.database, applicationID: 7)) { try folder.writer() }
  }

  @Test("a file that is no database, and a folder that is not there, are refused with the path")
  func noDatabase() throws {
    let file = open(folder.database, O_WRONLY | O_CREAT, 0o600)
    let text = [UInt8](repeating: 0x78, count: 4096)
    _ = write(file, text, text.count)
    close(file)
    #expect(throws: SQLiteStoreError.self) { try folder.writer() }
    #expect(throws: SQLiteStoreError.system(call: "open", path: "/nowhere/kiosk.db", code: ENOENT)) {
      try KioskStore.writer(at: "/nowhere/kiosk.db", secrets: PlainSecrets())
    }
  }

  @Test("values come back as they were bound: numbers, text, bytes, empty ones and nothing")
  func values() throws {
    let database = try folder.writer().database
    for _ in 1...2 {
      try database.use(Self.echo) { (statement) throws in
        statement.bind(Int64.min)
        statement.bind("Nguyễn \u{0} Hòa")
        statement.bind([0, 255])
        statement.bind([] as [UInt8])
        statement.bind(nil as String?)
        #expect(try statement.step())
        #expect(statement.number(0) == .min && statement.text(1) == "Nguyễn \u{0} Hòa")
        #expect(statement.bytes(2) == [0, 255] && !statement.isNull(3) && statement.bytes(3) == [])
        #expect(statement.optionalText(4) == nil && statement.optionalInt(4) == nil)
      }
    }
  }

  @Test("a statement with too few arguments, or used inside itself, is refused and works afterwards")
  func misuse() throws {
    let database = try folder.writer().database
    #expect(throws: SQLiteStoreError.misuse(what: "SELECT ?1 + ?2")) { try database.run(Self.number) { $0.bind(1) } }
    #expect(throws: SQLiteStoreError.misuse(what: "SELECT ?1 + ?2")) {
      try database.use(Self.number) { _ in try database.run(Self.number) { _ in } }
    }
    let sum = try database.use(Self.number) { statement in
      statement.bind(2)
      statement.bind(3)
      return try statement.step() ? statement.int(0) : 0
    }
    #expect(sum == 5)
  }

  @Test("an error names path, codes and statement, and no argument")
  func error() throws {
    let store = try folder.writer()
    try store.givenBank()
    let id = try store.givenSeated()
    let error = #expect(throws: SQLiteStoreError.self) {
      try store.record(
        StoredResponse(
          response: "secret", credit: 101, isWhole: true, isMarked: false, salt: [UInt8](repeating: 7, count: 16),
          spent: 1,
          at: World.morning),
        at: FormPlace(.scored, 1), of: id)
    }
    guard case .sqlite(folder.database, 19, 275, let what, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(what.contains("UPDATE formItem") && !"\(String(describing: error))".contains("secret"))
  }
}
