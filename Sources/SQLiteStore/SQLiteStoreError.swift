import CSQLite

/// Everything the store can fail with. Statements are named without their arguments, which may be personal.
package enum SQLiteStoreError: Error, Equatable, Sendable {
  /// SQLite refused. `what` is the statement or call, `message` SQLite's own words, which hold no values.
  case sqlite(path: String, code: Int32, extended: Int32, what: String, message: String)
  /// A setting that durability or safety stands on did not take.
  case pragma(path: String, name: String, found: String, expected: String)
  /// The file was written by a later program; nothing in it was touched.
  case newerSchema(path: String, found: Int, known: Int)
  /// A reader came before the writer had brought the file up to date.
  case olderSchema(path: String, found: Int, known: Int)
  /// The file is an SQLite database, but not one of this product.
  case foreignDatabase(path: String, applicationID: Int)
  /// A migration would leave rows that refer to nothing.
  case danglingRows(path: String, table: String)
  /// A stored value that the schema does not allow: the file is damaged or was edited.
  case unreadable(table: String, column: String)
  /// A write that must meet exactly one row met another number.
  case rowMissing(table: String, what: String)
  /// An event that does not fit its entry: see the lengths in `EventLog`.
  case eventTooLong(kind: String)
  /// A statement was used inside itself or with another number of arguments: a mistake of the program.
  case misuse(what: String)
  /// SQLite gave the whole transaction up while it was being written, as it does when the disk is full.
  case transactionLost(path: String)
  /// Another process serves or writes this folder; its process id where it could be read.
  case folderLocked(path: String, holder: Int?)
  /// A copy was given up because the service stops.
  case copyStopped
  /// A system call failed with this `errno`.
  case system(call: String, path: String, code: Int32)
}

extension SQLiteStoreError {
  /// The last error of a connection.
  init(_ connection: OpaquePointer?, path: String, what: String) {
    let message = sqlite3_errmsg(connection).map { String(cString: $0) } ?? ""
    let extended = sqlite3_extended_errcode(connection)
    self = .sqlite(path: path, code: extended & 0xFF, extended: extended, what: what, message: message)
  }

  /// Whether a rule of the schema said no, rather than the disk.
  package var isRefusal: Bool {
    if case .sqlite(_, SQLITE_CONSTRAINT, _, _, _) = self { return true }
    return false
  }
}
