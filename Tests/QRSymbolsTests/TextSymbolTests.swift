import QRSymbols
import TestSupport
import Testing

@Suite("Symbols of texts on a screen")
struct TextSymbolTests {
  private let painter = QRPainter()

  @Test(
    "a decoder of other origin reads addresses and keys back to the letter",
    arguments: [
      "https://hop.local:8443/enrolments/ACDEFGHJKM#sha256=" + String(repeating: "0123456789ABCDEF", count: 4),
      "otpauth://totp/Sat%20Hach%20So:lan?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Sat%20Hach%20So",
      "a", "1234567890", "ABC $%*+-./:", String(repeating: "x", count: 512),
    ])
  func readsBack(text: String) throws {
    let raster = try painter.symbol(forText: text).raster(dotsPerModule: 4)
    #expect(try TestReader().texts(in: raster) == [text])
  }

  @Test("letters and figures are told apart from what is bigger or smaller written")
  func keepsCase() throws {
    #expect(try painter.symbol(forText: "abc") != painter.symbol(forText: "ABC"))
  }

  @Test("the modules are larger than a slip's of the same length would be")
  func isLarger() throws {
    let digits = String(repeating: "7", count: 300)
    #expect(try painter.symbol(forText: digits).size < painter.symbol(for: digits).size)
  }

  @Test(
    "what readers disagree about is not drawn",
    arguments: [
      ("", QRSymbolError.lengthOutOfRange(0)), (String(repeating: "x", count: 513), .lengthOutOfRange(513)),
      ("xã", .notPrintable(at: 1)), ("a\nb", .notPrintable(at: 1)), ("a\u{0}b", .notPrintable(at: 1)),
      ("\u{7F}", .notPrintable(at: 0)),
    ])
  func refused(text: String, error: QRSymbolError) {
    #expect(throws: error) { try painter.symbol(forText: text) }
  }
}
