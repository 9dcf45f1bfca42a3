/// Reads separated values (RFC 4180) as Excel, LibreOffice and web forms write them.
///
/// The separator is a comma, a semicolon or a tab: whichever stands most often in the first row, or what a first line `sep=;` says, as Excel
/// writes it. Lines end in LF, CRLF or CR; a quoted cell may hold separators, doubled quotes and line breaks.
package struct CSVReader {
  private let bytes: [UInt8]
  private let limits: TableLimits
  private let separator: UInt8
  private var at = 0
  private var line = 1

  /// Rows one after the other, blank ones left out.
  package static func read(
    _ file: [UInt8], limits: TableLimits = .standard, row: (TableRow) throws(Finding) -> Void
  ) throws(Finding) {
    var reader = CSVReader(try TextDecoding.utf8(of: file).bytes, limits: limits)
    var count = 0
    while let next = try reader.row() {
      guard !next.isBlank else { continue }
      count += 1
      guard count <= limits.rows else { throw Finding(.tooManyRows, [String(limits.rows)], line: next.line) }
      try row(next)
    }
  }

  package static func table(_ file: [UInt8], limits: TableLimits = .standard) throws(Finding) -> Table {
    var table = Table()
    try read(file, limits: limits) { row throws(Finding) in table.rows.append(row) }
    return table
  }

  private init(_ bytes: [UInt8], limits: TableLimits) {
    self.bytes = bytes
    self.limits = limits
    if let given = Self.given(bytes) {
      (separator, at, line) = (given.separator, given.length, 2)
    } else {
      separator = Self.likeliest(bytes)
    }
  }

  /// `sep=;` and the end of its line.
  private static func given(_ bytes: [UInt8]) -> (separator: UInt8, length: Int)? {
    guard bytes.starts(with: "sep=".utf8), bytes.count > 5 else { return nil }
    switch (bytes[5], bytes.dropFirst(6).first) {
    case (0x0D, 0x0A): return (bytes[4], 7)
    case (0x0A, _), (0x0D, _): return (bytes[4], 6)
    default: return nil
    }
  }

  private static func likeliest(_ bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var sawText = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        if sawText { break }
        continue
      }
      sawText = true
      counts[byte, default: 0] += 1
    }
    let known = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return known.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? known[0]
  }

  private mutating func row() throws(Finding) -> TableRow? {
    guard at < bytes.count else { return nil }
    let start = line
    var cells: [String] = []
    while true {
      cells.append(try cell(number: cells.count + 1))
      guard cells.count <= limits.columns else {
        throw Finding(.tooManyColumns, [String(limits.columns)], line: start)
      }
      guard at < bytes.count, bytes[at] == separator else { break }
      at += 1
    }
    takeLineEnd()
    return TableRow(line: start, cells: cells)
  }

  private mutating func takeLineEnd() {
    guard at < bytes.count else { return }
    at += bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
    line += 1
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == 0x0A || byte == 0x0D
  }

  private mutating func cell(number: Int) throws(Finding) -> String {
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
      let start = at
      while at < bytes.count, !isEnd(bytes[at]) { at += 1 }
      return try text(bytes[start..<at], line: line, column: number)
    }
    return try quoted(number: number)
  }

  private mutating func quoted(number: Int) throws(Finding) -> String {
    let start = line
    var content: [UInt8] = []
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\"") {
        guard at < bytes.count, bytes[at] == byte else {
          guard at == bytes.count || isEnd(bytes[at]) else {
            throw Finding(.textAfterQuote, line: line, column: number)
          }
          return try text(content[...], line: start, column: number)
        }
        at += 1
      }
      if byte == 0x0A || (byte == 0x0D && (at == bytes.count || bytes[at] != 0x0A)) { line += 1 }
      content.append(byte)
    }
    throw Finding(.quoteNotClosed, line: start, column: number)
  }

  private func text(_ content: ArraySlice<UInt8>, line: Int, column: Int) throws(Finding) -> String {
    guard content.count <= limits.cellBytes else {
      throw Finding(.cellTooLong, [String(limits.cellBytes)], line: line, column: column)
    }
    return String(decoding: content, as: UTF8.self)
  }
}
