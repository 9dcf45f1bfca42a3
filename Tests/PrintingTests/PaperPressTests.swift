import QRSymbols
import Testing
import UseCases

@testable import Printing

@Suite("Drawing papers")
struct PaperPressTests {
  private let press: PaperPress
  private let symbol: QRMatrix

  init() throws {
    press = try PaperPress()
    symbol = try QRPainter().symbol(for: "84112345678901234567")
  }

  @Test("a roll is 576 dots wide and as long as its text, an A5 sheet 148 × 210 mm")
  func sizes() throws {
    let slip = World.slip(symbol: symbol)
    let roll = try press.raster(of: slip, on: .roll80)
    #expect(roll.width == 576 && roll.dots.count == roll.width * roll.height)
    #expect(try press.raster(of: Paper(blocks: slip.blocks + slip.blocks), on: .roll80).height > roll.height)

    let sheet = try press.raster(of: slip, on: .a5)
    #expect((sheet.width, sheet.height, sheet.dots.count) == (1183, 1678, 1183 * 1678))
  }

  @Test("the same paper gives the same dots", arguments: PaperSize.allCases)
  func repeatable(size: PaperSize) throws {
    let slip = World.slip(symbol: symbol)
    #expect(try press.raster(of: slip, on: size) == PaperPress().raster(of: slip, on: size))
  }

  @Test("each module is 4 × 4 dots, centred, with 4 modules of white around")
  func modules() throws {
    let raster = try press.raster(of: Paper(blocks: [.symbol(symbol)]), on: .roll80)
    let side = (symbol.size + 8) * 4
    let (left, top) = ((576 - side) / 2, Design.design(of: .roll80).endMargin)
    for y in 0..<side {
      for x in 0..<side {
        let (row, column) = (y / 4 - 4, x / 4 - 4)
        let inside = (0..<symbol.size).contains(row) && (0..<symbol.size).contains(column)
        let expected = inside && symbol.modules[row * symbol.size + column]
        try #require(raster.dots[(top + y) * 576 + left + x] == expected, "\(x), \(y)")
      }
    }
  }

  @Test("nothing is printed in the margins", arguments: PaperSize.allCases)
  func margins(size: PaperSize) throws {
    let long = Paper(
      blocks: World.slip(symbol: symbol).blocks + [.text("Ỹ Ặ jj ggg WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW")])
    let raster = try press.raster(of: long, on: size)
    // Italic tails and the like may reach a dot or two beyond the column.
    let edge = Design.design(of: size).sideMargin * 3 / 4
    for row in 0..<raster.height {
      let dots = raster.dots[row * raster.width..<(row + 1) * raster.width]
      try #require(!dots.prefix(edge).contains(true) && !dots.suffix(edge).contains(true), "row \(row)")
    }
  }

  @Test("every kind of block leaves ink on every size", arguments: PaperSize.allCases)
  func blocks(size: PaperSize) throws {
    let blocks: [Paper.Block] = [
      .banner("PHIẾU MẪU"), .title("PHIẾU"), .emphasis("ĐẠT"), .text("ở Sa Pa"), .small("hết"),
      .fact(label: "Ngày", value: "21/11/2026"), .heading("Việc tiếp theo"), .code(label: "Mã", groups: ["1234"]),
      .symbol(symbol), .line,
    ]
    for block in blocks { #expect(try press.raster(of: Paper(blocks: [block]), on: size).dots.contains(true)) }
    #expect(try !press.raster(of: Paper(blocks: []), on: size).dots.contains(true))
  }

  @Test("a symbol too wide to stand beside facts stands below them")
  func wideSymbol() throws {
    let wide = QRMatrix(size: 177, modules: [Bool](repeating: true, count: 177 * 177))
    let paper = Paper(blocks: [.fact(label: "Ngày", value: "21/11/2026"), .symbol(wide)])
    #expect(try press.raster(of: paper, on: .a5).height == 1678)
    #expect(throws: PrintingError.unfitSymbol(size: 177, modules: 177 * 177)) {
      try press.raster(of: paper, on: .roll80)
    }
  }

  @Test("a symbol that is not square is refused", arguments: [(0, 0), (3, 8), (-1, 1), (1 << 40, 0)])
  func brokenSymbol(size: Int, modules: Int) {
    let broken = QRMatrix(size: size, modules: [Bool](repeating: true, count: modules))
    #expect(throws: PrintingError.unfitSymbol(size: size, modules: modules)) {
      try press.raster(of: Paper(blocks: [.symbol(broken)]), on: .a5)
    }
  }

  @Test("a paper that says more than a sheet holds is refused", arguments: PaperSize.allCases)
  func tooLong(size: PaperSize) {
    let paper = Paper(blocks: (0..<(size == .a5 ? 50 : 120)).map { .text("Dòng thứ \($0)") })
    let error = #expect(throws: PrintingError.self) { try press.raster(of: paper, on: size) }
    guard case .doesNotFit(let height, let limit) = error else { return #expect(Bool(false)) }
    #expect(height > limit && limit == (size == .a5 ? 1678 : 4096))
  }

  @Test("a text of many thousand words is refused before it takes all memory", arguments: PaperSize.allCases)
  func endless(size: PaperSize) {
    let paper = Paper(blocks: [.text(String(repeating: "số ", count: 20_000))])
    let error = #expect(throws: PrintingError.self) { try press.raster(of: paper, on: size) }
    guard case .doesNotFit(_, limit: 4096) = error else { return #expect(Bool(false)) }
  }

  @Test("without an installed face there is no press, and it tells where it looked")
  func missingFace() {
    let absent = FacePair(regular: "/nowhere/a.ttf", bold: "/nowhere/b.ttf")
    #expect(throws: PrintingError.missingFaces(tried: ["/nowhere/a.ttf", "/nowhere/b.ttf"])) {
      try PaperPress(faces: [absent])
    }
    #expect(throws: PrintingError.missingFaces(tried: [])) { try PaperPress(faces: []) }
  }

  @Test("the first pair of faces that is installed is taken")
  func firstFace() throws {
    let half = FacePair(regular: World.noto.regular, bold: "/nowhere/b.ttf")
    #expect(try PaperPress(faces: [half, World.noto]).faces == World.noto)
  }

  @Test("a file that is not a face is told by its path")
  func notAFace() throws {
    let press = try PaperPress(faces: [FacePair(regular: World.noto.regular, bold: "/etc/passwd")])
    let error = #expect(throws: PrintingError.self) { try press.raster(of: Paper(blocks: []), on: .a5) }
    guard case .unreadableFace(path: "/etc/passwd", code: _) = error else { return #expect(Bool(false)) }
  }

  @Test("a character without a shape anywhere on the paper is told", arguments: PaperSize.allCases)
  func missingGlyph(size: PaperSize) {
    for block: Paper.Block in [
      .text("阮"), .title("阮"), .emphasis("阮"), .fact(label: "阮", value: ""), .fact(label: "", value: "阮"),
      .code(label: "", groups: ["阮"]), .banner("阮"), .small("阮"), .heading("阮"),
    ] {
      #expect(throws: PrintingError.missingGlyph("阮")) { try press.raster(of: Paper(blocks: [block]), on: size) }
    }
  }
}
