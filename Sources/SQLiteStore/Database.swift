import CSQLite
import Glibc

/// One connection to the database file; for one thread at a time.
final class Database {
  enum Role {
    /// Can only read, and never checkpoints.
    case reader
    /// The one connection that writes and checkpoints.
    case writer
    /// Of a copy that nobody else has open, and that is thrown away where anything goes wrong.
    case copy
  }

  let path: String
  let role: Role
  /// Set between begin and end: statements then refuse to run outside a transaction, because SQLite gives a whole
  /// transaction up by itself when the disk is full, and what follows would be committed alone.
  var expectsTransaction = false
  /// How many statements this connection has run: what a page costs can be counted.
  private(set) var runs = 0
  let connection: OpaquePointer
  /// Once, before the first file is opened; where something else was first, all is as right and a little slower.
  private static let memoryCount = sathach_sqlite_without_memory_count()
  private var statements: [Statement?] = []
  private let tail = LogTail()

  init(path: String, role: Role) throws {
    _ = Database.memoryCount
    if role == .writer { try Database.createFile(path) }
    let access =
      switch role {
      case .writer: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case .copy: SQLITE_OPEN_READWRITE
      case .reader: SQLITE_OPEN_READONLY
      }
    var connection: OpaquePointer?
    let code = sqlite3_open_v2(
      path, &connection, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE, nil)
    guard code == SQLITE_OK, let connection else {
      let error = SQLiteStoreError(connection, path: path, what: "open")
      sqlite3_close_v2(connection)
      throw error
    }
    self.path = path
    self.role = role
    self.connection = connection
    // Before the first look into the file: a command that starts while another one opens it waits its turn.
    sqlite3_busy_timeout(connection, 5_000)
    try Schema.checkOwnership(of: self)
    try configure()
    if role == .writer { tail.follow(connection) }
  }

  deinit {
    statements.removeAll()
    sqlite3_close_v2(connection)
  }

  /// Runs a query; its statement is reset when `body` ends, also by an error.
  @inline(__always)
  func use<T>(_ query: Query, _ body: (Statement) throws -> T) throws -> T {
    if expectsTransaction, !isInTransaction { throw SQLiteStoreError.transactionLost(path: path) }
    let statement = try prepared(query)
    try statement.take()
    runs &+= 1
    defer { statement.giveBack() }
    return try body(statement)
  }

  /// Runs a query that gives no rows.
  /// - Returns: how many rows it inserted, changed or deleted; triggers and foreign keys not counted.
  @discardableResult
  @inline(__always)
  func run(_ query: Query, _ bind: (Statement) -> Void = { _ in }) throws -> Int {
    try use(query) { statement in
      bind(statement)
      while try statement.step() {}
      return Int(sqlite3_changes64(connection))
    }
  }

  /// Runs statements of the program's own text, for set-up and upkeep.
  func execute(_ sql: String) throws {
    guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else {
      throw SQLiteStoreError(connection, path: path, what: sql)
    }
  }

  /// One column of every row, as text, of a statement that is not kept.
  func values(_ sql: String, column: Int32 = 0) throws -> [String] {
    var handle: OpaquePointer?
    guard sqlite3_prepare_v2(connection, sql, -1, &handle, nil) == SQLITE_OK else {
      throw SQLiteStoreError(connection, path: path, what: sql)
    }
    defer { sqlite3_finalize(handle) }
    var values: [String] = []
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: values.append(sqlite3_column_text(handle, column).map { String(cString: $0) } ?? "")
      case SQLITE_DONE: return values
      default: throw SQLiteStoreError(connection, path: path, what: sql)
      }
    }
  }

  /// After a commit that failed: takes what it left in the write-ahead log away.
  func cutLog() {
    if !isInTransaction { tail.cut(path + "-wal") }
  }

  var isInTransaction: Bool {
    sqlite3_get_autocommit(connection) == 0
  }

  var lastInsertedRow: Int64 {
    sqlite3_last_insert_rowid(connection)
  }

  private func prepared(_ query: Query) throws -> Statement {
    if query.slot < statements.count, let statement = statements[query.slot] { return statement }
    let statement = try Statement(query.sql, on: connection, path: path)
    while statements.count <= query.slot { statements.append(nil) }
    statements[query.slot] = statement
    return statement
  }

  /// Makes the file so that only its owner may read it, before SQLite would with the rights of the day. SQLite gives the
  /// files beside it the same rights.
  private static func createFile(_ path: String) throws {
    // Only a file that was not there: closing an open one would drop SQLite's locks on it (POSIX).
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      guard errno == EEXIST else { throw SQLiteStoreError.system(call: "open", path: path, code: errno) }
      return
    }
    close(file)
  }
}
