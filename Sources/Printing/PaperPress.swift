import UseCases

/// Draws papers in the first pair of faces that is installed.
///
/// The faces are opened anew for each sheet, which takes well under a millisecond: so nothing is shared between
/// threads, and a server that prints once an hour keeps no font in memory.
package struct PaperPress: PaperDrawing {
  package let faces: FacePair

  /// - Throws: `PrintingError.missingFaces` where none is there.
  package init(faces candidates: [FacePair] = FacePair.debian) throws(PrintingError) {
    guard let faces = candidates.first(where: \.isInstalled) else {
      throw .missingFaces(tried: candidates.flatMap { [$0.regular, $0.bold] })
    }
    self.faces = faces
  }

  /// The same paper gives the same dots.
  package func raster(of paper: Paper, on size: PaperSize) throws(PrintingError) -> Raster {
    let typesetter = try Typesetter(faces: faces)
    let design = Design.design(of: size)
    if let height = design.height {
      return try page(Passage.passagesInColumns(of: paper), design, height: height, typesetter)
    }
    let sheet = try Sheet(Passage.passages(of: paper), design, typesetter)
    let height = sheet.bottom + design.endMargin
    guard height <= Design.largestSide else { throw .doesNotFit(height: height, limit: Design.largestSide) }
    return sheet.canvas.raster(height: height)
  }

  package func picture(of raster: Raster) throws(PrintingError) -> [UInt8] {
    try PNGImage(raster).bytes
  }

  /// In the largest type with which all fits on the page, and with the small print at its foot.
  private func page(
    _ passages: [Passage], _ design: Design, height: Int, _ typesetter: Typesetter
  ) throws(PrintingError) -> Raster {
    let footCount = Passage.footCount(of: passages)
    let (body, foot) = (Array(passages.dropLast(footCount)), Array(passages.suffix(footCount)))
    var needed = 0
    for percent in Self.typeSizes {
      let design = design.scaled(percent: percent)
      let footHeight = try Sheet(foot, design, typesetter).bottom - design.endMargin
      var sheet = try Sheet(body, design, typesetter)
      needed = sheet.bottom + design.gap + footHeight + design.endMargin
      guard needed <= height else { continue }
      sheet.sink(to: height - design.endMargin - footHeight)
      try sheet.set(foot)
      return sheet.canvas.raster(height: height)
    }
    throw .doesNotFit(height: needed, limit: height)
  }

  /// In hundredths of the design's. A fifth less is 9 points for what a slip says, the least that is fair to old eyes.
  private static let typeSizes = [120, 110, 100, 95, 90, 85, 80]
}
