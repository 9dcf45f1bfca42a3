/// One row of a table from outside, as texts.
package struct TableRow: Equatable, Sendable {
  /// The line on which it begins, or the number of its row in a worksheet; from 1.
  package let line: Int
  /// Composed (NFC), otherwise as they came; numbers, dates and truth values of worksheets as ``Table`` says.
  package let cells: [String]
  /// Columns, from 0, whose value a formula computed when the worksheet was last saved.
  package let formulas: [Int]

  package init(line: Int, cells: [String], formulas: [Int] = []) {
    self.line = line
    self.cells = cells
    self.formulas = formulas
  }

  package var isBlank: Bool {
    cells.allSatisfy { $0.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } }
  }

  /// The cell, or an empty text beyond the end of the row.
  package subscript(_ column: Int) -> String {
    cells.indices.contains(column) ? cells[column] : ""
  }
}

/// A whole table from outside; blank rows are left out.
///
/// Cells of a worksheet become texts so: numbers in the shortest form that reads back to the same number, whole ones
/// without a point; dates as `YYYY-MM-DD`, with a time of day as `YYYY-MM-DDTHH:MM:SS`, times alone as `HH:MM:SS`; truth values as `TRUE`
/// and `FALSE`; errors as they are shown, as in `#REF!`.
package struct Table: Equatable, Sendable {
  package var rows: [TableRow]
  package var notes: [Finding]

  package init(rows: [TableRow] = [], notes: [Finding] = []) {
    self.rows = rows
    self.notes = notes
  }
}

/// What a table from outside may use up.
package struct TableLimits: Sendable {
  package var rows = 200_000
  package var columns = 256
  /// UTF-8 bytes of one cell; a worksheet's cell holds 32,767 characters.
  package var cellBytes = 131_072

  package init() {}

  package static let standard = TableLimits()
}
