import CXlsxwriter
import Glibc

/// libxlsxwriter, opened for as long as this value lives.
final class XlsxLibrary {
  typealias Book = UnsafeMutablePointer<lxw_workbook>
  typealias Sheet = UnsafeMutablePointer<lxw_worksheet>
  typealias Format = UnsafeMutablePointer<lxw_format>

  let newBook: @convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<lxw_workbook_options>) -> Book?
  let addSheet: @convention(c) (Book, UnsafePointer<CChar>?) -> Sheet?
  let addFormat: @convention(c) (Book) -> Format?
  let setProperties: @convention(c) (Book, UnsafeMutablePointer<lxw_doc_properties>) -> UInt32
  let closeBook: @convention(c) (Book) -> UInt32
  let writeText: @convention(c) (Sheet, UInt32, UInt16, UnsafePointer<CChar>, Format?) -> UInt32
  let writeNumber: @convention(c) (Sheet, UInt32, UInt16, Double, Format?) -> UInt32
  let setColumn: @convention(c) (Sheet, UInt16, UInt16, Double, Format?) -> UInt32
  let freeze: @convention(c) (Sheet, UInt32, UInt16) -> Void
  let repeatRows: @convention(c) (Sheet, UInt32, UInt32) -> UInt32
  let setLandscape: @convention(c) (Sheet) -> Void
  let setPaper: @convention(c) (Sheet, UInt8) -> Void
  let fitPages: @convention(c) (Sheet, UInt16, UInt16) -> Void
  let setNumberFormat: @convention(c) (Format, UnsafePointer<CChar>) -> Void
  let setBold: @convention(c) (Format) -> Void
  let setWrap: @convention(c) (Format) -> Void
  let setBorder: @convention(c) (Format, UInt8) -> Void

  private let handle: UnsafeMutableRawPointer

  /// As Debian names it, then as a machine with the development package does.
  private static let names = ["libxlsxwriter.so.4", "libxlsxwriter.so"]

  init() throws(SpreadsheetError) {
    guard let handle = Self.names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first else {
      throw .libraryMissing(dlerror().map { String(cString: $0) } ?? Self.names[0])
    }
    self.handle = handle
    newBook = try Self.function("workbook_new_opt", in: handle)
    addSheet = try Self.function("workbook_add_worksheet", in: handle)
    addFormat = try Self.function("workbook_add_format", in: handle)
    setProperties = try Self.function("workbook_set_properties", in: handle)
    closeBook = try Self.function("workbook_close", in: handle)
    writeText = try Self.function("worksheet_write_string", in: handle)
    writeNumber = try Self.function("worksheet_write_number", in: handle)
    setColumn = try Self.function("worksheet_set_column", in: handle)
    freeze = try Self.function("worksheet_freeze_panes", in: handle)
    repeatRows = try Self.function("worksheet_repeat_rows", in: handle)
    setLandscape = try Self.function("worksheet_set_landscape", in: handle)
    setPaper = try Self.function("worksheet_set_paper", in: handle)
    fitPages = try Self.function("worksheet_fit_to_pages", in: handle)
    setNumberFormat = try Self.function("format_set_num_format", in: handle)
    setBold = try Self.function("format_set_bold", in: handle)
    setWrap = try Self.function("format_set_text_wrap", in: handle)
    setBorder = try Self.function("format_set_bottom", in: handle)
  }

  deinit {
    dlclose(handle)
  }

  /// The prototypes above are those of libxlsxwriter 1.x; its row is 32 bits wide and its column 16.
  private static func function<Function>(
    _ name: String, in handle: UnsafeMutableRawPointer
  ) throws(SpreadsheetError) -> Function {
    guard let address = dlsym(handle, name) else { throw .functionMissing(name) }
    return unsafeBitCast(address, to: Function.self)
  }
}
