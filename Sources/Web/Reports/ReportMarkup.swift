import Assessment
import UseCases

/// A report's table and its foot as they stand on the screen and on paper.
struct ReportMarkup {
  let head: ReportHead
  let rows: [ReportRow]
  let foot: ReportFoot

  var table: Markup {
    """
    \(Components.scroll)<table class="list report">
    <caption>\(head.title)</caption>
    <thead><tr>\(each: head.columns, { "<th scope=\"col\"\(" class=\"number\"", if: $0.kind.isNumber)>\($0.heading)</th>" })</tr></thead>
    <tbody>
    \(each: rows, line)</tbody>
    </table></div>

    """
  }

  private func line(_ row: ReportRow) -> Markup {
    let cells = Array(zip(head.columns, row.cells).enumerated())
    return """
      <tr\(" class=\"total\"", if: row.kind == .total)>\(each: cells, { cell($0.element.1, in: $0.element.0, isFirst: $0.offset == 0) })</tr>

      """
  }

  private func cell(_ cell: ReportCell, in column: ReportHead.Column, isFirst: Bool) -> Markup {
    let text = Self.text(cell)
    if isFirst, case .text = cell { return "<th scope=\"row\">\(text)</th>" }
    return "<td\(" class=\"number\"", if: column.kind.isNumber)>\(text)</td>"
  }

  /// As Vietnamese is written; a hyphen where there is nothing to say.
  static func text(_ cell: ReportCell) -> String {
    switch cell {
    case .text(let text): text
    case .integer(let number): String(number)
    case .percent(let tenths): "\(tenths / 10),\(tenths % 10)"
    case .points(let hundredths): Formatting.points(hundredths)
    case .date(let date): Formatting.date(date)
    case .moment(let moment): ReportWording.moment(moment)
    case .hidden: ReportText.hidden
    case .empty: "–"
    }
  }

  var facts: Markup {
    """
    <dl class="report-facts">
    \(each: head.facts, { "<div><dt>\($0.label)</dt><dd>\($0.value)</dd></div>\n" })</dl>

    """
  }

  var end: Markup {
    """
    <div class="report-foot">
    \(each: foot.notes, { "<p>\($0)</p>\n" })<dl>
    \(each: foot.facts, { "<div><dt>\($0.label)</dt><dd>\($0.value)</dd></div>\n" })</dl>
    </div>

    """
  }
}

extension ReportCell.Kind {
  var isNumber: Bool {
    switch self {
    case .integer, .percent, .points: true
    case .text, .date, .moment: false
    }
  }
}
