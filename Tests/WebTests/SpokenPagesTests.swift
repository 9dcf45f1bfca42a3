import Audio
import Glibc
import TestSupport
import Testing
import UseCases

@testable import Web

/// What residents' pages say in their own words stands in `kiosk/speech/pages.txt`, from which it is spoken. WRITE_SPOKEN=1
/// writes it anew; look at the difference: no name and no number of a person belongs in it.
@Suite("Sentences of the pages")
struct SpokenPagesTests {
  private static let folder = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  private static let path = folder + "/kiosk/speech/pages.txt"

  /// Of the sample world, not of the pages: people, the office, the items, codes.
  private static let ofTheWorld = [
    "Hoa", "Dung", "Dũng", "Nam", "Lan", "Minh", "Thử", "Việc", "việc", "Đinh", "Nguyễn", "Trần", "Bà ", "Ông ",
  ]

  private func isOfTheWorld(_ text: String) -> Bool {
    Self.ofTheWorld.contains { text.split(separator: $0, omittingEmptySubsequences: false).count > 1 }
  }

  /// Residents' pages, beside items of the sample bank.
  private func sentences() throws -> Set<String> {
    var found: Set<String> = []
    for sample in try PageSamples.all() where !sample.html.contains("bar-staff") && !sample.name.hasPrefix("desk") {
      for line in SpokenText(document: Array(sample.html.utf8)).lines {
        for sentence in LinePieces.sentences(String(decoding: line, as: UTF8.self)) where !isOfTheWorld(sentence) {
          found.formUnion(LinePieces.aroundNumbers(sentence) ?? [sentence])
        }
      }
    }
    // Numbers are spoken by themselves, and a sign alone is not.
    return found.filter { text in
      text.contains(where: \.isLetter) && !text.allSatisfy { $0.isASCII && $0.isNumber }
    }
  }

  @Test("every sentence of every page has a line, so that it is spoken")
  func everySentence() throws {
    let sentences = try sentences()
    if getenv("WRITE_SPOKEN") != nil {
      let text = "# Sentences of the pages, one a line, as they are heard; written by the tests (WRITE_SPOKEN=1).\n"
      try SpokenFile(path: Self.path).write(text + sentences.sorted().joined(separator: "\n") + "\n")
    }
    let lines = Set(try SpokenFile(path: Self.path).text.split(separator: "\n").map(String.init))
    for sentence in sentences where !lines.contains(sentence) {
      Issue.record("no line for: \(sentence)")
    }
    #expect(sentences.count > 100)
  }

  @Test("no line holds a number of a person or anybody of the sample world")
  func noNames() throws {
    for line in try SpokenFile(path: Self.path).text.split(separator: "\n").dropFirst() {
      #expect(!line.contains { $0.isASCII && $0.isNumber }, "\(line)")
      for name in ["Hoa", "Dũng", "Nguyễn"] { #expect(!line.contains(name), "\(line)") }
    }
  }
}

private struct SpokenFile {
  let path: String

  var text: String {
    get throws {
      guard let file = fopen(path, "r") else { throw TestBox.Unexpected() }
      defer { fclose(file) }
      var bytes = [UInt8](repeating: 0, count: 1 << 20)
      let count = fread(&bytes, 1, bytes.count, file)
      return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
  }

  func write(_ text: String) throws {
    guard let file = fopen(path, "w") else { throw TestBox.Unexpected() }
    fputs(text, file)
    fclose(file)
  }
}
