import UseCases

/// A symbol as an SVG document of its own, one millimetre a module, with its quiet zone.
enum SymbolDrawingText {
  static func svg(_ matrix: QRMatrix) -> String {
    var path = ""
    for run in matrix.runs {
      path += "M\(run.column + 4) \(run.row + 4)h\(run.length)v1h-\(run.length)z"
    }
    let side = matrix.size + 8
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(side)mm" height="\(side)mm" viewBox="0 0 \(side) \(side)" \
      shape-rendering="crispEdges"><path fill="#fff" d="M0 0h\(side)v\(side)h-\(side)z"/><path d="\(path)"/></svg>
      """
  }
}
