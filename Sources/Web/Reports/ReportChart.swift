import UseCases

/// Bars of a report's rate column, with whiskers where there is an interval: drawn from the cells that are shown, so that
/// it tells nothing the table does not. The table beside it is what a screen reader reads out.
package struct ReportChart {
  private struct Bar {
    let label: String
    /// Tenths of a per cent; nil where hidden or empty.
    let value: Int?
    let interval: ClosedRange<Int>?
    let text: String
  }

  private let bars: [Bar]
  private let name: String

  private static let rowHeight = 40
  private static let labelWidth = 300
  private static let barWidth = 560
  private static let width = 1_000
  /// More lines than this are read in the table.
  private static let mostBars = 60

  /// Nil where the report has no such column or no line.
  package init?(_ head: ReportHead, _ rows: [ReportRow]) {
    guard let first = head.columns.first, first.kind == .text,
      let column = head.columns.firstIndex(where: { $0.name == "rate" || $0.name == "points" })
    else { return nil }
    func place(_ name: String) -> Int? { head.columns.firstIndex { $0.name == name } }
    let (lower, upper) = (place("lower"), place("upper"))
    bars = rows.prefix(Self.mostBars).map { row in
      Bar(
        label: ReportMarkup.text(row.cells[0]), value: Self.tenths(row.cells[column]),
        interval: Self.interval(lower.map { row.cells[$0] }, upper.map { row.cells[$0] }),
        text: ReportMarkup.text(row.cells[column]))
    }
    name = head.columns[column].heading
    if bars.isEmpty { return nil }
  }

  private static func tenths(_ cell: ReportCell?) -> Int? {
    guard case .percent(let tenths)? = cell else { return nil }
    return min(1_000, tenths)
  }

  private static func interval(_ lower: ReportCell?, _ upper: ReportCell?) -> ClosedRange<Int>? {
    guard let lower = tenths(lower), let upper = tenths(upper), lower <= upper else { return nil }
    return lower...upper
  }

  package var markup: Markup {
    let height = bars.count * Self.rowHeight + 30
    return """
      <svg class="report-chart" role="img" aria-label="\(ReportWording.chart(name))" viewBox="0 0 \(Self.width) \(height)">
      \(each: stride(from: 0, through: 100, by: 25), { grid($0, height: height) })\(each: Array(bars.enumerated()), { bar($0.element, y: $0.offset * Self.rowHeight) })</svg>

      """
  }

  private func x(_ tenths: Int) -> Int { Self.labelWidth + tenths * Self.barWidth / 1_000 }

  private func grid(_ percent: Int, height: Int) -> Markup {
    """
    <line class="grid" x1="\(x(percent * 10))" y1="0" x2="\(x(percent * 10))" y2="\(height - 24)"/>\
    <text class="scale" x="\(x(percent * 10))" y="\(height - 6)">\(percent) %</text>

    """
  }

  private func bar(_ bar: Bar, y: Int) -> Markup {
    let whisker: Markup =
      bar.interval.map { interval in
        """
        <path class="whisker" d="M\(x(interval.lowerBound)) \(y + 12)v16m0 -8H\(x(interval.upperBound))m0 -8v16"/>
        """
      } ?? ""
    return """
      <text class="label" x="\(Self.labelWidth - 12)" y="\(y + 26)">\(Self.short(bar.label))</text>\
      <rect class="report-bar" x="\(Self.labelWidth)" y="\(y + 6)" width="\((bar.value ?? 0) * Self.barWidth / 1_000)" height="28"/>\(whisker)\
      <text class="value" x="\(Self.labelWidth + Self.barWidth + 24)" y="\(y + 26)">\(bar.text)</text>

      """
  }

  /// SVG does not break lines; the table has the whole name.
  private static func short(_ label: String) -> String {
    label.count <= 28 ? label : label.prefix(27) + "…"
  }
}
