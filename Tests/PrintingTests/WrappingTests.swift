import Testing

@testable import Printing

@Suite("Wrapping")
struct WrappingTests {
  private static let syllables = ["sát", "hạch", "kỹ", "năng", "số", "Ủy", "nhân", "nghiêng", "VNeID", "17/20", "ở"]

  @Test("no word is lost, doubled or moved, and no line is wider than the column")
  func words() throws {
    let typesetter = try Typesetter(faces: World.noto)
    var chance = SeededChance(seed: 3)
    for _ in 0..<60 {
      let words = (0..<chance.roll(40)).map { _ in Self.syllables[chance.roll(Self.syllables.count)] }
      let width = 160 + chance.roll(800)

      for paragraph in [
        try typesetter.paragraph(words.joined(separator: " "), .regular(31), width: width),
        try typesetter.evenParagraph(words.joined(separator: "  \n"), .bold(26), width: width),
      ] {
        #expect(paragraph.lines.flatMap { $0.map(\.text) } == words)
        #expect(paragraph.width <= width)
      }
    }
  }

  @Test("a word wider than the column is cut between letters", arguments: [1, 40, 100, 333])
  func longWord(width: Int) throws {
    let word = "binhdanhocvuso.gov.vn/kiem-tra-phieu"
    let paragraph = try Typesetter(faces: World.noto).paragraph(word, .regular(31), width: width)
    #expect(paragraph.lines.flatMap { $0.map(\.text) }.joined() == word)
    #expect(paragraph.lines.count > 1)
    #expect(paragraph.width <= width || width == 1)
  }

  @Test("words tied by a no-break space stay on one line")
  func tied() throws {
    let typesetter = try Typesetter(faces: World.noto)
    let paragraph = try typesetter.paragraph("đúng 17\u{A0}trên\u{A0}20 câu", .regular(31), width: 200)
    #expect(paragraph.lines.map { $0.map(\.text) }.contains(["17\u{A0}trên\u{A0}20"]))
  }

  @Test("a title's lines are even, and no more than are needed")
  func even() throws {
    let typesetter = try Typesetter(faces: World.noto)
    let title = "PHIẾU BÁO KẾT QUẢ SÁT HẠCH KỸ NĂNG SỐ"
    let full = try typesetter.paragraph(title, .bold(42), width: 552)
    let even = try typesetter.evenParagraph(title, .bold(42), width: 552)
    #expect(even.lines.count == full.lines.count)
    #expect(even.lines.first?.map(\.text) == ["PHIẾU", "BÁO", "KẾT", "QUẢ"])
  }

  @Test("a line break in a text is a line break on paper, an empty text takes no room")
  func breaks() throws {
    let typesetter = try Typesetter(faces: World.noto)
    #expect(try typesetter.paragraph("một\nhai\r\nba", .regular(31), width: 552).lines.count == 3)
    #expect(try typesetter.paragraph(" \n ", .regular(31), width: 552).height == 0)
  }
}

extension Word {
  fileprivate var text: String {
    String(String.UnicodeScalarView(glyphs.map(\.scalar)))
  }
}
