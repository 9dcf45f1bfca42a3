/// Why no spreadsheet came about.
package enum SpreadsheetError: Error, Equatable, Sendable {
  /// The library is not on this machine; what the loader said.
  case libraryMissing(String)
  /// The library has no such function: another major version.
  case functionMissing(String)
  case system(call: String, code: Int32)
  /// The library's own code; 7 and near it mean that a file could not be written, most often a full disk.
  case libraryRefused(code: Int32)
  /// More rows than a sheet has (1,048,576), or more columns (16,384).
  case tooLarge
}
