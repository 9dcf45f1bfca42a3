import CQRencode
import Glibc
import UseCases

/// Draws texts as QR symbols with libqrencode, in the smallest version that holds them.
package struct QRPainter: SymbolDrawing {
  package static let lengths = 1...512

  package init() {}

  /// Slip texts are digits, which QR packs three to ten bits. Level Q survives a quarter of the symbol being lost, which
  /// a folded or stained slip needs. 512 digits come to 69 × 69 modules.
  package func symbol(for digits: String) throws(QRSymbolError) -> QRMatrix {
    try draw(digits, level: QR_ECLEVEL_Q) { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Addresses and keys on a screen, which is never folded: level M, for larger modules. Printable ASCII only, since
  /// readers disagree about the encoding of anything else. 512 characters come to 93 × 93 modules.
  package func symbol(forText text: String) throws(QRSymbolError) -> QRMatrix {
    try draw(text, level: QR_ECLEVEL_M) { (0x20...0x7E).contains($0) }
  }

  private func draw(
    _ text: String, level: QRecLevel, _ isDrawn: (UInt8) -> Bool
  ) throws(QRSymbolError) -> QRMatrix {
    let bytes = text.utf8
    guard Self.lengths.contains(bytes.count) else { throw .lengthOutOfRange(bytes.count) }
    for (index, byte) in bytes.enumerated() where !isDrawn(byte) {
      throw level == QR_ECLEVEL_Q ? .notADigit(at: index) : .notPrintable(at: index)
    }
    // The hint looks wrong for digits but is not: 8-bit lets libqrencode choose numeric mode by itself, numeric makes
    // it fail.
    guard let drawn = QRcode_encodeString(text, 0, level, QR_MODE_8, 1) else { throw .notDrawn(code: errno) }
    defer { QRcode_free(drawn) }
    let size = Int(drawn.pointee.width)
    // The lowest bit of a module is its colour; the others tell what it is part of.
    let modules = UnsafeBufferPointer(start: drawn.pointee.data, count: size * size).map { $0 & 1 == 1 }
    return QRMatrix(size: size, modules: modules)
  }
}
