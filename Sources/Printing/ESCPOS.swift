import UseCases

/// What receipt printers are told: a raster, paper fed past the cutter, a cut. Text is never sent as text, since these
/// printers' character sets have no Vietnamese. The commands are listed in <doc:Receipts>.
package enum ESCPOS {
  /// Rows of dots sent at once: printers keep a band in a small memory.
  static let band = 128

  /// All bytes of one sheet.
  package static func job(_ raster: Raster) throws(PrintingError) -> [UInt8] {
    try raster.check()
    let length = (raster.width + 7) / 8
    var bytes = initialise
    for top in stride(from: 0, to: raster.height, by: band) {
      let rows = min(band, raster.height - top)
      bytes += [0x1D, 0x76, 0x30, 0, UInt8(length & 255), UInt8(length >> 8), UInt8(rows & 255), UInt8(rows >> 8)]
      for row in top..<top + rows { bytes += packed(raster, row, length) }
    }
    return bytes + feedAndCut
  }

  private static func packed(_ raster: Raster, _ row: Int, _ length: Int) -> [UInt8] {
    var packed = [UInt8](repeating: 0, count: length)
    for column in 0..<raster.width where raster.dots[row * raster.width + column] {
      packed[column / 8] |= 0x80 >> UInt8(column % 8)
    }
    return packed
  }

  /// ESC @
  private static let initialise: [UInt8] = [0x1B, 0x40]
  /// ESC d 3 feeds three lines, GS V 66 0 feeds to the cutter and cuts; printers without one pass over it.
  private static let feedAndCut: [UInt8] = [0x1B, 0x64, 3, 0x1D, 0x56, 66, 0]

  /// A question of status, DLE EOT n, and what its one byte of answer says.
  enum Question: UInt8, CaseIterable {
    case printer = 1
    case cause = 2
    case error = 3
    case paper = 4

    var bytes: [UInt8] { [0x10, 0x04, rawValue] }

    /// Bits 1 and 4 are set and bits 0 and 7 clear in every answer, so that noise is told from one.
    static func isAnswer(_ byte: UInt8) -> Bool { byte & 0b1001_0011 == 0b0001_0010 }

    func trouble(in byte: UInt8) -> PrinterTrouble? {
      switch self {
      case .paper: byte & 0x60 != 0 ? .outOfPaper : nil
      case .cause: byte & 0x04 != 0 ? .coverOpen : byte & 0x20 != 0 ? .outOfPaper : byte & 0x40 != 0 ? .faulty : nil
      case .error: byte & 0x68 != 0 ? .faulty : nil
      case .printer: byte & 0x08 != 0 ? .offline : nil
      }
    }
  }
}
