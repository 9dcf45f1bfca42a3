import CPostgres

/// Everything the province's store can fail with. Statements are named without their arguments, which may be personal.
package enum PostgresError: Error, Equatable, Sendable {
  /// Nobody answers at the address, or the connection broke. `message` is libpq's.
  case noConnection(message: String)
  /// PostgreSQL refused a statement. `state` is its SQLSTATE of five letters; `message` is empty where it might quote a value.
  case refused(state: String, what: String, message: String)
  /// The database was brought up to date by a later program; nothing in it was touched.
  case newerSchema(found: Int, known: Int)
  /// The database was not brought up to date yet.
  case olderSchema(found: Int, known: Int)
  /// A stored value that the schema does not allow.
  case unreadable(table: String, column: String)
  /// An answer of another shape than the statement has: a mistake of the program.
  case misuse(what: String)
}

extension PostgresError {
  /// Worth trying again later: the server is away, starts, stops, is full, or was cut short.
  package var isPassing: Bool {
    switch self {
    case .noConnection: true
    // Connection (08), resources such as the disk (53), the operator's stop (57), input and output (58), and
    // transactions that met (40).
    case .refused(let state, _, _): ["08", "53", "57", "58", "40"].contains(String(state.prefix(2)))
    case .newerSchema, .olderSchema, .unreadable, .misuse: false
    }
  }

  /// A row that is there already was to be made once more.
  var isDouble: Bool {
    guard case .refused("23505", _, _) = self else { return false }
    return true
  }

  init(_ result: OpaquePointer?, on connection: OpaquePointer, what: String) {
    let state = PQresultErrorField(result, PostgresError.sqlState).map { String(cString: $0) } ?? ""
    guard PQstatus(connection) == CONNECTION_OK, !state.isEmpty else {
      self = .noConnection(message: PostgresError.line(PQerrorMessage(connection)))
      return
    }
    // Classes 22 and 23, data and constraints, quote the values they complain about.
    let isQuoting = state.hasPrefix("22") || state.hasPrefix("23")
    let message = PQresultErrorField(result, PostgresError.primaryMessage)
    self = .refused(state: state, what: what, message: isQuoting ? "" : PostgresError.line(message))
  }

  static func line(_ text: UnsafePointer<CChar>?) -> String {
    guard let text else { return "" }
    return String(cString: text).split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  // PG_DIAG_SQLSTATE and PG_DIAG_MESSAGE_PRIMARY, which are characters in C.
  private static let sqlState = Int32(UInt8(ascii: "C"))
  private static let primaryMessage = Int32(UInt8(ascii: "M"))
}
