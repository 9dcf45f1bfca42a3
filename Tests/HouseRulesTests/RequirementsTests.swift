import Testing

/// The table of security requirements: whole, and with no test in it that does not exist.
@Suite("Security requirements")
struct RequirementsTests {
  /// Levels 1 and 2 of OWASP ASVS 5.0.0, by chapter.
  private static let counts = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7]
  private static let words = ["met", "decision", "not applicable"]

  private struct Row {
    let requirement: String
    let word: String
    let how: String
    let shown: [String]
  }

  private static func rows() throws -> [Row] {
    try Tree.lines(of: "Sources/sathach/sathach.docc/ASVS.md").compactMap { line in
      let cells = line.split(separator: " | ", omittingEmptySubsequences: false).map(String.init)
      guard line.hasPrefix("| V"), cells.count == 4, words.contains(cells[1]) else { return nil }
      let shown = cells[3].split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      return Row(requirement: String(cells[0].dropFirst(2)), word: cells[1], how: cells[2], shown: shown)
    }
  }

  @Test("every requirement of levels 1 and 2 has one row, and each says how or why")
  func rowsAreWhole() throws {
    let rows = try Self.rows()
    #expect(Set(rows.map(\.requirement)).count == rows.count)
    for (chapter, count) in zip(1..., Self.counts) {
      #expect(rows.filter { $0.requirement.hasPrefix("V\(chapter).") }.count == count, "V\(chapter)")
    }
    for row in rows {
      #expect(row.how.count > 3, "\(row.requirement)")
      #expect(row.word == "not applicable" || !row.shown.isEmpty, "\(row.requirement)")
    }
  }

  @Test("every file and test that the table names exists")
  func testsExist() throws {
    var texts: [String: String] = [:]
    for shown in try Self.rows().flatMap(\.shown) {
      guard let colons = shown.firstRange(of: "::") else {
        #expect(throws: Never.self, "\(shown)") { try Tree.lines(of: shown) }
        continue
      }
      let path = String(shown[..<colons.lowerBound])
      let name = String(shown[colons.upperBound...])
      let text = try texts[path] ?? Tree.lines(of: path).joined(separator: "\n")
      texts[path] = text
      #expect(text.contains(path.hasSuffix(".py") ? "def \(name)(" : "\"\(name)\""), "\(shown)")
    }
  }
}
