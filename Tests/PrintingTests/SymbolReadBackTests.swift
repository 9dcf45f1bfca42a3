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

  /// Two symbols before a camera, each a little out of the square.
  private func table(_ matrices: [QRMatrix], module: Double, shift: Double) -> GreyFrame {
    var values = [UInt8](repeating: 105, count: 1_280 * 720)
    for (index, matrix) in matrices.enumerated() {
      let (middleX, middleY) = (340.0 + 600 * Double(index) + shift, 360.0 + shift)
      for y in 80..<640 {
        for x in Int(middleX) - 280..<Int(middleX) + 280 {
          // Turned by a thirtieth, which is nearly two degrees.
          let (right, down) = (Double(x) - middleX, Double(y) - middleY)
          let column = Int(((right - down / 30) / module + Double(matrix.size) / 2).rounded(.down))
          let row = Int(((down + right / 30) / module + Double(matrix.size) / 2).rounded(.down))
          values[y * 1_280 + x] = matrix.isDark(row: row, column: column) ? 40 : 220
        }
      }
    }
    return GreyFrame(width: 1_280, height: 720, values: values[...])
  }

  /// Two slips of one box. Where only every third row and column was looked at, as is enough for what was drawn for
  /// printing, one of them was missed at either of two places.
  private static let pair = [
    "8413724005512518151209663240703735112533750713997069831356599003743364901717896945790215"
      + "1958935785297721000001099520934145005654428596585910565149447271244800642635232098313463"
      + "4816503720175218161502805685785202998736426875564203829350549309467113384013775272313666"
      + "194237992284958380260084604708585597033447254057204373989100404219192549398127525090",
    "8413724005512518151209663240703735112533750713997069831356599003743364901717896945790471"
      + "1945047276139961000001099520934401005654428596585910565149447271219200643086275908584353"
      + "8746433241839218286952595701781326028808537802543777677915153248216905414064235064244166"
      + "866688688811703476801715640744024170117077411472174883264688784779738658867478258121",
  ]

  @Test("of two symbols before a camera both are read, so that neither is taken for the only one")
  func bothOfTwo() throws {
    let reader = SymbolReadBack(program: try World.readerProgram(), frameTimeLimit: .seconds(5))
    for (module, shift) in [(5.61, 125.0 / 7), (4.09, 191.0 / 7)] {
      let frame = table(try Self.pair.map { try QRPainter().symbol(for: $0) }, module: module, shift: shift)
      #expect(try Set(reader.texts(in: frame)) == Set(Self.pair))
    }
    var chance = SeededChance(seed: 842)
    for turn in 0..<20 {
      let texts = (0..<2).map { _ in "841" + chance.digits(345) }
      let module = 4 + Double(chance.roll(400)) / 100
      let frame = table(try texts.map { try QRPainter().symbol(for: $0) }, module: module, shift: Double(turn) / 3)
      #expect(try Set(reader.texts(in: frame)) == Set(texts))
    }
  }

  @Test("a picture whose sides are not its own is not sent, and one that takes too long is given up")
  func badFrames() throws {
    let short = GreyFrame(width: 20, height: 20, values: [0, 0][...])
    #expect(throws: PrintingError.unfitRaster(width: 20, height: 20, dots: 2)) {
      try SymbolReadBack(program: World.readerProgram()).texts(in: short)
    }
    let large = GreyFrame(width: 1_000, height: 1_000, values: [UInt8](repeating: 9, count: 1_000_000)[...])
    #expect(throws: PrintingError.child(.tooSlow(limit: .milliseconds(150)))) {
      try SymbolReadBack(program: "/bin/cat", frameTimeLimit: .milliseconds(150)).texts(in: large)
    }
  }

  private let white = Raster(width: 600, height: 600, dots: [Bool](repeating: false, count: 360_000))

  @Test("a program that is not there, fails, hangs or babbles is told apart")
  func otherPrograms() {
    let large = Raster(width: 2000, height: 2000, dots: [Bool](repeating: false, count: 4_000_000))
    #expect(throws: PrintingError.child(.notStarted(path: "/nowhere/reader", code: 2))) {
      try SymbolReadBack(program: "/nowhere/reader").texts(in: white)
    }
    #expect(throws: PrintingError.child(.failed(status: 1))) {
      try SymbolReadBack(program: "/bin/false").texts(in: white)
    }
    // More than a line holds: it sends the picture back while we are still writing it, so both wait for the other.
    #expect(throws: PrintingError.child(.tooSlow(limit: .milliseconds(150)))) {
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
