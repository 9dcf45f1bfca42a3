import Printing
import Testing

@testable import SymbolReader

@Suite("Pictures for sathach-symbols")
struct SymbolReaderTests {
  private static func file(_ header: String, values count: Int) -> [UInt8] {
    Array(header.utf8) + [UInt8](repeating: 255, count: count)
  }

  private static let bad: [String: [UInt8]] = [
    "empty": [],
    "text": Array("Phiếu báo kết quả".utf8),
    "only the magic": Array("P5".utf8),
    "header cut": Array("P5\n10 10\n255".utf8),
    "values cut": file("P5\n10 10\n255\n", values: 99),
    "values too many": file("P5\n10 10\n255\n", values: 101),
    "no values": file("P5\n10 10\n255\n", values: 0),
    "text PGM": file("P2\n10 10\n255\n", values: 100),
    "colour": file("P6\n10 10\n255\n", values: 300),
    "negative": file("P5\n-10 10\n255\n", values: 100),
    "both negative": file("P5\n-10 -10\n255\n", values: 100),
    "zero": file("P5\n0 10\n255\n", values: 0),
    "too wide": file("P5\n4097 1\n255\n", values: 4097),
    "huge": file("P5\n999999 999999\n255\n", values: 10),
    "overflowing": file("P5\n99999999999999999999999999 1\n255\n", values: 10),
    "product overflowing": file("P5\n4294967296 4294967296\n255\n", values: 0),
    "depth 1": file("P5\n10 10\n1\n", values: 100),
    "depth 65535": file("P5\n10 10\n65535\n", values: 200),
    "comment": file("P5\n# me\n10 10\n255\n", values: 100),
    "no space": file("P510 10 255\n", values: 100),
    "hexadecimal": file("P5\n0x0A 10\n255\n", values: 100),
    "header of spaces": file("P5" + String(repeating: " ", count: 100) + "10 10 255\n", values: 100),
    "foreign digits": file("P5\n١٠ 10\n255\n", values: 100),
    "PNG": [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
  ]

  @Test("a bad picture ends with status 2 and no answer", arguments: bad.keys.sorted())
  func refused(name: String) throws {
    #expect(try outcome(of: Self.bad[name] ?? []) == .failure(.child(.failed(status: 2))))
  }

  @Test("more bytes than any picture has are not read to the end")
  func tooLong() throws {
    let file = [UInt8](repeating: UInt8(ascii: "P"), count: GreyPicture.longestFile + 1)
    #expect(try outcome(of: file) == .failure(.child(.failed(status: 2))))
  }

  @Test("a picture without a symbol ends with status 0, be it ever so odd", arguments: [(1, 1), (4096, 1), (1, 4096)])
  func nothingFound(width: Int, height: Int) throws {
    let file = Self.file("P5 \(width)\t\(height)\r255\n", values: width * height)
    #expect(try outcome(of: file) == .success([]))
  }

  @Test("noise is survived")
  func noise() throws {
    var chance = SeededChance(seed: 5)
    for _ in 0..<5 {
      let file = Array("P5\n200 150\n255\n".utf8) + chance.bytes(200 * 150).map { $0 & 1 == 0 ? 0 : 255 }
      guard case .success = try outcome(of: file) else { return #expect(Bool(false)) }
    }
  }

  @Test("no altered header is taken for anything but what it says")
  func alteredHeaders() throws {
    var chance = SeededChance(seed: 7)
    let sound = Self.file("P5\n16 8\n255\n", values: 128)
    for _ in 0..<3000 {
      var file = sound
      for _ in 0...chance.roll(3) { file[chance.roll(14)] = chance.bytes(1)[0] }
      if chance.roll(3) == 0 { file = Array(file.prefix(chance.roll(file.count))) }
      guard let picture = try? GreyPicture(file) else { continue }
      #expect(picture.values.count == picture.width * picture.height)
      #expect(file.starts(with: "P5".utf8))
    }
    #expect(try GreyPicture(sound).values.count == 128)
  }
}
