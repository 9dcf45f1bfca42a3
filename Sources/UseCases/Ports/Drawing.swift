/// Draws texts as QR symbols.
package protocol SymbolDrawing: Sendable {
  /// For paper, which gets folded and stained: a quarter of the symbol may be lost.
  func symbol(for digits: String) throws -> QRMatrix
  /// For a screen, from which telephones and tablets read: printable ASCII, such as an address.
  func symbol(forText text: String) throws -> QRMatrix
}

/// A drawn symbol without its quiet zone: `size` × `size` modules, row by row from the top left, true where dark.
package struct QRMatrix: Equatable, Sendable {
  package let size: Int
  package let modules: [Bool]

  package init(size: Int, modules: [Bool]) {
    self.size = size
    self.modules = modules
  }

  /// Places outside the symbol are light, as the quiet zone around it is.
  package func isDark(row: Int, column: Int) -> Bool {
    guard (0..<size).contains(row), (0..<size).contains(column) else { return false }
    let index = row * size + column
    return modules.indices.contains(index) && modules[index]
  }

  /// Dark runs, row by row, for drawings that are made of rectangles.
  package var runs: [(row: Int, column: Int, length: Int)] {
    var runs: [(row: Int, column: Int, length: Int)] = []
    for row in 0..<size {
      var column = 0
      while column < size {
        let start = column
        while column < size, isDark(row: row, column: column) { column += 1 }
        if column > start { runs.append((row, start, column - start)) } else { column += 1 }
      }
    }
    return runs
  }

  /// The symbol with its quiet zone of four modules (ISO/IEC 18004), every module so many whole dots.
  package func raster(dotsPerModule: Int) -> Raster {
    let side = (size + 8) * dotsPerModule
    let dots = (0..<side * side).map { index in
      isDark(row: index / side / dotsPerModule - 4, column: index % side / dotsPerModule - 4)
    }
    return Raster(width: side, height: side, dots: dots)
  }
}
