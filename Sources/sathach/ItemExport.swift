import Assessment
import Interchange
import Spreadsheets

/// Items in the bytes of a format, and what it came to.
struct ItemExport {
  let bytes: [UInt8]
  let report: ExportReport

  init(_ items: [ExportedItem], as format: ItemFormat) throws {
    switch format {
    case .csv:
      var table = ItemTableWriter(isGuarded: true)
      var csv = CSVWriter(separator: .semicolon)
      csv.add(ItemColumn.header)
      for item in items { if let row = table.row(of: item) { csv.add(row) } }
      (bytes, report) = (csv.bytes, table.report)
    case .xlsx:
      var table = ItemTableWriter(isGuarded: false)
      let rows = items.compactMap { table.row(of: $0) }
      (bytes, report) = (try TextWorkbook().bytes(of: [Self.sheet(rows)]), table.report)
    case .gift:
      var writer = GIFTWriter()
      for item in items { writer.add(item) }
      (bytes, report) = (writer.bytes, writer.report)
    case .moodleXML:
      var writer = MoodleWriter()
      for item in items { writer.add(item) }
      (bytes, report) = (writer.finished(), writer.report)
    case .qti, .secondQTI:
      var writer = QTIWriter(format == .qti ? .third : .second)
      for item in items { writer.add(item) }
      (bytes, report) = (writer.finished(), writer.report)
    }
  }

  /// The empty table; as a workbook with sheets that explain it and name the competences.
  static func template(_ format: ItemFormat, framework: Framework) throws -> [UInt8] {
    let template = ItemTemplate(framework)
    guard format == .xlsx else {
      var csv = CSVWriter(separator: .semicolon)
      csv.add(ItemColumn.header)
      for example in template.examples { csv.add(example) }
      return csv.bytes
    }
    let guide = TextWorkbook.Sheet(
      name: "Hướng dẫn", columns: [("Cột", 26), ("Điền gì", 90), ("Bắt buộc", 12)], rows: template.guide,
      isWrapped: true)
    let competences = TextWorkbook.Sheet(
      name: "Năng lực", columns: [("Mã", 28), ("Tên", 60), ("Đối tượng", 40)], rows: template.competences)
    return try TextWorkbook().bytes(of: [sheet(template.examples), guide, competences])
  }

  private static func sheet(_ rows: [[String]]) -> TextWorkbook.Sheet {
    TextWorkbook.Sheet(
      name: "Câu hỏi", columns: ItemColumn.header.map { title in (title: title, width: title.count > 16 ? 24 : 18) },
      rows: rows)
  }
}
