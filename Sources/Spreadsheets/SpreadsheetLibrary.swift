import Glibc

/// libxlsxwriter's functions, looked up when the first workbook is written: linked, the library and what stands behind it
/// would be in the memory of a server that writes a workbook once a week.
///
/// The types are those of libxlsxwriter 1.1 (`libxlsxwriter.so.4`); rows are 32 bits wide, columns 16, errors are numbers.
struct SpreadsheetLibrary: @unchecked Sendable {
  typealias Pointer = UnsafeMutableRawPointer
  typealias Text = UnsafePointer<CChar>

  let newWorkbook: @convention(c) (Text, UnsafeRawPointer?) -> Pointer?
  let addWorksheet: @convention(c) (Pointer, Text?) -> Pointer?
  let addFormat: @convention(c) (Pointer) -> Pointer?
  let setBold: @convention(c) (Pointer) -> Void
  let setWrap: @convention(c) (Pointer) -> Void
  let setNumberFormat: @convention(c) (Pointer, Text) -> Void
  let writeString: @convention(c) (Pointer, UInt32, UInt16, Text, Pointer?) -> Int32
  let writeNumber: @convention(c) (Pointer, UInt32, UInt16, Double, Pointer?) -> Int32
  let writeBoolean: @convention(c) (Pointer, UInt32, UInt16, Int32, Pointer?) -> Int32
  let setColumn: @convention(c) (Pointer, UInt16, UInt16, Double, Pointer?) -> Int32
  let freezePanes: @convention(c) (Pointer, UInt32, UInt16) -> Void
  let closeWorkbook: @convention(c) (Pointer) -> Int32

  static let name = "libxlsxwriter.so.4"

  /// Opened once and never closed.
  private static let opened = Result { () throws(SpreadsheetError) in try SpreadsheetLibrary() }

  static func open() throws(SpreadsheetError) -> SpreadsheetLibrary {
    try opened.get()
  }

  private init() throws(SpreadsheetError) {
    guard let library = dlopen(Self.name, RTLD_NOW | RTLD_LOCAL) else {
      throw .libraryMissing(name: Self.name)
    }
    func find(_ name: String) throws(SpreadsheetError) -> Pointer {
      guard let symbol = dlsym(library, name) else { throw .functionMissing(name: name) }
      return symbol
    }
    func function<Function>(_ name: String, as type: Function.Type) throws(SpreadsheetError) -> Function {
      unsafeBitCast(try find(name), to: type)
    }
    newWorkbook = try function("workbook_new_opt", as: (@convention(c) (Text, UnsafeRawPointer?) -> Pointer?).self)
    addWorksheet = try function("workbook_add_worksheet", as: (@convention(c) (Pointer, Text?) -> Pointer?).self)
    addFormat = try function("workbook_add_format", as: (@convention(c) (Pointer) -> Pointer?).self)
    setBold = try function("format_set_bold", as: (@convention(c) (Pointer) -> Void).self)
    setWrap = try function("format_set_text_wrap", as: (@convention(c) (Pointer) -> Void).self)
    setNumberFormat = try function("format_set_num_format", as: (@convention(c) (Pointer, Text) -> Void).self)
    writeString = try function(
      "worksheet_write_string", as: (@convention(c) (Pointer, UInt32, UInt16, Text, Pointer?) -> Int32).self)
    writeNumber = try function(
      "worksheet_write_number", as: (@convention(c) (Pointer, UInt32, UInt16, Double, Pointer?) -> Int32).self)
    writeBoolean = try function(
      "worksheet_write_boolean", as: (@convention(c) (Pointer, UInt32, UInt16, Int32, Pointer?) -> Int32).self)
    setColumn = try function(
      "worksheet_set_column", as: (@convention(c) (Pointer, UInt16, UInt16, Double, Pointer?) -> Int32).self)
    freezePanes = try function("worksheet_freeze_panes", as: (@convention(c) (Pointer, UInt32, UInt16) -> Void).self)
    closeWorkbook = try function("workbook_close", as: (@convention(c) (Pointer) -> Int32).self)
  }
}
