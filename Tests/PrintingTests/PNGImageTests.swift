import Glibc
import Printing
import QRSymbols
import Testing
import UseCases

@Suite("PNG images")
struct PNGImageTests {
  private let raster: Raster

  init() throws {
    raster = try PaperPress().raster(of: World.slip(symbol: QRPainter().symbol(for: "8410123456789")), on: .roll80)
  }

  @Test("the header says one grey bit a dot and 203 dots an inch")
  func header() throws {
    let bytes = try PNGImage(raster).bytes
    let chunks = try chunks(of: bytes)
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    #expect(chunks.map(\.name) == ["IHDR", "pHYs", "IDAT", "IEND"])
    #expect(chunks[0].content == number(raster.width) + number(raster.height) + [1, 0, 0, 0, 0])
    // 203 / 0.0254 = 7992.1 dots a metre.
    #expect(chunks[1].content == number(7992) + number(7992) + [1])
  }

  @Test("the same raster gives the same bytes, another raster others")
  func repeatable() throws {
    var dots = raster.dots
    dots[0].toggle()
    let other = Raster(width: raster.width, height: raster.height, dots: dots)
    #expect(try PNGImage(raster) == PNGImage(raster))
    #expect(try PaperPress().picture(of: raster) == PNGImage(raster).bytes)
    #expect(try PNGImage(raster) != PNGImage(other))
  }

  @Test("a reader of other origin finds the symbol in the file")
  func zbarimg() throws {
    var name = Array("/tmp/printing-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    try #require(file >= 0)
    defer {
      close(file)
      unlink(name)
    }
    let bytes = try PNGImage(raster).bytes
    #expect(write(file, bytes, bytes.count) == bytes.count)

    let path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let pipe = try #require(popen("zbarimg -q --raw \(path) 2>/dev/null", "r"))
    defer { pclose(pipe) }
    var room = [UInt8](repeating: 0, count: 100)
    let count = fread(&room, 1, room.count, pipe)
    #expect(String(decoding: room.prefix(count), as: UTF8.self) == "8410123456789\n")
  }

  @Test(
    "rasters that lack dots or are too large are refused",
    arguments: [(3, 3, 8), (0, 5, 0), (-1, -1, 1), (4097, 1, 4097)])
  func unfit(width: Int, height: Int, dots: Int) {
    let raster = Raster(width: width, height: height, dots: [Bool](repeating: false, count: dots))
    #expect(throws: PrintingError.unfitRaster(width: width, height: height, dots: dots)) { try PNGImage(raster) }
  }

  private func chunks(of bytes: [UInt8]) throws -> [(name: String, content: [UInt8])] {
    var chunks: [(String, [UInt8])] = []
    var rest = bytes.dropFirst(8)
    while !rest.isEmpty {
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      try #require(rest.count >= 12 + length)
      let body = rest.dropFirst(4).prefix(4 + length)
      chunks.append((String(decoding: body.prefix(4), as: UTF8.self), Array(body.dropFirst(4))))
      rest = rest.dropFirst(12 + length)
    }
    return chunks
  }

  private func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(value >> $0 & 255) }
  }
}
