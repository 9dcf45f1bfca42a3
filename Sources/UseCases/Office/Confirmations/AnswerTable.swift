import Assessment
import Slip

/// The rows of an answer, as far as they can be read without knowing whom they are about.
package struct AnswerTable: Equatable, Sendable {
  package static let mostRows = 20_000
  /// A heading may stand below a letterhead of so many lines.
  private static let mostLinesAbove = 20

  package struct Row: Equatable, Sendable {
    /// As a spreadsheet shows it, from 1.
    package let line: Int
    package let slip: SlipReference?
    package let number: CitizenNumber?
    package let name: String
    package let birth: Birth?
    package let verdict: ConfirmationState?
    package let reason: String
    /// Cells that cannot be read, with what stands in them.
    package let faults: [CellFault]
  }

  package enum SlipReference: Equatable, Sendable {
    case token(SlipToken)
    /// The whole text of a symbol.
    case text(String)
  }

  package struct CellFault: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
      case slipCode(groups: [Int])
      case number
      case birth
      case verdict
      case formula
    }

    package let field: ConfirmationLayout.AnswerField
    package let column: Int
    package let kind: Kind
    package let text: String
  }

  package let rows: [Row]
  /// Headings that mean nothing here, to be shown: what they hold is not looked at.
  package let unknownHeadings: [String]

  /// - Parameter cells: rows of cells with their line numbers, empty lines too.
  package init(_ cells: [(line: Int, cells: [String])], layout: ConfirmationLayout) throws(AnswersFault) {
    guard let head = Self.head(in: cells, layout) else {
      throw cells.contains { $0.cells.contains { !$0.isEmpty } } ? .noHeadings : .empty
    }
    let columns = try Self.columns(cells[head].cells, layout)
    let body = cells[(head + 1)...].filter { $0.cells.contains { !Spelling.folded($0).isEmpty } }
    guard body.count <= Self.mostRows else { throw .tooManyRows(body.count, most: Self.mostRows) }
    guard !body.isEmpty else { throw .empty }
    unknownHeadings = cells[head].cells.enumerated().filter { index, text in
      !Spelling.folded(text).isEmpty && !columns.values.contains(index)
    }.map(\.element)
    rows = body.map { AnswerRowReader(columns: columns, layout: layout).row($0.cells, line: $0.line) }
  }

  private static func head(in cells: [(line: Int, cells: [String])], _ layout: ConfirmationLayout) -> Int? {
    let known = Set(layout.answerHeadings.values.joined().map(Spelling.folded))
    let counts = cells.prefix(mostLinesAbove).map { row in
      row.cells.filter { known.contains(Spelling.folded($0)) }.count
    }
    guard let most = counts.max(), most >= 2 else { return nil }
    return counts.firstIndex(of: most)
  }

  private static func columns(
    _ head: [String], _ layout: ConfirmationLayout
  ) throws(AnswersFault) -> [ConfirmationLayout.AnswerField: Int] {
    var columns: [ConfirmationLayout.AnswerField: Int] = [:]
    for field in ConfirmationLayout.AnswerField.allCases {
      let headings = Set((layout.answerHeadings[field] ?? []).map(Spelling.folded))
      let found = head.indices.filter { headings.contains(Spelling.folded(head[$0])) }
      guard found.count <= 1 else { throw .doubledColumn(heading: head[found[0]], columns: found.map { $0 + 1 }) }
      columns[field] = found.first
    }
    guard columns[.verdict] != nil else { throw .noColumn(.verdict) }
    guard columns[.slipCode] != nil || columns[.number] != nil || (columns[.name] != nil && columns[.birth] != nil)
    else { throw .noWayToMatch }
    return columns
  }
}

extension AnswerTable {
  /// A birth as somebody wrote it down.
  package enum Birth: Equatable, Sendable {
    case date(CivilDate)
    case year(Int)

    /// Whether it can be the same as `YYYY-MM-DD` or `YYYY`.
    func agrees(with stored: String) -> Bool {
      switch self {
      case .year(let year): stored.hasPrefix(String(year))
      case .date(let date):
        stored.utf8.count == 4
          ? stored == String(date.year)
          : stored == "\(date.year)-\(Self.padded(date.month))-\(Self.padded(date.day))"
      }
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  }
}

/// Reads the cells of one line.
private struct AnswerRowReader {
  let columns: [ConfirmationLayout.AnswerField: Int]
  let layout: ConfirmationLayout

  func row(_ cells: [String], line: Int) -> AnswerTable.Row {
    var faults: [AnswerTable.CellFault] = []
    func cell<Value>(
      _ field: ConfirmationLayout.AnswerField, _ read: (String) -> (Value?, AnswerTable.CellFault.Kind)
    ) -> Value? {
      guard let column = columns[field], column < cells.count else { return nil }
      let text = trimmed(cells[column])
      guard !text.isEmpty else { return nil }
      let (value, kind) = isFormula(text) ? (nil, .formula) : read(text)
      if value == nil {
        faults.append(
          AnswerTable.CellFault(field: field, column: column + 1, kind: kind, text: String(text.prefix(60))))
      }
      return value
    }
    let slip: AnswerTable.SlipReference? = cell(.slipCode) { slipReference($0) }
    let number: CitizenNumber? = cell(.number) { (CitizenNumber(Self.restored($0)), .number) }
    let name: String? = cell(.name) { ($0, .formula) }
    let birth: AnswerTable.Birth? = cell(.birth) { (Self.birth($0), .birth) }
    let verdict: ConfirmationState? = cell(.verdict) { (layout.verdict(of: $0), .verdict) }
    let reason: String? = cell(.reason) { ($0, .formula) }
    return AnswerTable.Row(
      line: line, slip: slip, number: number, name: name ?? "", birth: birth, verdict: verdict,
      reason: String((reason ?? "").prefix(300)), faults: faults)
  }

  private func slipReference(_ text: String) -> (AnswerTable.SlipReference?, AnswerTable.CellFault.Kind) {
    if !SpokenCode.isLikely(text) { return (.text(text), .slipCode(groups: [])) }
    do {
      return (.token(try SpokenCode(text).token), .slipCode(groups: []))
    } catch SlipError.codeMistyped(let groups) {
      return (nil, .slipCode(groups: groups))
    } catch {
      return (nil, .slipCode(groups: []))
    }
  }

  /// A number that a spreadsheet took for one: without the zeros in front, or as "1,58E+09", which is past saving.
  private static func restored(_ text: String) -> String {
    let digits = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return digits && (9..<12).contains(text.utf8.count)
      ? String(repeating: "0", count: 12 - text.utf8.count) + text : text
  }

  /// `02/09/1958`, `2/9/1958`, `1958-09-02`, `1958`, or the days since 1899-12-30 that a spreadsheet counts.
  private static func birth(_ text: String) -> AnswerTable.Birth? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" || $0 == "." }.map { Int($0) }
    if parts.count == 3, let first = parts[0], let second = parts[1], let third = parts[2] {
      let date = CivilDate(year: first > 31 ? first : third, month: second, day: first > 31 ? third : first)
      return date.isReal && (1900...2100).contains(date.year) ? .date(date) : nil
    }
    guard parts.count == 1, let number = parts[0] else { return nil }
    if (1900...2100).contains(number) { return .year(number) }
    // 1900-01-01 is day 2 of a count that knows a 29 February 1900; from March 1900 on the two agree.
    let epoch = CivilDate(year: 1899, month: 12, day: 30).dayNumber
    return (61...73_050).contains(number) ? .date(CivilDate(dayNumber: epoch + number)) : nil
  }

  private func isFormula(_ text: String) -> Bool {
    text.hasPrefix("=")
  }

  private func trimmed(_ text: String) -> String {
    let front = text.drop { $0.isWhitespace || $0 == "'" }
    guard let end = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(front[...end])
  }
}
