import Assessment
import CXlsxwriter
import Glibc
import UseCases

/// Makes XLSX files in a temporary folder.
package struct Spreadsheets: SpreadsheetMaking {
  private let folder: String

  /// - Parameter folder: where files lie while they are made; on a real disk, for they may be large.
  package init(folder: String = "/var/tmp") {
    self.folder = folder
  }

  package func make(
    dated: Moment?, _ fill: (any ReportSink) throws -> Void, put: ([UInt8]) throws -> Void
  ) throws {
    let library = try XlsxLibrary()
    let file = try TemporaryFile(in: folder)
    try write(fill, dated, to: file, library)
    try file.read(put)
  }

  package func make(_ sheets: [TextSheet]) throws -> [UInt8] {
    try TextWorkbook(folder: folder).bytes(of: sheets)
  }

  private func write(
    _ fill: (any ReportSink) throws -> Void, _ dated: Moment?, to file: borrowing TemporaryFile, _ library: XlsxLibrary
  ) throws {
    try folder.withCString { folder in
      // The library wants the text without `const`, and does not change it.
      var options = lxw_workbook_options()
      options.constant_memory = 1
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      guard let book = library.newBook(file.path, &options) else { throw SpreadsheetError.libraryRefused(code: 1) }
      if let dated {
        var properties = lxw_doc_properties()
        properties.created = Int(dated.seconds)
        _ = library.setProperties(book, &properties)
      }
      do {
        try fill(try XlsxSheet(library, in: book))
      } catch {
        // Closing is the only way to free a book; what it writes is thrown away.
        _ = library.closeBook(book)
        throw error
      }
      let code = library.closeBook(book)
      guard code == 0 else { throw SpreadsheetError.libraryRefused(code: Int32(code)) }
    }
  }
}

/// A file that is gone with this value.
struct TemporaryFile: ~Copyable {
  let path: String

  init(in folder: String) throws(SpreadsheetError) {
    var template = Array("\(folder)/sathach-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .system(call: "mkstemp", code: errno) }
    close(descriptor)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    unlink(path)
  }

  borrowing func read(_ put: ([UInt8]) throws -> Void) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SpreadsheetError.system(call: "open", code: errno) }
    defer { close(descriptor) }
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &room, room.count)
      guard count >= 0 else { throw SpreadsheetError.system(call: "read", code: errno) }
      if count == 0 { return }
      try put(Array(room.prefix(count)))
    }
  }
}
