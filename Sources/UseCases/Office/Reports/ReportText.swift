import Assessment

/// Report cells as plain text in lines (RFC 4180): what CSV is made of, and what a report's digest is reckoned over.
///
/// Numbers are bare digits; dates are ISO 8601; moments are Vietnam's, `2026-11-21 09:14:05`. A text that a spreadsheet
/// would take for a formula gets an apostrophe in front.
package struct ReportText: Sendable {
  package enum Separator: String, Sendable, CaseIterable {
    case comma
    /// What spreadsheets in Vietnamese expect; they also write decimals with a comma, so this form does.
    case semicolon
    case tab

    var byte: UInt8 {
      switch self {
      case .comma: UInt8(ascii: ",")
      case .semicolon: UInt8(ascii: ";")
      case .tab: 0x09
      }
    }

    var decimalMark: UInt8 { self == .semicolon ? UInt8(ascii: ",") : UInt8(ascii: ".") }
  }

  /// In place of a cell that is not shown.
  package static let hidden = "(ẩn)"
  /// In place of a figure that would rest on too few answers.
  package static let tooFew = "(quá ít)"

  package let separator: Separator

  package init(_ separator: Separator) {
    self.separator = separator
  }

  /// With CR LF at its end.
  package func line(_ cells: [ReportCell]) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(cells.count * 12)
    for (index, cell) in cells.enumerated() {
      if index > 0 { line.append(separator.byte) }
      append(cell, to: &line)
    }
    line += [0x0D, 0x0A]
    return line
  }

  package func line(_ texts: [String]) -> [UInt8] {
    line(texts.map(ReportCell.text))
  }

  private func append(_ cell: ReportCell, to line: inout [UInt8]) {
    switch cell {
    case .text(let text): append(text, to: &line)
    case .integer(let number): line += String(number).utf8
    case .percent(let tenths): append(tenths, places: 1, to: &line)
    case .points(let hundredths), .coefficient(let hundredths): append(hundredths, places: 2, to: &line)
    case .seconds(let tenths): append(tenths, places: 1, to: &line)
    case .date(let date): line += date.iso.utf8
    case .moment(let moment): line += moment.localText.utf8
    case .hidden: line += Self.hidden.utf8
    case .tooFew: line += Self.tooFew.utf8
    case .empty: break
    }
  }

  private func append(_ number: Int, places: Int, to line: inout [UInt8]) {
    let unit = places == 1 ? 10 : 100
    if number < 0 { line.append(UInt8(ascii: "-")) }
    let number = abs(number)
    line += String(number / unit).utf8
    line.append(separator.decimalMark)
    if places == 2, number % unit < 10 { line.append(UInt8(ascii: "0")) }
    line += String(number % unit).utf8
  }

  private func append(_ text: String, to line: inout [UInt8]) {
    let bytes = Array(text.utf8)
    let isFormula = bytes.first.map { Self.formulaSigns.contains($0) } ?? false
    let mustQuote = bytes.contains { $0 == separator.byte || $0 == 0x22 || $0 == 0x0D || $0 == 0x0A }
    if mustQuote { line.append(0x22) }
    if isFormula { line.append(UInt8(ascii: "'")) }
    for byte in bytes {
      if byte == 0x22 { line.append(0x22) }
      line.append(byte)
    }
    if mustQuote { line.append(0x22) }
  }

  /// What Excel, LibreOffice and Google read as the beginning of a formula (OWASP, "CSV Injection").
  static let formulaSigns: Set<UInt8> = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A]
}

extension Moment {
  /// The wall clock in Vietnam, `2026-11-21 09:14:05`.
  package var localText: String {
    let day: Int64 = 86_400
    let local = seconds + 7 * 3_600
    let second = Int(((local % day) + day) % day)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(CivilDate(self).iso) \(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))"
  }
}
