import CPostgres

/// Rows on their way into a table by `COPY … FROM STDIN (FORMAT binary)`, some twenty times as fast as statements: they are
/// gathered here, and sent whenever there is a mebibyte of them.
final class CopyBuffer {
  private static let signature: [UInt8] = [
    0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00, 0, 0, 0, 0, 0, 0, 0, 0,
  ]
  private static let fullAt = 1 << 20

  let name: String
  private let connection: PostgresConnection
  private let columns: Int
  private let command: String
  private var filled = CopyRow(bytes: CopyBuffer.signature)
  private(set) var rows = 0

  init(into table: String, columns: [String], on connection: PostgresConnection) {
    name = table
    self.connection = connection
    self.columns = columns.count
    command = "COPY \(table) (\(columns.joined(separator: ", "))) FROM STDIN (FORMAT binary)"
  }

  /// - Parameter columns: with one space between.
  convenience init(_ table: String, _ columns: String, on connection: PostgresConnection) {
    self.init(into: table, columns: columns.split(separator: " ").map(String.init), on: connection)
  }

  func row(_ fill: (inout CopyRow) throws -> Void) throws {
    // Out of the object while it is filled: each access to one of its properties is checked while the program runs.
    var row = CopyRow()
    swap(&row, &filled)
    defer { swap(&row, &filled) }
    row.append(UInt16(columns))
    try fill(&row)
    rows += 1
    if row.bytes.count >= CopyBuffer.fullAt { try send(&row) }
  }

  /// What is left; to be called after the last row.
  func finish() throws {
    if filled.bytes.count > CopyBuffer.signature.count { try send(&filled) }
  }

  private func send(_ row: inout CopyRow) throws {
    row.append(UInt16.max)
    let start = PQexec(connection.connection, command)
    defer { PQclear(start) }
    guard PQresultStatus(start) == PGRES_COPY_IN else {
      throw PostgresError(start, on: connection.connection, what: command)
    }
    let answer = row.bytes.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        PQputCopyData(connection.connection, $0.baseAddress, Int32($0.count))
      }
    }
    guard answer == 1, PQputCopyEnd(connection.connection, nil) == 1 else {
      throw PostgresError.noConnection(message: PostgresError.line(PQerrorMessage(connection.connection)))
    }
    try takeAnswer()
    row.bytes.removeAll(keepingCapacity: true)
    row.bytes += CopyBuffer.signature
  }

  private func takeAnswer() throws {
    var failure: PostgresError?
    while let result = PQgetResult(connection.connection) {
      if PQresultStatus(result) != PGRES_COMMAND_OK, failure == nil {
        failure = PostgresError(result, on: connection.connection, what: command)
      }
      PQclear(result)
    }
    if let failure { throw failure }
  }
}
