import QRSymbols
import Testing
import UseCases

@testable import Printing

@Suite("Reading papers back")
struct SymbolReadBackTests {
  @Test("a hundred slips are read back to the digit", arguments: PaperSize.allCases)
  func hundred(size: PaperSize) throws {
    let reader = SymbolReadBack(program: try World.readerProgram())
    let press = try PaperPress()
    var chance = SeededChance(seed: 841)
    for _ in 0..<100 {
      let text = chance.digits(1 + chance.roll(512))
      let raster = try press.raster(of: World.slip(symbol: QRPainter().symbol(for: text)), on: size)
      #expect(try reader.texts(in: raster) == [text])
    }
  }

  @Test("a paper without a symbol says nothing, one with two says both")
  func zeroAndTwo() throws {
    let reader = SymbolReadBack(program: try World.readerProgram())
    let press = try PaperPress()
    #expect(try reader.texts(in: press.raster(of: Paper(blocks: [.title("PHIẾU")]), on: .roll80)) == [])

    let symbols = try ["8411", "8412"].map { Paper.Block.symbol(try QRPainter().symbol(for: $0)) }
    let both = try reader.texts(in: press.raster(of: Paper(blocks: symbols), on: .roll80))
    #expect(both.sorted() == ["8411", "8412"])
  }

  @Test("a symbol with a quarter of its modules torn off the corner without a finder is still read")
  func damaged() throws {
    let text = "841" + String(repeating: "0123456789", count: 12)
    let matrix = try QRPainter().symbol(for: text)
    var modules = matrix.modules
    for row in matrix.size * 3 / 4..<matrix.size {
      for column in matrix.size * 3 / 4..<matrix.size { modules[row * matrix.size + column] = false }
    }
    let torn = QRMatrix(size: matrix.size, modules: modules)
    let raster = try PaperPress().raster(of: World.slip(symbol: torn), on: .roll80)
    #expect(try SymbolReadBack(program: World.readerProgram()).texts(in: raster) == [text])
  }

  @Test("a camera's grey picture is read, dim and unevenly lit as it is")
  func grey() throws {
    let text = "841" + String(repeating: "0123456789", count: 12)
    let raster = try QRPainter().symbol(for: text).raster(dotsPerModule: 4)
    let values = raster.dots.enumerated().map { index, isDark in
      UInt8((isDark ? 40 : 120) + index % raster.width * 60 / raster.width)
    }
    let frame = GreyFrame(width: raster.width, height: raster.height, values: values[...])
    #expect(try SymbolReadBack(program: World.readerProgram()).texts(in: frame) == [text])
  }

  @Test("a picture whose sides are not its own is not sent, and one that takes too long is given up")
  func badFrames() throws {
    let short = GreyFrame(width: 20, height: 20, values: [0, 0][...])
    #expect(throws: PrintingError.unfitRaster(width: 20, height: 20, dots: 2)) {
      try SymbolReadBack(program: World.readerProgram()).texts(in: short)
    }
    let large = GreyFrame(width: 1_000, height: 1_000, values: [UInt8](repeating: 9, count: 1_000_000)[...])
    #expect(throws: PrintingError.readerTooSlow(limit: .milliseconds(150))) {
      try SymbolReadBack(program: "/bin/cat", frameTimeLimit: .milliseconds(150)).texts(in: large)
    }
  }

  private let white = Raster(width: 600, height: 600, dots: [Bool](repeating: false, count: 360_000))

  @Test("a program that is not there, fails, hangs or babbles is told apart")
  func otherPrograms() {
    let large = Raster(width: 2000, height: 2000, dots: [Bool](repeating: false, count: 4_000_000))
    #expect(throws: PrintingError.readerNotStarted(path: "/nowhere/reader", code: 2)) {
      try SymbolReadBack(program: "/nowhere/reader").texts(in: white)
    }
    #expect(throws: PrintingError.readerFailed(status: 1)) {
      try SymbolReadBack(program: "/bin/false").texts(in: white)
    }
    // More than a line holds: it sends the picture back while we are still writing it, so both wait for the other.
    #expect(throws: PrintingError.readerTooSlow(limit: .milliseconds(150))) {
      try SymbolReadBack(program: "/bin/cat", timeLimit: .milliseconds(150)).texts(in: large)
    }
    #expect(throws: PrintingError.readerTalksNonsense) {
      try SymbolReadBack(program: "/usr/bin/pwd").texts(in: white)
    }
  }

  @Test(
    "answers that are not lines of hexadecimal digits are refused",
    arguments: ["38", "3\n", "38\n4", "zz\n", "3A\n", "38 34\n", "\u{0}\n"])
  func nonsense(answer: String) {
    #expect(throws: PrintingError.readerTalksNonsense) { try SymbolReadBack.texts(in: Array(answer.utf8)) }
  }

  @Test("an answer is one text a line, and what is not UTF-8 does no harm")
  func answers() throws {
    #expect(try SymbolReadBack.texts(in: []) == [])
    #expect(try SymbolReadBack.texts(in: Array("38\nc490e1baa054\n\nff\n".utf8)) == ["8", "ĐẠT", "", "\u{FFFD}"])
  }

  @Test("no child is left behind")
  func children() throws {
    for _ in 0..<20 { _ = try? SymbolReadBack(program: "/bin/false").texts(in: white) }
    #expect(try SymbolReadBack(program: World.readerProgram()).texts(in: white) == [])
  }
}
