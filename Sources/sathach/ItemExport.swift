import Assessment
import Glibc
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
      (bytes, report) = (try Self.workbook { try Self.add(rows, to: $0) }, table.report)
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
    return try workbook { book in
      try add(template.examples, to: book)
      try book.begin(
        Spreadsheet.Sheet(name: "Hướng dẫn", columns: [("Cột", 26), ("Điền gì", 90), ("Bắt buộc", 12)]))
      for row in template.guide { try book.add(row.map { .text($0) }, isWrapped: true) }
      try book.begin(Spreadsheet.Sheet(name: "Năng lực", columns: [("Mã", 28), ("Tên", 60), ("Đối tượng", 40)]))
      for row in template.competences { try book.add(row.map { .text($0) }) }
    }
  }

  private static func add(_ rows: [[String]], to book: Spreadsheet) throws {
    let columns = ItemColumn.header.map { title in (title: title, width: title.count > 16 ? 24.0 : 18.0) }
    try book.begin(Spreadsheet.Sheet(name: "Câu hỏi", columns: columns))
    for row in rows { try book.add(row.map { .text($0) }) }
  }

  /// The library writes to a file; one of our own that is gone before anybody sees it.
  private static func workbook(_ fill: (Spreadsheet) throws -> Void) throws -> [UInt8] {
    var path = Array("/tmp/sathach-XXXXXX".utf8CString)
    guard mkdtemp(&path) != nil else { throw FileFault(path: "/tmp", action: "make a folder", code: errno) }
    let folder = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let file = folder + "/items.xlsx"
    defer {
      unlink(file)
      rmdir(folder)
    }
    let book = try Spreadsheet(path: file, temporary: folder)
    try fill(book)
    try book.finish()
    return try FileSystem.read(file)
  }
}
