import Testing
import UseCases

@testable import Printing

@Suite("Passages")
struct PassageTests {
  private let dot = QRMatrix(size: 1, modules: [true])

  @Test("facts come together, what follows a symbol is its caption, what is above the title is the letterhead")
  func passages() {
    let paper = Paper(blocks: [
      .text("UBND"), .title("PHIẾU"), .fact(label: "a", value: "1"), .fact(label: "b", value: "2"), .symbol(dot),
      .small("quét"), .small("hết"),
    ])
    let symbol = CaptionedSymbol(matrix: dot, caption: "quét")
    let facts = [Fact(label: "a", value: "1"), Fact(label: "b", value: "2")]
    #expect(
      Passage.passages(of: paper) == [
        .letterhead("UBND", isSmall: false), .block(.title("PHIẾU")), .facts(facts), .symbol(symbol),
        .smallPrint(["hết"]),
      ])
    #expect(
      Passage.passagesInColumns(of: paper) == [
        .letterhead("UBND", isSmall: false), .block(.title("PHIẾU")), .factsBeside(facts, symbol),
        .smallPrint(["hết"]),
      ])
  }

  @Test("without facts the symbol stays where it was, and the other way round")
  func alone() {
    for blocks in [[Paper.Block.text("x"), .symbol(dot)], [.text("x"), .fact(label: "a", value: "1")]] {
      let paper = Paper(blocks: blocks)
      #expect(Passage.passagesInColumns(of: paper) == Passage.passages(of: paper))
    }
  }

  @Test("the small print that ends a paper, with the line above it, is its foot")
  func foot() {
    #expect(Passage.footCount(of: [.block(.text("x")), .block(.line), .smallPrint(["y"])]) == 2)
    #expect(Passage.footCount(of: [.block(.text("x")), .smallPrint(["y"])]) == 1)
    #expect(Passage.footCount(of: [.smallPrint(["y"]), .block(.text("x"))]) == 0)
    #expect(Passage.footCount(of: []) == 0)
  }
}
