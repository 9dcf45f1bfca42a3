import Assessment
import Glibc
import Interchange
import Testing

@testable import ForeignReader

/// Samples changed at random, byte by byte and piece by piece. What is read of them is an item, a finding or a refusal, told in
/// lines that read back; a crash ends the whole run.
@Suite("Damaged files from outside", .serialized)
struct MutationTests {
  /// Seconds for each reader; `LONG` as for the other long figures.
  private static let seconds = getenv("LONG") == nil ? 4 : 30

  @Test("no damage to a sample does more than refuse it", arguments: ["gift", "moodle", "qti", "table"])
  func samples(folder: String) {
    let samples = Bank.samples(in: folder).filter { !$0.hasSuffix(".told") }.map(Bank.sample)
    mutate(samples, seed: 1)
  }

  @Test("no damage to an archive does more than refuse it")
  func archives() {
    let sheet = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Lời dẫn</t></is></c><c t=\"s\"><v>0</v></c></row>"
    var qti = QTIWriter(.third)
    for item in Bank.items.filter({ $0.item.kind == .point || $0.item.kind == .match }).prefix(3) { qti.add(item) }
    mutate([Workbooks.archive(sheet: sheet, shared: "<si><t>Dạng câu hỏi</t></si>"), qti.finished()], seed: 2)
  }

  private func mutate(_ samples: [[UInt8]], seed: UInt64) {
    var generator = Generator(state: seed)
    let end = ContinuousClock.now + .seconds(Self.seconds)
    var tries = 0
    while ContinuousClock.now < end, let sample = samples.randomElement(using: &generator) {
      tries += 1
      read(generator.changed(sample), try: tries)
    }
    #expect(tries > 100)
  }

  private func read(_ bytes: [UInt8], try number: Int) {
    for purpose in [Purpose.items, .table] {
      var lines: [ReaderLine] = []
      do {
        _ = try bytes.withUnsafeBytes { bytes in try FileReading { lines.append($0) }.read(bytes, for: purpose) }
      } catch let finding as Finding {
        lines.append(.finding(finding))
      } catch {
        Issue.record("try \(number): \(error)")
      }
      for line in lines {
        let read = try? JSONReader.read(line.json.canonicalBytes)  // nil is the failure that is looked for
        if read.flatMap({ ReaderLine($0) }) != line { Issue.record("try \(number): \(line)") }
      }
    }
  }
}

/// SplitMix64: the same seed, the same damage.
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// What formats give a meaning, and what breaks encodings.
  private static let pieces: [[UInt8]] = [
    Array("<".utf8), Array("</".utf8), Array("]]>".utf8), Array("&#x110000;".utf8),
    Array("<?sathach {\"id\":1}?>".utf8),
    Array("::".utf8), Array("{".utf8), Array("}".utf8), Array("~%-100%".utf8), Array("####".utf8), Array("\"".utf8),
    Array("\n\n".utf8), Array("// sathach: {\"options\":{\"0\":[]}}\n".utf8), [0x00], [0xFF, 0xFE], [0xC3],
    [0xF0, 0x9F],
    Array("e\u{323}\u{302}".utf8), Array("99999999999999999999".utf8), Array("-1".utf8), Array("NaN".utf8), [0x1A],
  ]

  mutating func changed(_ sample: [UInt8]) -> [UInt8] {
    var bytes = sample
    for _ in 0..<Int.random(in: 1...6, using: &self) {
      guard !bytes.isEmpty else { return bytes }
      let place = Int.random(in: 0..<bytes.count, using: &self)
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &self))
      switch Int.random(in: 0..<6, using: &self) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &self)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: Self.pieces.randomElement(using: &self) ?? [], at: place)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &self))
      case 4: bytes.removeSubrange(place...)
      default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
      }
    }
    return bytes
  }
}
