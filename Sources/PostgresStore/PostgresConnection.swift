import CPostgres

/// One connection to PostgreSQL; for one thread at a time.
final class PostgresConnection {
  let connection: OpaquePointer
  /// Rows that may stand in tables of ``StagedTables``, deleted or not.
  var stagedRows: [String: Int] = [:]
  private var hasStaging = false
  /// Names of prepared statements, by where their texts lie in the program.
  private var prepared: [UnsafePointer<UInt8>: String] = [:]
  private var imports = 0

  /// - Parameter address: libpq's own form, as `host=/run/sathach dbname=sathach`, or an address `postgresql://…`.
  init(_ address: String) throws {
    guard let connection = PQconnectdb(address) else { throw PostgresError.noConnection(message: "out of memory") }
    guard PQstatus(connection) == CONNECTION_OK else {
      let error = PostgresError.noConnection(message: PostgresError.line(PQerrorMessage(connection)))
      PQfinish(connection)
      throw error
    }
    self.connection = connection
    // Notices, such as that a table is there already, are for nobody.
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
    try execute("SET client_min_messages = warning; SET search_path = public; SET timezone = 'UTC'")
    // What is told as applied is on the disk, whatever the server's own file of settings says.
    try execute("SET synchronous_commit = on; SET standard_conforming_strings = on")
    // Statements here are many and short; compiling one for sixteen partitions takes longer than running it.
    try execute("SET jit = off")
  }

  deinit {
    PQfinish(connection)
  }

  var isOpen: Bool { PQstatus(connection) == CONNECTION_OK }

  /// Makes the tables of ``StagedTables``, once; not within a transaction.
  func defineStaging() throws {
    imports += 1
    // A plan that was made for small tables is not kept for ones of more than twice their size.
    if imports & (imports - 1) == 0 { try execute("DISCARD PLANS") }
    guard !hasStaging else { return }
    try execute(StagedTables.definition)
    hasStaging = true
  }

  /// Statements of the program's own text, without arguments or rows.
  func execute(_ sql: String) throws {
    let result = PQexec(connection, sql)
    defer { PQclear(result) }
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return
    default: throw PostgresError(result, on: connection, what: sql)
    }
  }

  /// - Returns: how many rows were inserted, changed or deleted.
  @discardableResult
  func run(_ sql: StaticString, _ arguments: [PostgresValue] = []) throws -> Int {
    try answered(sql, arguments) { result in
      PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
    }
  }

  /// Statements of `body` join step by step, for few rows in a large table; within a transaction.
  @discardableResult
  func stepwise<T>(_ body: () throws -> T) throws -> T {
    try execute("SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off")
    let value = try body()
    try execute("SET LOCAL enable_hashjoin = on; SET LOCAL enable_mergejoin = on")
    return value
  }

  func each(_ sql: StaticString, _ arguments: [PostgresValue] = [], _ body: (PostgresRow) throws -> Void) throws {
    try answered(sql, arguments) { result in
      for row in 0..<PQntuples(result) { try body(PostgresRow(result: result, row: row)) }
    }
  }

  func all<T>(_ sql: StaticString, _ arguments: [PostgresValue] = [], _ body: (PostgresRow) throws -> T) throws -> [T] {
    var values: [T] = []
    try each(sql, arguments) { values.append(try body($0)) }
    return values
  }

  /// The first row, if there is one.
  func first<T>(_ sql: StaticString, _ arguments: [PostgresValue] = [], _ body: (PostgresRow) throws -> T) throws -> T?
  {
    try answered(sql, arguments) { result in
      PQntuples(result) > 0 ? try body(PostgresRow(result: result, row: 0)) : nil
    }
  }

  /// Rows of a statement that may have millions, one by one as they come; `body` runs no other statement. They come in
  /// binary form, which ``PostgresRow`` reads for whole numbers, texts, bytes and flags.
  ///
  /// No cursor: a cursor's plan is made for the arguments at hand, and a commune that is newer than the statistics looks empty.
  func eachOfMany(
    _ sql: StaticString, _ arguments: [PostgresValue] = [], _ body: (PostgresRow) throws -> Void
  ) throws {
    let name = try preparedName(sql)
    let isSent = PostgresValue.withTexts(arguments) { texts in
      PQsendQueryPrepared(connection, name, Int32(arguments.count), texts, nil, nil, 1)
    }
    guard isSent == 1, PQsetSingleRowMode(connection) == 1 else {
      throw PostgresError.noConnection(message: PostgresError.line(PQerrorMessage(connection)))
    }
    var failure: (any Error)?
    // To the end, whatever happens: nothing else can be asked before.
    while let result = PQgetResult(connection) {
      defer { PQclear(result) }
      guard failure == nil else { continue }
      switch PQresultStatus(result) {
      case PGRES_SINGLE_TUPLE:
        do { try body(PostgresRow(result: result, row: 0)) } catch { failure = error }
      case PGRES_TUPLES_OK: break
      default: failure = PostgresError(result, on: connection, what: sql.description)
      }
    }
    if let failure { throw failure }
  }

  /// A statement of the program's text is prepared the first time it is run.
  private func answered<T>(
    _ sql: StaticString, _ arguments: [PostgresValue], _ body: (OpaquePointer?) throws -> T
  ) throws -> T {
    let name = try preparedName(sql)
    let result = PostgresValue.withTexts(arguments) { texts in
      PQexecPrepared(connection, name, Int32(arguments.count), texts, nil, nil, 0)
    }
    defer { PQclear(result) }
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return try body(result)
    default: throw PostgresError(result, on: connection, what: sql.description)
    }
  }

  private func preparedName(_ sql: StaticString) throws -> String {
    if let name = prepared[sql.utf8Start] { return name }
    let name = "statement \(prepared.count + 1)"
    let result = PQprepare(connection, name, sql.description, 0, nil)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK else {
      throw PostgresError(result, on: connection, what: sql.description)
    }
    prepared[sql.utf8Start] = name
    return name
  }

  /// Runs `body` in a transaction: when it returns, everything in it is on the disk; when it throws, nothing is.
  ///
  /// Where the connection breaks in the commit itself, nobody knows which of the two it was: what is done must be such
  /// that looking at the database again tells.
  func atomically<T>(_ body: () throws -> T) throws -> T {
    try execute("BEGIN")
    do {
      let value = try body()
      try execute("COMMIT")
      return value
    } catch {
      if isOpen { try? execute("ROLLBACK") }
      throw error
    }
  }

  /// What is read in `body` is one moment's, whatever others commit meanwhile.
  func reading<T>(_ body: () throws -> T) throws -> T {
    try execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    defer { if isOpen { try? execute("ROLLBACK") } }
    return try body()
  }
}
