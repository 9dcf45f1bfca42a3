import Glibc
import QRSymbols
import Testing
import UseCases

@Suite("Reading symbols back")
struct ReadingBackTests {
  @Test("a decoder of other origin reads a hundred drawn texts back to the digit")
  func zbar() throws {
    let folder = try temporaryFolder()
    defer { removeFolder(folder) }
    var texts = DigitTexts(seed: 841)
    let expected = (0..<100).map { _ in texts.next(Int(texts.roll(512)) + 1) }

    for (index, text) in expected.enumerated() {
      let picture = Picture(of: try QRPainter().symbol(for: text))
      try picture.write(to: "\(folder)/\(1000 + index).pgm")
    }

    #expect(try output(of: "zbarimg -q --raw \(folder)/*.pgm 2>/dev/null") == expected)
  }

  private func temporaryFolder() throws -> String {
    var name = Array("/tmp/qr-symbols-XXXXXX".utf8CString)
    return String(cString: try #require(mkdtemp(&name)))
  }

  private func removeFolder(_ folder: String) {
    for index in 0..<100 { unlink("\(folder)/\(1000 + index).pgm") }
    rmdir(folder)
  }

  private func output(of command: String) throws -> [String] {
    let pipe = try #require(popen(command, "r"))
    defer { pclose(pipe) }
    var lines: [String] = []
    var room = [CChar](repeating: 0, count: 2048)
    while fgets(&room, Int32(room.count), pipe) != nil {
      let line = room.prefix { $0 != 0 && $0 != CChar(bitPattern: UInt8(ascii: "\n")) }
      lines.append(String(decoding: line.map(UInt8.init(bitPattern:)), as: UTF8.self))
    }
    return lines
  }
}

/// A symbol as a grey picture: 4 pixels a module, 4 modules of quiet zone.
private struct Picture {
  let bytes: [UInt8]

  init(of matrix: QRMatrix) {
    let side = (matrix.size + 8) * 4
    var bytes = Array("P5\n\(side) \(side)\n255\n".utf8)
    for y in 0..<side {
      for x in 0..<side { bytes.append(matrix.isDark(row: y / 4 - 4, column: x / 4 - 4) ? 0 : 255) }
    }
    self.bytes = bytes
  }

  func write(to path: String) throws {
    let file = try #require(fopen(path, "w"))
    defer { fclose(file) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }
}
