import Glibc
import Synchronization
import UseCases

/// Reads a raster with the `zbarimg` command: a second pair of eyes beside the product's own reader.
package struct TestReader: SymbolReading {
  package init() {}

  package struct Unreadable: Error {}

  package func texts(in raster: Raster) throws -> [String] {
    try texts(in: GreyFrame(width: raster.width, height: raster.height, values: raster.dots.map { $0 ? 0 : 255 }[...]))
  }

  package func texts(in frame: GreyFrame) throws -> [String] {
    var template = Array("/tmp/sathach-raster-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw Unreadable() }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    let picture = Array("P5 \(frame.width) \(frame.height) 255\n".utf8) + frame.values
    guard write(file, picture, picture.count) == picture.count else { throw Unreadable() }
    close(file)
    guard let pipe = popen("zbarimg -q --raw -Sdisable -Sqrcode.enable \(path)", "r") else { throw Unreadable() }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&chunk, 1, chunk.count, pipe), count > 0 { bytes += chunk[..<count] }
    pclose(pipe)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

/// Tries of spoken codes as the product counts them.
package final class TestLookups: Lookups {
  private let ledger = Mutex(LookupLedger())

  package init() {}

  package func wait(for peer: String, at instant: Int64) -> Int {
    ledger.withLock { $0.wait(for: peer, at: instant) }
  }
}
