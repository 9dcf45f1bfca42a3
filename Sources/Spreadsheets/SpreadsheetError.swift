/// Why a workbook was not written.
package enum SpreadsheetError: Error, Equatable, Sendable {
  /// Not on this machine; the package is `libxlsxwriter4`.
  case libraryMissing(name: String)
  /// Another version of the library.
  case functionMissing(name: String)
  case notMade(path: String)
  /// The library's own number; 14 is a text that is too long.
  case notWritten(path: String, code: Int32)
  /// Rows are written from the top, each once.
  case misuse
}
