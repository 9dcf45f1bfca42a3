import QRSymbols
import Testing

@Suite("Drawing slip texts")
struct QRPainterTests {
  private let painter = QRPainter()

  @Test(
    "a text takes the smallest version that holds it at level Q",
    arguments: [(1, 21), (27, 21), (28, 25), (360, 57), (364, 57), (365, 61), (512, 69)])
  func size(length: Int, size: Int) throws {
    var texts = DigitTexts(seed: 1)
    let matrix = try painter.symbol(for: texts.next(length))

    #expect(matrix.size == size)
    #expect(matrix.modules.count == size * size)
  }

  @Test("the same text always gives the same symbol, another text another")
  func determinism() throws {
    var texts = DigitTexts(seed: 2)
    let (text, other) = (texts.next(360), texts.next(360))

    #expect(try painter.symbol(for: text) == painter.symbol(for: text))
    #expect(try painter.symbol(for: text) != painter.symbol(for: other))
  }

  @Test("the three corners carry finder patterns and everything outside is light")
  func finders() throws {
    let matrix = try painter.symbol(for: "841")

    for (row, column) in [(0, 0), (0, matrix.size - 7), (matrix.size - 7, 0)] {
      #expect((0..<7).allSatisfy { matrix.isDark(row: row, column: column + $0) })
      #expect(!matrix.isDark(row: row + 1, column: column + 1))
      #expect(matrix.isDark(row: row + 3, column: column + 3))
    }
    #expect(!matrix.isDark(row: -1, column: 0) && !matrix.isDark(row: 0, column: matrix.size))
  }

  @Test(
    "texts that are not 1…512 plain digits are refused",
    arguments: [
      ("", QRSymbolError.lengthOutOfRange(0)),
      (String(repeating: "7", count: 513), .lengthOutOfRange(513)),
      ("12a4", .notADigit(at: 2)),
      (" 1", .notADigit(at: 0)),
      ("1\u{0}2", .notADigit(at: 1)),
      ("-1", .notADigit(at: 0)),
      ("٣", .notADigit(at: 0)),
    ])
  func refused(text: String, error: QRSymbolError) {
    #expect(throws: error) { try painter.symbol(for: text) }
  }
}
