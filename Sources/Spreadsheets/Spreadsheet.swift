/// What stands in one cell, typed, so that numbers are numbers and no text is ever a formula.
package enum SpreadsheetCell: Equatable, Sendable {
  case empty
  case text(String)
  case number(Double)
  /// Days since 1 January 1970, shown as a date.
  case date(daysSince1970: Int)
  case flag(Bool)
}

/// Writes an XLSX workbook, sheet after sheet and row after row, in constant memory: 100,000 rows take 10 MiB.
///
/// Blocks its thread; never to be used on the writer. The file is whole once ``finish()`` has returned; before, it is not there.
package final class Spreadsheet {
  /// The first row of a sheet, in bold, and how wide its columns are, in characters.
  package struct Sheet: Sendable {
    package let name: String
    package let columns: [(title: String, width: Double)]

    /// - Parameter name: at most 31 characters, none of `[]:*?/\`.
    package init(name: String, columns: [(title: String, width: Double)]) {
      self.name = name
      self.columns = columns
    }
  }

  private let library: SpreadsheetLibrary
  private let path: String
  private var book: UnsafeMutableRawPointer?
  private var sheet: UnsafeMutableRawPointer?
  private var row: UInt32 = 0
  private let bold: UnsafeMutableRawPointer?
  private let date: UnsafeMutableRawPointer?
  private let wrap: UnsafeMutableRawPointer?

  /// - Parameter temporary: a folder for what does not fit into memory while it is written.
  package init(path: String, temporary: String) throws(SpreadsheetError) {
    let library = try SpreadsheetLibrary.open()
    let made = temporary.withCString { folder -> UnsafeMutableRawPointer? in
      var options = Options(constantMemory: 1, folder: folder, large: 0)
      return path.withCString { path in withUnsafePointer(to: &options) { library.newWorkbook(path, $0) } }
    }
    guard let made else { throw .notMade(path: path) }
    (self.library, self.path, book) = (library, path, made)
    bold = library.addFormat(made)
    date = library.addFormat(made)
    wrap = library.addFormat(made)
    if let bold { library.setBold(bold) }
    if let wrap { library.setWrap(wrap) }
    if let date { "dd/mm/yyyy".withCString { library.setNumberFormat(date, $0) } }
  }

  /// `lxw_workbook_options` of libxlsxwriter 1.1.
  private struct Options {
    let constantMemory: UInt8
    let folder: UnsafePointer<CChar>?
    let large: UInt8
  }

  deinit {
    if let book { _ = library.closeWorkbook(book) }
  }

  /// Begins a sheet; the one before is done.
  package func begin(_ new: Sheet) throws(SpreadsheetError) {
    guard let book else { throw .misuse }
    guard let sheet = new.name.withCString({ library.addWorksheet(book, $0) }) else { throw .notMade(path: path) }
    (self.sheet, row) = (sheet, 0)
    for (place, column) in new.columns.enumerated() {
      try check(library.setColumn(sheet, UInt16(place), UInt16(place), column.width, nil))
    }
    if new.columns.contains(where: { !$0.title.isEmpty }) {
      for (place, column) in new.columns.enumerated() {
        try write(.text(column.title), column: UInt16(place), format: bold)
      }
      row = 1
      library.freezePanes(sheet, 1, 0)
    }
  }

  /// - Parameter isWrapped: texts go on in further lines of their cell.
  package func add(_ cells: [SpreadsheetCell], isWrapped: Bool = false) throws(SpreadsheetError) {
    for (place, cell) in cells.enumerated() {
      try write(cell, column: UInt16(place), format: isWrapped ? wrap : nil)
    }
    row += 1
  }

  private func write(
    _ cell: SpreadsheetCell, column: UInt16, format: UnsafeMutableRawPointer?
  ) throws(SpreadsheetError) {
    guard let sheet else { throw .misuse }
    switch cell {
    case .empty: return
    case .text(let text):
      guard !text.isEmpty else { return }
      try check(text.withCString { library.writeString(sheet, row, column, $0, format) })
    case .number(let number): try check(library.writeNumber(sheet, row, column, number, format))
    case .date(let days):
      // 25,569 is 1 January 1970 by the count of worksheets.
      try check(library.writeNumber(sheet, row, column, Double(days + 25_569), date))
    case .flag(let flag): try check(library.writeBoolean(sheet, row, column, flag ? 1 : 0, format))
    }
  }

  /// Writes the file out.
  package func finish() throws(SpreadsheetError) {
    guard let book else { throw .misuse }
    self.book = nil
    sheet = nil
    try check(library.closeWorkbook(book))
  }

  private func check(_ code: Int32) throws(SpreadsheetError) {
    guard code == 0 else { throw .notWritten(path: path, code: code) }
  }
}
