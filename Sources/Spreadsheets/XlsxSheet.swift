import Assessment
import CXlsxwriter
import UseCases

/// One sheet that a report is written into, row after row.
final class XlsxSheet: ReportSink {
  private enum Look: Hashable {
    case heading
    case number(String, isBold: Bool)
    case text(isBold: Bool)
  }

  private let library: XlsxLibrary
  private let book: XlsxLibrary.Book
  private let sheet: XlsxLibrary.Sheet
  private var looks: [Look: XlsxLibrary.Format] = [:]
  private var row: UInt32 = 0

  static let mostRows = 1_048_576
  /// For the foot, which stands below whatever was written.
  private static let room = 60

  init(_ library: XlsxLibrary, in book: XlsxLibrary.Book) throws {
    guard let sheet = library.addSheet(book, "Báo cáo") else { throw SpreadsheetError.libraryRefused(code: 1) }
    self.library = library
    self.book = book
    self.sheet = sheet
  }

  func begin(_ head: ReportHead) throws {
    library.setLandscape(sheet)
    // A4 in the numbering of Excel.
    library.setPaper(sheet, 9)
    library.fitPages(sheet, 1, 0)
    library.freeze(sheet, 1, 0)
    try check(library.repeatRows(sheet, 0, 0))
    for (index, column) in head.columns.enumerated() {
      try check(library.setColumn(sheet, UInt16(index), UInt16(index), Self.width(of: column), nil))
    }
    for (index, column) in head.columns.enumerated() { try write(column.heading, at: index, look(.heading)) }
    row = 1
  }

  /// In characters.
  private static func width(of column: ReportHead.Column) -> Double {
    switch column.kind {
    case .text: column.name == "group" || column.name == "name" ? 36 : 20
    case .moment: 20
    case .date: 12
    case .integer, .percent, .points, .coefficient, .seconds: 13
    }
  }

  func add(_ row: ReportRow) throws {
    guard self.row + UInt32(Self.room) < UInt32(Self.mostRows) else { throw SpreadsheetError.tooLarge }
    let isBold = row.kind == .total
    for (index, cell) in row.cells.enumerated() { try write(cell, at: index, isBold: isBold) }
    self.row += 1
  }

  private func write(_ cell: ReportCell, at column: Int, isBold: Bool) throws {
    switch cell {
    case .text(let text): try write(text, at: column, look(.text(isBold: isBold)))
    case .hidden: try write(ReportText.hidden, at: column, look(.text(isBold: isBold)))
    case .tooFew: try write(ReportText.tooFew, at: column, look(.text(isBold: isBold)))
    case .empty: break
    case .integer(let number): try write(Double(number), at: column, format: "#,##0", isBold)
    case .percent(let tenths): try write(Double(tenths) / 1_000, at: column, format: "0.0%", isBold)
    case .points(let hundredths): try write(Double(hundredths) / 100, at: column, format: "0.##", isBold)
    case .coefficient(let hundredths): try write(Double(hundredths) / 100, at: column, format: "0.00", isBold)
    case .seconds(let tenths): try write(Double(tenths) / 10, at: column, format: "0.0", isBold)
    case .date(let date): try write(Self.serial(date), at: column, format: "dd/mm/yyyy", isBold)
    case .moment(let moment):
      let second = (moment.seconds + 7 * 3_600) % 86_400
      let value = Self.serial(CivilDate(moment)) + Double(second) / 86_400
      try write(value, at: column, format: "dd/mm/yyyy hh:mm:ss", isBold)
    }
  }

  /// Days since 1899-12-30, as spreadsheets count them.
  private static func serial(_ date: CivilDate) -> Double { Double(date.dayNumber + 25_569) }

  private func write(_ number: Double, at column: Int, format: String, _ isBold: Bool) throws {
    try check(library.writeNumber(sheet, row, UInt16(column), number, look(.number(format, isBold: isBold))))
  }

  private func write(_ text: String, at column: Int, _ format: XlsxLibrary.Format?) throws {
    // A cell holds 32,767 characters; what is longer is nobody's name.
    try check(library.writeText(sheet, row, UInt16(column), String(text.prefix(8_000)), format))
  }

  func end(_ foot: ReportFoot) throws {
    row += 1
    for note in foot.notes {
      try write(note, at: 0, nil)
      row += 1
    }
    for fact in foot.facts {
      try write(fact.label, at: 0, nil)
      try write(fact.value, at: 1, nil)
      row += 1
    }
  }

  private func look(_ look: Look) -> XlsxLibrary.Format? {
    if let known = looks[look] { return known }
    guard let format = library.addFormat(book) else { return nil }
    switch look {
    case .heading:
      library.setBold(format)
      library.setWrap(format)
      // A thin line.
      library.setBorder(format, 1)
    case .number(let text, let isBold):
      library.setNumberFormat(format, text)
      if isBold { library.setBold(format) }
    case .text(let isBold):
      if isBold { library.setBold(format) }
    }
    looks[look] = format
    return format
  }

  private func check(_ code: UInt32) throws {
    guard code == 0 else { throw SpreadsheetError.libraryRefused(code: Int32(code)) }
  }
}
