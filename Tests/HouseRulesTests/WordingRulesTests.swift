import Testing

/// What residents read stands in files of wording and nowhere else, and all of it in the catalogue that a reader goes
/// through.
@Suite("Wording rules")
struct WordingRulesTests {
  private static let folders = ["Candidate/", "Check/", "Simulated/", "Paper/", "Idle/", "Typing/", "Catalogue/"]
  private static let catalogued = [
    "Wording", "SeatWording", "HelpCallWording", "IdleWording", "KeyboardWording", "ScreenWording", "PrinterWording",
  ]
  private static let vietnamese = Set(
    "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ"
      + "ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬÈẺẼÉẸÊỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢÙỦŨÚỤƯỪỬỮỨỰỲỶỸÝỴĐ")

  @Test("no Vietnamese letter stands in a resident's screen outside the wording files")
  func screensSayNothing() throws {
    let files = try Tree.swiftFiles(under: "Sources").values.joined().filter { file in
      let isResidents = Self.folders.contains { file.path.contains("Sources/Web/\($0)") }
      let isCommon = ["Layout", "Components", "ProblemPage", "Formatting", "Visit", "Site"].contains {
        file.path == "Sources/Web/\($0).swift"
      }
      return (isResidents || isCommon) && !file.path.hasSuffix("Wording.swift")
    }
    #expect(files.count > 30)
    for file in files {
      for line in file.code where line.contains(where: Self.vietnamese.contains) {
        Issue.record("\(file.path): \(line)")
      }
    }
  }

  @Test(
    "the catalogue has every sentence of the wording files: Tests/wording_catalogue.py writes it", arguments: catalogued
  )
  func catalogueIsWhole(owner: String) throws {
    let files = try Tree.swiftFiles(under: "Sources")["Web"] ?? []
    let catalogue = files.filter { $0.path.contains("/Catalogue/") }.flatMap(\.code).joined(separator: "\n")
    let wording = try #require(files.first { $0.path.hasSuffix("/\(owner).swift") })
    let names = wording.code.compactMap(Self.name)
    #expect(!names.isEmpty)
    for name in names where !catalogue.contains("\"\(owner).\(name)\"") {
      Issue.record("\(owner).\(name) is not in the catalogue")
    }
  }

  /// "begin" for `static let begin = "Bắt đầu"` and `static func begin(`.
  private static func name(_ line: String) -> String? {
    for start in ["static let ", "static func "] where line.hasPrefix(start) {
      return String(line.dropFirst(start.count).prefix { $0.isLetter || $0.isNumber })
    }
    return nil
  }
}
