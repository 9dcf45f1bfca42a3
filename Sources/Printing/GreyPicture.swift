import UseCases

/// A raster as a binary PGM, the one format `sathach-symbols` takes: one byte a dot, 0 black and 255 white.
enum GreyPicture {
  static func file(of raster: Raster) throws(PrintingError) -> [UInt8] {
    try raster.check()
    return Array("P5\n\(raster.width) \(raster.height)\n255\n".utf8) + raster.dots.map { $0 ? 0 : 255 }
  }
}
