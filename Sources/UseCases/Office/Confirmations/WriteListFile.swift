import Assessment

/// The forms in which a list is handed over.
package enum ListForm: Hashable, Sendable {
  /// UTF-8 with a byte order mark; dates as 2026-11-21, cells that begin like a formula defused.
  case csv(ReportText.Separator)
  /// One sheet; numbers and dates are such, everything else is text.
  case xlsx
  /// One JSON object a line, by the names of the fields.
  case jsonLines

  package static let all: [ListForm] = [.xlsx, .csv(.semicolon), .csv(.comma), .csv(.tab), .jsonLines]

  /// As it is chosen on a page and stands in the log.
  package var word: String {
    switch self {
    case .csv(.comma): "csv"
    case .csv(let separator): "csv-\(separator.rawValue)"
    case .xlsx: "xlsx"
    case .jsonLines: "jsonl"
    }
  }

  package init?(word: String) {
    guard let form = Self.all.first(where: { $0.word == word }) else { return nil }
    self = form
  }

  package var ending: String {
    switch self {
    case .csv: "csv"
    case .xlsx: "xlsx"
    case .jsonLines: "jsonl"
    }
  }
}

extension ConfirmationList {
  /// What the cells are, beside their text.
  private func cells(_ row: [String]) -> [ReportCell] {
    zip(fields, row).map { field, text in
      switch field {
      case .row, .serial: Int(text).map(ReportCell.integer) ?? .text(text)
      case .passedOn: CivilDate(iso: text).map(ReportCell.date) ?? .text(text)
      case .slipCode, .name, .number, .birth, .sex, .audience, .issuer, .slipText: text.isEmpty ? .empty : .text(text)
      }
    }
  }

  fileprivate func csv(_ separator: ReportText.Separator) -> [UInt8] {
    let text = ReportText(separator)
    return rows.reduce(into: [0xEF, 0xBB, 0xBF] + text.line(headings)) { $0 += text.line(cells($1)) }
  }

  fileprivate var jsonLines: [UInt8] {
    rows.flatMap { row in
      let members = zip(fields, cells(row)).map { field, cell in
        let value: JSON =
          switch cell {
          case .integer(let number): JSON(number)
          case .text(let text): JSON(text)
          case .date(let date): JSON(date.iso)
          default: JSON(.null)
          }
        return JSON.Member(name: field.rawValue, value: value)
      }
      return JSON(.object(members)).canonicalBytes + [0x0A]
    }
  }

  fileprivate func fill(_ sink: any ReportSink) throws {
    let columns = zip(fields, headings).map { field, heading in
      let kind: ReportCell.Kind =
        switch field {
        case .row, .serial: .integer
        case .passedOn: .date
        default: .text
        }
      return ReportHead.Column(field.rawValue, heading, kind)
    }
    try sink.begin(ReportHead(title: "", facts: [], columns: columns, mode: .internal))
    for row in rows { try sink.add(ReportRow(cells(row))) }
  }
}

extension ConfirmationList {
  /// The whole file. The same list gives the same bytes each time, so that a signature made later is still about it.
  package func file(as form: ListForm, spreadsheets: any SpreadsheetMaking) throws -> [UInt8] {
    switch form {
    case .csv(let separator): return csv(separator)
    case .jsonLines: return jsonLines
    case .xlsx:
      var bytes: [UInt8] = []
      try spreadsheets.make(dated: batch.madeAt, fill) { bytes += $0 }
      return bytes
    }
  }
}

extension Kiosk {
  package func file(of list: ConfirmationList, as form: ListForm) throws -> [UInt8] {
    try list.file(as: form, spreadsheets: spreadsheets)
  }

  /// Without its ending: `vneid-02215-1-3`.
  package func listFileName(_ batch: ConfirmationBatch.ID) -> String { "vneid-\(office.issuer.text)-\(batch)" }
}
