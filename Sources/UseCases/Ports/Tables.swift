/// A row of a table from outside, as texts; blank rows are left out.
package struct SheetRow: Equatable, Sendable {
  /// The line on which it begins, or the number of its row in a worksheet; from 1.
  package let line: Int
  package let cells: [String]
  /// Columns, from 0, whose value a formula computed when the worksheet was last saved.
  package let formulas: [Int]

  package init(line: Int, cells: [String], formulas: [Int] = []) {
    self.line = line
    self.cells = cells
    self.formulas = formulas
  }
}

/// Why a table from outside is not read.
package enum TableFault: Error, Equatable, Sendable {
  case empty
  case tooLarge
  /// Neither separated values nor a workbook.
  case unknownFormat
  /// Letters of an encoding from before Unicode.
  case unknownEncoding
  /// Nil where the whole file is meant.
  case damaged(line: Int?)
  /// The program that reads files from outside could not be run or ended.
  case readerFailed
}

/// Reads lists that people bring: separated values and workbooks. Takes up to a minute, so never on the writer.
package protocol TableReading: Sendable {
  /// - Throws: ``TableFault``
  func rows(of bytes: [UInt8]) throws -> [SheetRow]
}
