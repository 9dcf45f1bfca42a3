import Printing
import QRSymbols
import Testing
import UseCases

@testable import Printing

@Suite("Receipt printers are sent dots")
struct ESCPOSTests {
  @Test("the dots that are sent are the sheet's, on both rolls", arguments: [PaperSize.roll80, .roll58])
  func sameDots(size: PaperSize) throws {
    let sheet = try PaperPress().raster(of: World.slip(symbol: QRPainter().symbol(for: "8410123456789")), on: size)

    let (printed, rest) = try Receipt.read(ESCPOS.job(sheet))

    #expect(printed == sheet)
    #expect(rest == [0x1B, 0x64, 3, 0x1D, 0x56, 66, 0])
  }

  @Test("dots that end within a byte are filled up with white")
  func oddWidth() throws {
    let line = Raster(width: 11, height: 1, dots: [Bool](repeating: true, count: 11))

    #expect(try Array(ESCPOS.job(line).dropFirst(10).prefix(2)) == [0xFF, 0xE0])
  }

  @Test("every trouble is read out of the printer's one byte")
  func troubles() {
    #expect(ESCPOS.Question.paper.trouble(in: 0x12) == nil)
    #expect(ESCPOS.Question.paper.trouble(in: 0x1E) == nil, "the roll is near its end, and prints")
    #expect(ESCPOS.Question.paper.trouble(in: 0x72) == .outOfPaper)
    #expect(ESCPOS.Question.cause.trouble(in: 0x16) == .coverOpen)
    #expect(ESCPOS.Question.error.trouble(in: 0x1A) == .faulty)
    #expect(ESCPOS.Question.printer.trouble(in: 0x1A) == .offline)
  }

  @Test("noise is no answer", arguments: [0x00, 0xFF, 0x41, 0x92] as [UInt8])
  func noise(byte: UInt8) {
    #expect(!ESCPOS.Question.isAnswer(byte))
    #expect(ESCPOS.Question.isAnswer(0x12))
  }

  @Test("a device that is not there is told as a printer that is off")
  func notThere() throws {
    let printer = ReceiptPrinter(path: "/dev/sathach-no-printer", size: .roll80)

    #expect(printer.trouble() == .offline)
    let dots = Raster(width: 8, height: 1, dots: [Bool](repeating: true, count: 8))
    #expect(throws: PrinterFault.self) { try printer.put(dots) { _ in } }
  }
}

/// Reads what a printer would put on paper.
enum Receipt {
  struct Nonsense: Error {}

  /// - Returns: all bands below each other, and what comes after them.
  static func read(_ bytes: [UInt8]) throws -> (Raster, [UInt8]) {
    guard bytes.starts(with: [0x1B, 0x40]) else { throw Nonsense() }
    var rest = bytes.dropFirst(2)
    var (width, dots) = (0, [Bool]())
    while rest.starts(with: [0x1D, 0x76, 0x30, 0]) {
      let head = Array(rest.prefix(8)).map(Int.init)
      let length = (head[4] + head[5] << 8) * (head[6] + head[7] << 8)
      width = (head[4] + head[5] << 8) * 8
      for byte in rest.dropFirst(8).prefix(length) {
        for bit in 0..<8 { dots.append(byte & 0x80 >> UInt8(bit) != 0) }
      }
      rest = rest.dropFirst(8 + length)
    }
    guard width > 0 else { throw Nonsense() }
    return (Raster(width: width, height: dots.count / width, dots: dots), Array(rest))
  }
}
