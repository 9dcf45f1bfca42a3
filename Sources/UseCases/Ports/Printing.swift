/// What a printed sheet says, in order, without saying how it looks: slips, advice sheets and, later, seat tickets.
package struct Paper: Equatable, Sendable {
  package enum Block: Equatable, Sendable {
    /// A frame around a warning such as "PHIẾU MẪU".
    case banner(String)
    case title(String)
    /// The one thing to see first, such as the outcome.
    case emphasis(String)
    case text(String)
    case small(String)
    case fact(label: String, value: String)
    case heading(String)
    /// A spoken code in its groups.
    case code(label: String, groups: [String])
    case symbol(QRMatrix)
    case line
  }

  package let blocks: [Block]

  package init(blocks: [Block]) {
    self.blocks = blocks
  }
}

/// The sheets printers take. Thermal printers have 203 dots an inch; so does every raster here.
package enum PaperSize: String, Sendable, CaseIterable {
  /// 80 mm roll, of which 72 mm or 576 dots are printed.
  case roll80 = "80mm"
  /// 58 mm roll, of which 48 mm or 384 dots are printed.
  case roll58 = "58mm"
  /// 148 × 210 mm.
  case a5

  package static let dotsPerInch = 203
}

/// Black and white dots, row by row from the top, true where black.
package struct Raster: Equatable, Sendable {
  package let width: Int
  package let height: Int
  package let dots: [Bool]

  package init(width: Int, height: Int, dots: [Bool]) {
    self.width = width
    self.height = height
    self.dots = dots
  }
}

/// Draws sheets as rasters.
package protocol PaperDrawing: Sendable {
  func raster(of paper: Paper, on size: PaperSize) throws -> Raster
  /// The raster as a PNG that knows its size in millimetres.
  func picture(of raster: Raster) throws -> [UInt8]
}

/// A picture of grey values, row by row from the top, 0 black and 255 white.
package struct GreyFrame: Equatable, Sendable {
  package let width: Int
  package let height: Int
  package let values: ArraySlice<UInt8>

  package init(width: Int, height: Int, values: ArraySlice<UInt8>) {
    self.width = width
    self.height = height
    self.values = values
  }
}

/// Reads symbols out of pictures, as somebody with a scanner would.
package protocol SymbolReading: Sendable {
  /// Back out of what was drawn for printing.
  func texts(in raster: Raster) throws -> [String]
  /// Out of what a camera saw.
  func texts(in frame: GreyFrame) throws -> [String]
}
