import CSQLite

/// A prepared statement that a connection keeps for its whole life.
///
/// Arguments are bound in order of their numbers; a step with one too few is refused, since SQLite would silently take
/// the argument of the run before.
final class Statement {
  private let handle: OpaquePointer
  private let sql: StaticString
  private let argumentCount: Int32
  private var bound: Int32 = 0
  private var bindingCode = SQLITE_OK
  private var isStepped = false
  private var isTaken = false

  /// SQLite copies what it is given before the call returns.
  private static let copying = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ sql: StaticString, on connection: OpaquePointer, path: String) throws {
    var handle: OpaquePointer?
    let code = sql.withUTF8Buffer { text in
      text.withMemoryRebound(to: CChar.self) { text in
        sqlite3_prepare_v3(
          connection, text.baseAddress, Int32(text.count), UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
      }
    }
    guard code == SQLITE_OK, let handle else {
      throw SQLiteStoreError(connection, path: path, what: sql.description)
    }
    self.handle = handle
    self.sql = sql
    argumentCount = sqlite3_bind_parameter_count(handle)
  }

  deinit {
    sqlite3_finalize(handle)
  }

  func take() throws {
    guard !isTaken else { throw SQLiteStoreError.misuse(what: sql.description) }
    isTaken = true
  }

  /// Ends a run, however it went: an open statement would keep its snapshot and stop checkpoints.
  func giveBack() {
    sqlite3_reset(handle)
    bound = 0
    bindingCode = SQLITE_OK
    isStepped = false
    isTaken = false
  }

  /// - Returns: whether there is a row to read.
  func step() throws -> Bool {
    if !isStepped {
      guard bound == argumentCount, bindingCode == SQLITE_OK else {
        throw SQLiteStoreError.misuse(what: sql.description)
      }
      isStepped = true
    }
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw fault()
    }
  }

  private func fault() -> SQLiteStoreError {
    let connection = sqlite3_db_handle(handle)
    let path = sqlite3_db_filename(connection, "main").map { String(cString: $0) } ?? ""
    return SQLiteStoreError(connection, path: path, what: sql.description)
  }
}

// Arguments.
extension Statement {
  private func next(_ bind: (Int32) -> Int32) {
    bound += 1
    let code = bind(bound)
    if code != SQLITE_OK { bindingCode = code }
  }

  func bind(_ number: Int64) {
    next { sqlite3_bind_int64(handle, $0, number) }
  }

  func bind(_ number: Int) {
    bind(Int64(number))
  }

  func bind(_ flag: Bool) {
    bind(flag ? 1 as Int64 : 0)
  }

  func bind(_ number: Int64?) {
    if let number { bind(number) } else { bindNull() }
  }

  func bind(_ number: Int?) {
    if let number { bind(Int64(number)) } else { bindNull() }
  }

  /// Words of the program stay where they are for ever, so SQLite need not copy them.
  func bind(_ word: StaticString) {
    next { place in
      word.withUTF8Buffer { text in
        text.withMemoryRebound(to: CChar.self) { text in
          sqlite3_bind_text(handle, place, text.baseAddress, Int32(text.count), nil)
        }
      }
    }
  }

  func bind(_ text: String) {
    var text = text
    next { place in
      text.withUTF8 { text in
        text.withMemoryRebound(to: CChar.self) { text in
          sqlite3_bind_text(handle, place, text.baseAddress, Int32(text.count), Statement.copying)
        }
      }
    }
  }

  func bind(_ text: String?) {
    if let text { bind(text) } else { bindNull() }
  }

  func bind(_ bytes: [UInt8]) {
    // An empty array may have no address, which SQLite takes for null.
    guard !bytes.isEmpty else { return next { sqlite3_bind_zeroblob(handle, $0, 0) } }
    next { place in
      bytes.withUnsafeBytes { sqlite3_bind_blob(handle, place, $0.baseAddress, Int32($0.count), Statement.copying) }
    }
  }

  func bind(_ bytes: [UInt8]?) {
    if let bytes { bind(bytes) } else { bindNull() }
  }

  private func bindNull() {
    next { sqlite3_bind_null(handle, $0) }
  }
}

// Columns of the current row, from 0.
extension Statement {
  func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  func number(_ column: Int32) -> Int64 {
    sqlite3_column_int64(handle, column)
  }

  func int(_ column: Int32) -> Int {
    Int(sqlite3_column_int64(handle, column))
  }

  func flag(_ column: Int32) -> Bool {
    sqlite3_column_int64(handle, column) != 0
  }

  func optionalNumber(_ column: Int32) -> Int64? {
    isNull(column) ? nil : number(column)
  }

  func optionalInt(_ column: Int32) -> Int? {
    isNull(column) ? nil : int(column)
  }

  /// Bytes that are not UTF-8 come out as replacement characters; null as an empty text.
  func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func optionalText(_ column: Int32) -> String? {
    isNull(column) ? nil : text(column)
  }

  func bytes(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }
}
