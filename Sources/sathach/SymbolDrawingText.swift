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

extension SymbolDrawingText {
  /// For a terminal: two rows of modules in a line of text, light modules drawn, so that it reads on a dark ground.
  static func blocks(_ matrix: QRMatrix) -> String {
    let signs = [[" ", "▄"], ["▀", "█"]]
    return stride(from: -2, to: matrix.size + 2, by: 2).map { row in
      (-2..<matrix.size + 2).map { column in
        let (upper, lower) = (matrix.isDark(row: row, column: column), matrix.isDark(row: row + 1, column: column))
        return signs[upper ? 0 : 1][lower ? 0 : 1]
      }.joined()
    }.joined(separator: "\n")
  }
}
