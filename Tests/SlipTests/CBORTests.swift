import Slip
import Testing

@Suite("CBOR")
struct CBORTests {
  /// From RFC 8949, appendix A, and the kinds of this product.
  private static let pairs: [(CBOR, String)] = [
    (CBOR(0), "00"), (CBOR(23), "17"), (CBOR(24), "1818"), (CBOR(100), "1864"), (CBOR(255), "18ff"),
    (CBOR(256), "190100"), (CBOR(1000), "1903e8"), (CBOR(65_536), "1a00010000"), (CBOR(1_000_000), "1a000f4240"),
    (CBOR(1_000_000_000_000), "1b000000e8d4a51000"), (.unsigned(.max), "1bffffffffffffffff"),
    (.negative(.max), "3bffffffffffffffff"), (CBOR(-1), "20"), (CBOR(-100), "3863"), (CBOR(-65_537), "3a00010000"),
    (.bytes([]), "40"), (.bytes([1, 2, 3, 4]), "4401020304"), (.text(""), "60"), (.text("ü"), "62c3bc"),
    (.array([]), "80"), (.array([CBOR(1), .array([CBOR(2), CBOR(3)])]), "8201820203"), (.map([]), "a0"),
    (.map([.init(CBOR(1), CBOR(2)), .init(CBOR(3), CBOR(4))]), "a201020304"),
  ]

  @Test("values are written as in the RFC's examples and read back", arguments: pairs)
  func examples(value: CBOR, hex: String) throws {
    #expect(Hex.text(value.encoded) == hex)
    #expect(try CBOR(decoding: try #require(Hex.bytes(hex)), atMost: 100) == value)
  }

  @Test("map keys are written in bytewise order of their encoding, however they were given")
  func keyOrder() throws {
    let map = CBOR.map([
      .init(.text("aa"), CBOR(0)), .init(CBOR(-1), CBOR(0)), .init(CBOR(100), CBOR(0)), .init(CBOR(10), CBOR(0)),
    ])
    #expect(Hex.text(map.encoded) == "a40a0018640020006261" + "6100")
  }

  @Test(
    "whatever is not the one deterministic form is refused with its reason",
    arguments: [
      ("", .truncated), ("18", .truncated), ("1817", .notShortest(at: 0)), ("1900ff", .notShortest(at: 0)),
      ("1a0000ffff", .notShortest(at: 0)), ("1b00000000ffffffff", .notShortest(at: 0)), ("580100", .notShortest(at: 0)),
      ("820018 17", .notShortest(at: 2)), ("1c", .unsupportedItem(at: 0)), ("5f4101ff", .unsupportedItem(at: 0)),
      ("9fff", .unsupportedItem(at: 0)), ("bfff", .unsupportedItem(at: 0)), ("c001", .unsupportedItem(at: 0)),
      ("d28440", .unsupportedItem(at: 0)), ("f4", .unsupportedItem(at: 0)), ("f6", .unsupportedItem(at: 0)),
      ("f93c00", .unsupportedItem(at: 0)), ("fb3ff199999999999a", .unsupportedItem(at: 0)),
      ("ff", .unsupportedItem(at: 0)),
      ("a2010201 03", .keysOutOfOrder(at: 3)), ("a203040102", .keysOutOfOrder(at: 3)), ("61ff", .notUTF8(at: 0)),
      ("62c0af", .notUTF8(at: 0)), ("63eda080", .notUTF8(at: 0)), ("4201", .truncated), ("8201", .truncated),
      ("9affffffff", .truncated), ("5bffffffffffffffff", .truncated), ("bb7fffffffffffffff", .truncated),
      ("a101", .truncated), ("0000", .trailingBytes(1)), ("81818181818100", .tooDeep(at: 6)),
    ] as [(String, SlipError)])
  func refused(hex: String, reason: SlipError) throws {
    let bytes = try #require(Hex.bytes(hex.filter { $0 != " " }))
    #expect(throws: reason) { try CBOR(decoding: bytes, atMost: 100) }
  }

  @Test("more bytes than allowed are refused before they are read")
  func sizeLimit() {
    #expect(throws: SlipError.tooLarge(bytes: 3)) { try CBOR(decoding: [0x82, 0, 0], atMost: 2) }
  }

  @Test("items of a document are found by place, also after others that hold some")
  func document() throws {
    let bytes = CBOR.array([.array([CBOR(1), .array([CBOR(2)])]), .text("ü"), .bytes([7]), CBOR(-3)]).encoded
    let document = try CBORDocument(bytes, atMost: 100)
    let items = (0..<4).map { document.item($0, at: CBORDocument.root) }
    #expect(document.count(at: CBORDocument.root) == 4 && document.count(at: items[0]) == 2)
    #expect(document.string(at: items[1]) == "ü" && document.byteString(at: items[2]) == [7])
    #expect(document.integer(at: items[3]) == -3 && document.next(after: items[2]) == items[3])
    #expect(document.string(at: items[0]) == nil && document.count(at: items[3]) == nil)
  }

  @Test("an integer beyond 64 bits with sign is no Int, and does not crash")
  func hugeIntegers() {
    #expect(CBOR.unsigned(.max).integer == nil && CBOR.negative(.max).integer == nil)
    #expect(CBOR.negative(UInt64(Int.max)).integer == Int.min)
  }

  @Test("20,000 random byte strings are refused, or read and written back to the same bytes")
  func randomBytes() {
    var numbers = SeededNumbers(seed: 8949)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 1...12, using: &numbers)).map { _ in UInt8.random(in: 0...0xa3, using: &numbers) }
      guard let value = try? CBOR(decoding: bytes, atMost: 100) else { continue }
      #expect(value.encoded == bytes)
    }
  }
}
