import Assessment
import Testing

@testable import Interchange

@Suite("Round trips over the shipped bank")
struct RoundTripTests {
  @Test("the bank has items of every kind to go through the formats")
  func bank() {
    #expect(Set(Bank.items.map(\.item.kind)) == Set(Item.Kind.allCases))
    #expect(Bank.items.count > 500)
  }

  @Test("a table loses nothing of any kind", arguments: [CSVWriter.Separator.comma, .semicolon])
  func table(separator: CSVWriter.Separator) throws {
    var table = ItemTableWriter(isGuarded: true)
    var csv = CSVWriter(separator: separator)
    csv.add(ItemColumn.header)
    for item in Bank.items {
      if let row = table.row(of: item) { csv.add(row) }
    }

    try expectWhole(csv.bytes, table.report, kinds: Item.Kind.allCases)
  }

  @Test("GIFT loses nothing of the kinds it has, and names the others")
  func gift() throws {
    var writer = GIFTWriter()
    for item in Bank.items { writer.add(item) }

    try expectWhole(writer.bytes, writer.report, kinds: [.single, .several, .match, .short])
  }

  @Test("Moodle XML loses nothing of the kinds it has, and names the others")
  func moodle() throws {
    var writer = MoodleWriter()
    for item in Bank.items { writer.add(item) }
    let bytes = writer.finished()

    try expectWhole(bytes, writer.report, kinds: [.single, .several, .order, .match, .short])
  }

  @Test("QTI loses nothing of the kinds it has, and names the others", arguments: QTIWriter.Version.allCases)
  func qti(version: QTIWriter.Version) throws {
    var writer = QTIWriter(version)
    for item in Bank.items { writer.add(item) }
    let bytes = writer.finished()

    try expectWhole(
      bytes, writer.report, kinds: [.single, .several, .truths, .order, .match, .short, .point])
  }

  /// What comes back is, byte by byte, the content that went out.
  private func expectWhole(_ bytes: [UInt8], _ report: ExportReport, kinds: [Item.Kind]) throws {
    let told = try Told(bytes)
    let expected = Bank.items.filter { kinds.contains($0.item.kind) }
    let back = Dictionary(
      told.items.map { ($0.id, $0.content.canonicalBytes) }, uniquingKeysWith: { first, _ in first })

    #expect(told.items.count == expected.count)
    for item in expected where back[item.item.id.text] != item.content.canonicalBytes {
      Issue.record(
        "\(item.item.id): \(JSONPatch.between(item.content, told.items.first { $0.id == item.item.id.text }?.content ?? JSON(.null)).map { String(decoding: $0.canonicalBytes.prefix(400), as: UTF8.self) } ?? "")"
      )
    }
    #expect(report.written == expected.count)
    #expect(Set(report.leftOut.map(\.kind)) == Set(Item.Kind.allCases).subtracting(kinds))
    #expect(told.findings == [])
  }
}
