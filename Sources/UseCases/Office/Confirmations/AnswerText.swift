/// Rows as they are kept between preview and decision: one line each, cells apart by tabs, both escaped.
enum AnswerText {
  struct Damaged: Error {}

  static func text(of rows: [(line: Int, cells: [String])]) -> String {
    rows.map { row in ([String(row.line)] + row.cells.map(escaped)).joined(separator: "\t") }.joined(separator: "\n")
  }

  static func rows(of text: String) throws -> [(line: Int, cells: [String])] {
    try text.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard let first = parts.first, let number = Int(first) else { throw Damaged() }
      return (number, parts.dropFirst().map { unescaped($0) })
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\t": result += "\\t"
      case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}", "\u{0B}", "\u{0C}": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = String.UnicodeScalarView()
    var isEscape = false
    for scalar in text.unicodeScalars {
      if isEscape {
        result.append(scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar)
        isEscape = false
      } else if scalar == "\\" {
        isEscape = true
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
