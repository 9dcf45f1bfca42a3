import Assessment
import UseCases

/// A report's table and its foot as they stand on the screen and on paper.
package struct ReportMarkup {
  let head: ReportHead
  let rows: [ReportRow]
  let foot: ReportFoot
  /// Where a heading leads, and where a row's first cell does.
  package var headingLink: (ReportHead.Column) -> Markup? = { _ in nil }
  package var rowLink: (Int) -> Markup? = { _ in nil }

  package init(head: ReportHead, rows: [ReportRow], foot: ReportFoot) {
    self.head = head
    self.rows = rows
    self.foot = foot
  }

  package var table: Markup {
    """
    \(Components.scroll)<table class="list report\(" wide", if: head.columns.count > 10)">
    <caption>\(head.title)</caption>
    <thead><tr>\(each: head.columns, { "<th scope=\"col\"\(" class=\"number\"", if: $0.kind.isNumber)>\(heading($0))</th>" })</tr></thead>
    <tbody>
    \(each: Array(rows.enumerated()), { line($0.element, at: $0.offset) })</tbody>
    </table></div>

    """
  }

  private func heading(_ column: ReportHead.Column) -> Markup {
    headingLink(column).map { "<a href=\"\($0)\">\(column.heading)</a>" } ?? "\(column.heading)"
  }

  private func line(_ row: ReportRow, at place: Int) -> Markup {
    let cells = Array(zip(head.columns, row.cells).enumerated())
    return """
      <tr\(" class=\"total\"", if: row.kind == .total)>\(each: cells, { cell($0.element.1, in: $0.element.0, link: $0.offset == 0 ? rowLink(place) : nil, isFirst: $0.offset == 0) })</tr>

      """
  }

  private func cell(_ cell: ReportCell, in column: ReportHead.Column, link: Markup?, isFirst: Bool) -> Markup {
    let text = Self.text(cell)
    if isFirst, case .text = cell {
      return link.map { "<th scope=\"row\"><a href=\"\($0)\">\(text)</a></th>" } ?? "<th scope=\"row\">\(text)</th>"
    }
    return "<td\(" class=\"number\"", if: column.kind.isNumber)>\(text)</td>"
  }

  /// As Vietnamese is written; a hyphen where there is nothing to say.
  package static func text(_ cell: ReportCell) -> String {
    switch cell {
    case .text(let text): text
    case .integer(let number): String(number)
    case .percent(let tenths): "\(tenths / 10),\(tenths % 10)"
    case .points(let hundredths): Formatting.points(hundredths)
    case .coefficient(let hundredths): Formatting.coefficient(hundredths)
    case .seconds(let tenths): "\(tenths / 10),\(tenths % 10)"
    case .date(let date): Formatting.date(date)
    case .moment(let moment): ReportWording.moment(moment)
    case .hidden: ReportText.hidden
    case .tooFew: ReportText.tooFew
    case .empty: "–"
    }
  }

  package var facts: Markup {
    """
    <dl class="report-facts">
    \(each: head.facts, { "<div><dt>\($0.label)</dt><dd>\($0.value)</dd></div>\n" })</dl>

    """
  }

  package var end: Markup {
    """
    <div class="report-foot">
    \(each: foot.notes, { "<p>\($0)</p>\n" })<dl>
    \(each: foot.facts, { "<div><dt>\($0.label)</dt><dd>\($0.value)</dd></div>\n" })</dl>
    </div>

    """
  }
}

extension ReportCell.Kind {
  package var isNumber: Bool {
    switch self {
    case .integer, .percent, .points, .coefficient, .seconds: true
    case .text, .date, .moment: false
    }
  }
}
