import Bundles
import CPostgres
import Glibc

/// An argument of a statement, sent as text.
enum PostgresValue {
  case null
  case number(Int64)
  case text(String)
  case flag(Bool)
  case bytes([UInt8])

  init(_ number: Int) { self = .number(Int64(number)) }

  init(_ number: Int?) { self = number.map { .number(Int64($0)) } ?? .null }

  init(_ number: Int64?) { self = number.map { .number($0) } ?? .null }

  init(_ text: String?) { self = text.map { .text($0) } ?? .null }

  init(_ bytes: [UInt8]?) { self = bytes.map { .bytes($0) } ?? .null }

  /// An array of ids, device numbers and other words that hold no quotation mark and no backslash.
  static func words(_ words: [String]) -> PostgresValue {
    .text("{\(words.map { "\"\($0)\"" }.joined(separator: ","))}")
  }

  static func numbers(_ numbers: [Int64]) -> PostgresValue {
    .text("{\(numbers.map(String.init).joined(separator: ","))}")
  }

  /// Two arrays, of the boxes and of the numbers.
  static func ids(_ ids: [BundledID]) -> [PostgresValue] {
    [.words(ids.map(\.origin.text)), .numbers(ids.map(\.number))]
  }

  static func keys(_ keys: [[UInt8]]) -> PostgresValue {
    .text("{\(keys.map { "\"\\\(hexadecimal($0))\"" }.joined(separator: ","))}")
  }

  /// Nil for null. PostgreSQL's texts hold no zero, and neither do C's.
  private var text: String? {
    switch self {
    case .null: nil
    case .number(let number): String(number)
    case .text(let text): text.contains("\0") ? String(text.filter { $0 != "\0" }) : text
    case .flag(let flag): flag ? "t" : "f"
    case .bytes(let bytes): PostgresValue.hexadecimal(bytes)
    }
  }

  static func withTexts<T>(_ values: [PostgresValue], _ body: ([UnsafePointer<CChar>?]) -> T) -> T {
    let copies = values.map { value in value.text.flatMap { strdup($0) } }
    defer { for copy in copies { free(copy) } }
    return body(copies.map { UnsafePointer($0) })
  }

  /// As PostgreSQL reads and writes `bytea`: `\x0a1b`.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = [0x5C, 0x78]
    text.reserveCapacity(2 + bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// One row of an answer, in either of PostgreSQL's forms; columns count from 0.
struct PostgresRow {
  let result: OpaquePointer?
  let row: Int32

  func isNull(_ column: Int32) -> Bool { PQgetisnull(result, row, column) == 1 }

  func number(_ column: Int32) -> Int64 {
    guard let start = PQgetvalue(result, row, column) else { return 0 }
    return isBinary(column) ? Self.number(binary(start, column)) : Int64(atoll(start))
  }

  private func isBinary(_ column: Int32) -> Bool { PQfformat(result, column) == 1 }

  private func binary(_ start: UnsafeMutablePointer<CChar>, _ column: Int32) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
  }

  /// Of `integer` and `bigint`, the highest byte first; null is no bytes.
  private static func number(_ bytes: UnsafeRawBufferPointer) -> Int64 {
    guard let first = bytes.first else { return 0 }
    return bytes.dropFirst().reduce(Int64(Int8(bitPattern: first))) { $0 << 8 | Int64($1) }
  }

  func int(_ column: Int32) -> Int { Int(number(column)) }

  func flag(_ column: Int32) -> Bool {
    PQgetvalue(result, row, column)?.pointee == (isBinary(column) ? 1 : CChar(bitPattern: UInt8(ascii: "t")))
  }

  func optionalNumber(_ column: Int32) -> Int64? { isNull(column) ? nil : number(column) }

  func optionalInt(_ column: Int32) -> Int? { isNull(column) ? nil : int(column) }

  func text(_ column: Int32) -> String { PQgetvalue(result, row, column).map { String(cString: $0) } ?? "" }

  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  /// Of a column of `bytea`; as text that is hexadecimal.
  func bytes(_ column: Int32) -> [UInt8] {
    guard let start = PQgetvalue(result, row, column) else { return [] }
    if isBinary(column) { return Array(binary(start, column)) }
    let count = Int(PQgetlength(result, row, column))
    guard count >= 2 else { return [] }
    return stride(from: 2, to: count - 1, by: 2).map { place in
      PostgresRow.digit(start[place]) << 4 | PostgresRow.digit(start[place + 1])
    }
  }

  func optionalBytes(_ column: Int32) -> [UInt8]? { isNull(column) ? nil : bytes(column) }

  private static func digit(_ character: CChar) -> UInt8 {
    let byte = UInt8(bitPattern: character)
    return byte <= UInt8(ascii: "9") ? byte &- UInt8(ascii: "0") : byte &- UInt8(ascii: "a") &+ 10
  }
}
