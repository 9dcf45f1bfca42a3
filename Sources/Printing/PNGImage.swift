import CZlib
import UseCases

/// A raster as a PNG file of one bit a dot that knows its size on paper.
///
/// The chunks are IHDR, pHYs (203 dots an inch), IDAT, IEND. The same raster gives the same bytes, as long as zlib is
/// the same.
package struct PNGImage: Equatable, Sendable {
  package let bytes: [UInt8]

  package init(_ raster: Raster) throws(PrintingError) {
    try raster.check()
    let header = UInt32(raster.width).bigEndianBytes + UInt32(raster.height).bigEndianBytes
    let density = UInt32(Self.dotsPerMetre).bigEndianBytes
    // One bit, grey, and the only methods of compression, filtering and order of rows (not interlaced) there are.
    bytes =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + Self.chunk("IHDR", header + [1, 0, 0, 0, 0])
      + Self.chunk("pHYs", density + density + [1])
      + Self.chunk("IDAT", try Self.compressed(Self.rows(of: raster)))
      + Self.chunk("IEND", [])
  }

  /// 203 dots an inch of 0.0254 m.
  static let dotsPerMetre = (PaperSize.dotsPerInch * 10_000 + 127) / 254

  /// Each row is a filter byte, 0 for none, and eight dots a byte from the highest bit, where a set bit is white.
  private static func rows(of raster: Raster) -> [UInt8] {
    let length = (raster.width + 7) / 8
    var rows: [UInt8] = []
    rows.reserveCapacity((length + 1) * raster.height)
    for row in 0..<raster.height {
      var packed = [UInt8](repeating: 0, count: length)
      for column in 0..<raster.width where !raster.dots[row * raster.width + column] {
        packed[column / 8] |= 0x80 >> UInt8(column % 8)
      }
      rows.append(0)
      rows += packed
    }
    return rows
  }

  private static func compressed(_ bytes: [UInt8]) throws(PrintingError) -> [UInt8] {
    var length = compressBound(uLong(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(length))
    let code = compress2(&packed, &length, bytes, uLong(bytes.count), Z_BEST_COMPRESSION)
    guard code == Z_OK else { throw .notCompressed(code: code) }
    return Array(packed.prefix(Int(length)))
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let checked = Array(name.utf8) + content
    let sum = UInt32(truncatingIfNeeded: crc32(0, checked, uInt(checked.count)))
    return UInt32(content.count).bigEndianBytes + checked + sum.bigEndianBytes
  }
}

extension UInt32 {
  fileprivate var bigEndianBytes: [UInt8] {
    [UInt8(self >> 24), UInt8(self >> 16 & 255), UInt8(self >> 8 & 255), UInt8(self & 255)]
  }
}

extension Raster {
  /// Rasters may come from elsewhere; whoever goes through their dots asks first whether all are there.
  func check() throws(PrintingError) {
    let sides = 1...Design.largestSide
    guard sides.contains(width), sides.contains(height), dots.count == width * height else {
      throw .unfitRaster(width: width, height: height, dots: dots.count)
    }
  }
}
