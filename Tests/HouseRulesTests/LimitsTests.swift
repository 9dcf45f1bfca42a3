import Testing

/// The table of limits of what comes in: as the code has them, and without a gap where foreign bytes are read.
@Suite("Limits of what comes in")
struct LimitsTests {
  private struct Row {
    let value: String
    let file: String
  }

  private static let readers = ["HTTPServer", "Archives", "Interchange", "Slip", "SymbolReader", "ForeignReader"]
  private static let words = ["most", "longest", "largest", "greatest", "deepest"]
  /// Figures made of others in the table, and one of our own program's answers.
  private static let others = ["longestFile", "greatestLength = 3"]

  private static func rows() throws -> [Row] {
    try Tree.lines(of: "Sources/sathach/sathach.docc/Limits.md").compactMap { line in
      let cells = line.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
      guard line.hasPrefix("| "), cells.count == 5 else { return nil }
      return Row(value: cells[1], file: cells[3])
    }
  }

  @Test("every limit of the table stands in the code with its value")
  func standsInCode() throws {
    let rows = try Self.rows()
    #expect(rows.count > 45)
    for row in rows {
      let text = try Tree.lines(of: row.file).joined(separator: "\n")
      #expect(text.contains(row.value), "\(row.file): \(row.value)")
    }
  }

  @Test("no reader of foreign bytes has a limit that the table does not name")
  func noneIsMissing() throws {
    let rows = try Self.rows()
    for file in try Tree.swiftFiles(under: "Sources").filter({ Self.readers.contains($0.key) }).flatMap(\.value) {
      for line in file.code {
        guard let name = line.firstRange(of: "static let ") else { continue }
        let declared = String(line[name.upperBound...])
        guard Self.words.contains(where: declared.hasPrefix), !Self.others.contains(where: declared.hasPrefix) else {
          continue
        }
        let isNamed = rows.contains { file.path.hasSuffix($0.file) && declared.hasPrefix($0.value) }
        #expect(isNamed, "\(file.path): \(declared) is not in Limits.md")
      }
    }
  }
}
