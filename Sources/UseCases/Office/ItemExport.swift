import Assessment
import Interchange

/// The formats in which items go out.
package enum ItemFormat: String, CaseIterable, Sendable {
  case csv, xlsx, gift, qti
  case moodleXML = "moodle-xml"
  case secondQTI = "qti-2.1"

  package var contentType: String {
    switch self {
    case .csv: "text/csv; charset=utf-8"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .gift: "text/plain; charset=utf-8"
    case .moodleXML: "application/xml; charset=utf-8"
    case .qti, .secondQTI: "application/zip"
    }
  }

  /// Without its dot.
  package var ending: String {
    switch self {
    case .csv: "csv"
    case .xlsx: "xlsx"
    case .gift: "gift"
    case .moodleXML: "xml"
    case .qti, .secondQTI: "zip"
    }
  }
}

/// Items in the bytes of a format, and what it came to.
package struct ItemExport: Sendable {
  package let bytes: [UInt8]
  package let report: ExportReport

  package init(_ items: [ExportedItem], as format: ItemFormat, _ spreadsheets: any SpreadsheetMaking) throws {
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
      (bytes, report) = (try spreadsheets.make([Self.sheet(rows)]), table.report)
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
  package static func template(
    _ format: ItemFormat, framework: Framework, _ spreadsheets: any SpreadsheetMaking
  ) throws -> [UInt8] {
    let template = ItemTemplate(framework)
    guard format == .xlsx else {
      var csv = CSVWriter(separator: .semicolon)
      csv.add(ItemColumn.header)
      for example in template.examples { csv.add(example) }
      return csv.bytes
    }
    let guide = TextSheet(
      name: "Hướng dẫn", columns: [("Cột", 26), ("Điền gì", 90), ("Bắt buộc", 12)], rows: template.guide,
      isWrapped: true)
    let competences = TextSheet(
      name: "Năng lực", columns: [("Mã", 28), ("Tên", 60), ("Đối tượng", 40)], rows: template.competences)
    return try spreadsheets.make([sheet(template.examples), guide, competences])
  }

  private static func sheet(_ rows: [[String]]) -> TextSheet {
    TextSheet(
      name: "Câu hỏi", columns: ItemColumn.header.map { title in (title: title, width: title.count > 16 ? 24 : 18) },
      rows: rows)
  }
}
