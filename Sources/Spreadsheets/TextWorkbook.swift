import CXlsxwriter
import UseCases

/// A workbook of texts, sheet beside sheet, as tables that people fill in are: every cell a text, so that none is a formula or
/// loses its zeros.
package struct TextWorkbook {
  private let library: XlsxLibrary
  private let folder: String

  /// - Parameter folder: where the file lies while it is made; on a real disk, for it may be large.
  package init(folder: String = "/var/tmp") throws {
    library = try XlsxLibrary()
    self.folder = folder
  }

  package func bytes(of sheets: [TextSheet]) throws -> [UInt8] {
    let file = try TemporaryFile(in: folder)
    try folder.withCString { folder in
      var options = lxw_workbook_options()
      options.constant_memory = 1
      // The library wants the text without `const`, and does not change it.
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      guard let book = library.newBook(file.path, &options) else { throw SpreadsheetError.libraryRefused(code: 1) }
      do {
        for sheet in sheets { try add(sheet, to: book) }
      } catch {
        // Closing is the only way to free a book; what it writes is thrown away.
        _ = library.closeBook(book)
        throw error
      }
      try check(library.closeBook(book))
    }
    var bytes: [UInt8] = []
    try file.read { bytes += $0 }
    return bytes
  }

  private func add(_ new: TextSheet, to book: XlsxLibrary.Book) throws {
    guard let sheet = library.addSheet(book, new.name) else { throw SpreadsheetError.libraryRefused(code: 1) }
    guard new.rows.count < XlsxSheet.mostRows else { throw SpreadsheetError.tooLarge }
    let (bold, wrapped) = (library.addFormat(book), library.addFormat(book))
    if let bold { library.setBold(bold) }
    if let wrapped { library.setWrap(wrapped) }
    library.freeze(sheet, 1, 0)
    for (place, column) in new.columns.enumerated() {
      try check(library.setColumn(sheet, UInt16(place), UInt16(place), column.width, nil))
    }
    try write(new.columns.map(\.title), at: 0, in: sheet, bold)
    for (place, row) in new.rows.enumerated() {
      try write(row, at: UInt32(place + 1), in: sheet, new.isWrapped ? wrapped : nil)
    }
  }

  private func write(
    _ cells: [String], at row: UInt32, in sheet: XlsxLibrary.Sheet, _ format: XlsxLibrary.Format?
  ) throws {
    for (place, text) in cells.enumerated() where !text.isEmpty {
      try check(library.writeText(sheet, row, UInt16(place), text, format))
    }
  }

  private func check(_ code: UInt32) throws {
    guard code == 0 else { throw SpreadsheetError.libraryRefused(code: Int32(code)) }
  }
}
