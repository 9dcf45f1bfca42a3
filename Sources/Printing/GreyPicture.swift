import UseCases

/// A picture as a binary PGM, the one format `sathach-symbols` takes: one byte a dot, 0 black and 255 white.
enum GreyPicture {
  static func file(of raster: Raster) throws(PrintingError) -> [UInt8] {
    try raster.check()
    let header = Array("P5\n\(raster.width) \(raster.height)\n255\n".utf8)
    var file = header + [UInt8](repeating: 255, count: raster.dots.count)
    let dots = raster.dots
    for index in dots.indices where dots[index] { file[header.count + index] = 0 }
    return file
  }

  static func file(of frame: GreyFrame) throws(PrintingError) -> [UInt8] {
    let sides = 1...Design.largestSide
    guard sides.contains(frame.width), sides.contains(frame.height), frame.width * frame.height == frame.values.count
    else { throw .unfitRaster(width: frame.width, height: frame.height, dots: frame.values.count) }
    return Array("P5\n\(frame.width) \(frame.height)\n255\n".utf8) + frame.values
  }
}
