import CPostgres

/// One connection to PostgreSQL; for one thread at a time.
final class PostgresConnection {
  let connection: OpaquePointer
  /// Rows that may stand in ``StagedTables``, deleted or not.
  var stagedRows = 0
  private var hasStaging = false

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
    try answered(sql.description, arguments) { result in
      PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
    }
  }

  func each(_ sql: StaticString, _ arguments: [PostgresValue] = [], _ body: (PostgresRow) throws -> Void) throws {
    try answered(sql.description, arguments) { result in
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
    try answered(sql.description, arguments) { result in
      PQntuples(result) > 0 ? try body(PostgresRow(result: result, row: 0)) : nil
    }
  }

  /// Rows of a statement that may have millions, in constant memory; within a transaction. They come in binary form, which
  /// ``PostgresRow`` reads for whole numbers, texts, bytes and flags.
  func eachOfMany(
    _ sql: StaticString, _ arguments: [PostgresValue] = [], _ body: (PostgresRow) throws -> Void
  ) throws {
    try answered("DECLARE many NO SCROLL CURSOR FOR \(sql)", arguments) { _ in }
    var isOver = false
    while !isOver {
      try answered("FETCH 10000 FROM many", [], isBinary: true) { result in
        isOver = PQntuples(result) == 0
        for row in 0..<PQntuples(result) { try body(PostgresRow(result: result, row: row)) }
      }
    }
    try execute("CLOSE many")
  }

  private func answered<T>(
    _ sql: String, _ arguments: [PostgresValue], isBinary: Bool = false, _ body: (OpaquePointer?) throws -> T
  ) throws -> T {
    let result = PostgresValue.withTexts(arguments) { texts in
      PQexecParams(connection, sql, Int32(arguments.count), nil, texts, nil, nil, isBinary ? 1 : 0)
    }
    defer { PQclear(result) }
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return try body(result)
    default: throw PostgresError(result, on: connection, what: sql)
    }
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
