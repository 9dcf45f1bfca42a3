/// Why a text was not drawn.
package enum QRSymbolError: Error, Equatable, Sendable {
  /// Only 1…512 digits or characters are drawn.
  case lengthOutOfRange(Int)
  /// The place of the first character that is not one of the digits 0…9, counted in bytes from 0.
  case notADigit(at: Int)
  /// The place of the first byte that is not printable ASCII, counted from 0.
  case notPrintable(at: Int)
  /// libqrencode gave up; the system's errno.
  case notDrawn(code: Int32)
}
