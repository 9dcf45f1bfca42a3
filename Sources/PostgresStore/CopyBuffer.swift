import CPostgres
import Glibc

/// Rows on their way into a table by `COPY … FROM STDIN (FORMAT binary)`, some twenty times as fast as statements: they are
/// gathered here, and sent whenever there is a mebibyte of them.
///
/// The values must be of exactly the columns' types: `bigint` for `Int64`, and so on.
final class CopyBuffer {
  private static let signature: [UInt8] = [
    0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00, 0, 0, 0, 0, 0, 0, 0, 0,
  ]
  private static let fullAt = 1 << 20

  let name: String
  private let connection: PostgresConnection
  private let columns: Int
  private let command: String
  private var bytes = CopyBuffer.signature
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

  func row(_ fill: (CopyBuffer) throws -> Void) throws {
    append(UInt16(columns))
    try fill(self)
    rows += 1
    if bytes.count >= CopyBuffer.fullAt { try send() }
  }

  func add(_ number: Int64) {
    append(UInt32(8))
    append(UInt64(bitPattern: number))
  }

  func add(_ number: Int64?) {
    if let number { add(number) } else { addNull() }
  }

  func add(_ number: Int) { add(Int64(number)) }

  func add(_ number: Int?) { add(number.map { Int64($0) }) }

  func add(_ flag: Bool) {
    append(UInt32(1))
    bytes.append(flag ? 1 : 0)
  }

  func add(_ value: [UInt8]) {
    append(UInt32(value.count))
    bytes += value
  }

  func add(_ value: [UInt8]?) {
    if let value { add(value) } else { addNull() }
  }

  func add(_ text: String) {
    var text = text
    let isAdded = text.withUTF8 { characters in
      let zero = characters.baseAddress.flatMap { memchr($0, 0, characters.count) }
      guard zero == nil else { return false }
      append(UInt32(characters.count))
      bytes.append(contentsOf: characters)
      return true
    }
    // PostgreSQL's texts hold no zero.
    if !isAdded { add(String(text.filter { $0 != "\0" })) }
  }

  func add(_ text: String?) {
    if let text { add(text) } else { addNull() }
  }

  func addNull() { append(UInt32.max) }

  /// What is left; to be called after the last row.
  func finish() throws {
    if bytes.count > CopyBuffer.signature.count { try send() }
  }

  private func send() throws {
    append(UInt16.max)
    let start = PQexec(connection.connection, command)
    defer { PQclear(start) }
    guard PQresultStatus(start) == PGRES_COPY_IN else {
      throw PostgresError(start, on: connection.connection, what: command)
    }
    let answer = bytes.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        PQputCopyData(connection.connection, $0.baseAddress, Int32($0.count))
      }
    }
    guard answer == 1, PQputCopyEnd(connection.connection, nil) == 1 else {
      throw PostgresError.noConnection(message: PostgresError.line(PQerrorMessage(connection.connection)))
    }
    try takeAnswer()
    bytes = CopyBuffer.signature
    bytes.reserveCapacity(CopyBuffer.fullAt * 5 / 4)
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

  private func append<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }
}
