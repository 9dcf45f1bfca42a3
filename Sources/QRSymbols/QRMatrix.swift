/// A drawn symbol without its quiet zone: `size` × `size` modules, row by row from the top left, true where dark.
package struct QRMatrix: Sendable, Equatable {
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
}
