import CQRencode
import Glibc
import UseCases

/// Draws slip texts as QR symbols with libqrencode.
///
/// Slip texts are digits, which QR packs three to ten bits. Level Q survives a quarter of the symbol being lost,
/// which a folded or stained slip needs. The smallest version that holds the text is taken: 512 digits come to 69 ×
/// 69 modules.
package struct QRPainter: SymbolDrawing {
  package static let lengths = 1...512

  package init() {}

  package func symbol(for digits: String) throws(QRSymbolError) -> QRMatrix {
    let bytes = digits.utf8
    guard Self.lengths.contains(bytes.count) else { throw .lengthOutOfRange(bytes.count) }
    for (index, byte) in bytes.enumerated() where !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      throw .notADigit(at: index)
    }
    // The hint looks wrong but is not: 8-bit lets libqrencode choose numeric mode by itself, numeric makes it fail.
    guard let drawn = QRcode_encodeString(digits, 0, QR_ECLEVEL_Q, QR_MODE_8, 1) else { throw .notDrawn(code: errno) }
    defer { QRcode_free(drawn) }
    let size = Int(drawn.pointee.width)
    // The lowest bit of a module is its colour; the others tell what it is part of.
    let modules = UnsafeBufferPointer(start: drawn.pointee.data, count: size * size).map { $0 & 1 == 1 }
    return QRMatrix(size: size, modules: modules)
  }
}
