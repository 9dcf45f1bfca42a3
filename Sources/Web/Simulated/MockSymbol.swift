/// Something that looks like a QR code and says nothing. Its side of 27 modules is none that QR codes have (they are
/// 21, 25, 29 …) and its middle is a plate, so no reader finds a message in it.
struct MockSymbol {
  static let side = 27
  private static let corner = 7
  private static let plate = 11...15

  private let alt: String

  /// - Parameter alt: what it stands for; the pattern follows from it, so a task always shows the same.
  init(_ alt: String) {
    self.alt = alt
  }

  var markup: Markup {
    let side = Self.side + 4
    return """
      <svg class="mock" viewBox="-2 -2 \(side) \(side)" role="img" aria-label="\(alt)" shape-rendering="crispEdges">\
      <rect x="-2" y="-2" width="\(side)" height="\(side)" fill="#fff"/><path fill="#000" d="\(path)"/></svg>
      """
  }

  /// Horizontal runs of dark modules.
  private var path: String {
    var path = ""
    for (row, line) in modules.enumerated() {
      var start: Int?
      for (column, isDark) in (line + [false]).enumerated() {
        if isDark {
          start = start ?? column
        } else if let first = start {
          path += "M\(first) \(row)h\(column - first)v1h-\(column - first)z"
          start = nil
        }
      }
    }
    return path
  }

  var modules: [[Bool]] {
    // FNV-1a over the description, then a xorshift: spread evenly is all that is asked.
    var state = alt.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } | 1
    return (0..<Self.side).map { row in
      (0..<Self.side).map { column in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Self.fixed(row, column) ?? (state >> 40 & 1 == 1)
      }
    }
  }

  /// The three corner marks with their white edges, and the plate; nil where the pattern is free.
  private static func fixed(_ row: Int, _ column: Int) -> Bool? {
    if plate.contains(row), plate.contains(column) {
      return (12...14).contains(row) && (12...14).contains(column)
    }
    let last = side - 1
    guard !(row > last - corner - 1 && column > last - corner - 1) else { return nil }
    let fromRow = min(row, last - row)
    let fromColumn = min(column, last - column)
    guard fromRow <= corner, fromColumn <= corner else { return nil }
    if fromRow == corner || fromColumn == corner { return false }
    let ring = min(fromRow, fromColumn, corner - 1 - fromRow, corner - 1 - fromColumn)
    return ring != 1
  }
}
