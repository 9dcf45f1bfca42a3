/// Writes separated values that Excel and LibreOffice open as they were meant: UTF-8 with a byte order mark, CRLF, quotes
/// where they must be.
package struct CSVWriter {
  package enum Separator: Character, Sendable {
    case comma = ","
    /// What Excel expects where the system's decimal sign is a comma, as in Vietnamese.
    case semicolon = ";"
  }

  private let separator: UInt8
  package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  package init(separator: Separator = .comma) {
    self.separator = separator == .comma ? UInt8(ascii: ",") : UInt8(ascii: ";")
  }

  package mutating func add(_ cells: [String]) {
    for (column, cell) in cells.enumerated() {
      if column > 0 { bytes.append(separator) }
      add(cell)
    }
    bytes += [0x0D, 0x0A]
  }

  private mutating func add(_ cell: String) {
    let mustQuote =
      cell.utf8.contains { $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      || cell.utf8.first == 0x20 || cell.utf8.last == 0x20
    guard mustQuote else {
      bytes += cell.utf8
      return
    }
    bytes.append(0x22)
    for byte in cell.utf8 {
      bytes.append(byte)
      if byte == 0x22 { bytes.append(byte) }
    }
    bytes.append(0x22)
  }
}
