import Measurement
import UseCases

/// Items as dots: how many get one right across, how well it tells people apart upwards.
struct ItemScatter: StatisticsChart {
  private let dots: [(x: Double, y: Double, isFlagged: Bool)]
  private let flagged: Int

  init(_ figures: ItemFigures) {
    dots = figures.lines.compactMap { line in
      guard line.isJudged, let x = line.statistics.facility?.value, let y = line.statistics.discrimination?.value
      else { return nil }
      return (x, y, !line.flags.isEmpty)
    }
    flagged = figures.lines.count { !$0.flags.isEmpty }
  }

  var sentences: [String] {
    dots.isEmpty
      ? [StatisticsPageWording.noneJudged(Kiosk.leastForFlag)]
      : [StatisticsPageWording.judged(dots.count, flagged: flagged)]
  }

  private static let frame = ChartFrame(left: 90, top: 20, width: 860, height: 340)

  var markup: Markup {
    guard !dots.isEmpty else { return "" }
    let frame = Self.frame
    return """
      <svg class="report-chart" role="img" aria-label="\(StatisticsPageWording.scatter)" viewBox="0 0 1000 430">
      \(each: stride(from: 0, through: 100, by: 25), { frame.column(Double($0) / 100, "\($0)") })\
      \(each: stride(from: -50, through: 100, by: 50), { frame.row((Double($0) / 100 + 0.5) / 1.5, Formatting.coefficient($0)) })\
      <text class="scale" x="520" y="424">\(StatisticsPageWording.facilityAxis)</text>\
      <text class="scale axis" x="100" y="14">\(StatisticsPageWording.discriminationAxis)</text>
      \(each: dots, dot)</svg>

      """
  }

  private func dot(_ dot: (x: Double, y: Double, isFlagged: Bool)) -> Markup {
    let y = min(1, max(0, (dot.y + 0.5) / 1.5))
    return
      "<circle class=\"dot\(" flagged", if: dot.isFlagged)\" cx=\"\(Self.frame.x(dot.x))\" cy=\"\(Self.frame.y(y))\" r=\"6\"/>"
  }
}

/// The share that passes, by the cut.
struct CutChart: StatisticsChart {
  private let figures: CutFigures
  private let asked: Int?
  private let shown: [(cut: Int, tenths: Int)]
  private let rows: [ReportRow]

  private static let frame = ChartFrame(left: 90, top: 20, width: 860, height: 340)

  init(_ figures: CutFigures, asked: Int?) {
    self.figures = figures
    self.asked = asked
    rows = CutTable(figures: figures).rows
    shown = zip(figures.lines, rows).compactMap { line, row in
      if case .percent(let tenths) = row.cells[4] { return (line.cut, tenths) }
      return nil
    }
  }

  /// From the cells, so that nothing is said that the table hides.
  var sentences: [String] {
    guard let asked, figures.blueprint != nil else { return [] }
    guard rows.indices.contains(asked) else { return [StatisticsWording.cutOutOfRange] }
    guard case .integer(let passed) = rows[asked].cells[3], case .integer(let gained) = rows[asked].cells[7],
      case .integer(let lost) = rows[asked].cells[8]
    else { return [TestWording.cutHidden] }
    let change = gained > 0 ? TestWording.more(gained) : lost > 0 ? TestWording.fewer(lost) : TestWording.same
    return [
      TestWording.answer(
        asked, passed: String(passed), rate: ReportMarkup.text(rows[asked].cells[4]), count: figures.attempts), change,
    ]
  }

  var markup: Markup {
    guard let blueprint = figures.blueprint, !shown.isEmpty else { return "" }
    let frame = Self.frame
    let most = max(1, blueprint.itemCount)
    func x(_ cut: Int) -> Double { Double(cut) / Double(most) }
    let step = most > 20 ? 5 : 2
    return """
      <svg class="report-chart" role="img" aria-label="\(TestWording.chart)" viewBox="0 0 1000 430">
      \(each: stride(from: 0, through: most, by: step), { frame.column(x($0), "\($0)") })\
      \(each: stride(from: 0, through: 100, by: 25), { frame.row(Double($0) / 100, "\($0) %") })\
      <text class="scale" x="520" y="424">\(TestWording.axis)</text>
      <polyline class="line" points="\(each: shown, { "\(frame.x(x($0.cut))),\(frame.y(Double($0.tenths) / 1_000)) " })"/>\
      \(each: shown, { "<circle class=\"dot\(" flagged", if: $0.cut == asked)\" cx=\"\(frame.x(x($0.cut)))\" cy=\"\(frame.y(Double($0.tenths) / 1_000))\" r=\"6\"/>" })\
      <line class="whisker" x1="\(frame.x(x(blueprint.cutScore.overall)))" y1="\(frame.top)" x2="\(frame.x(x(blueprint.cutScore.overall)))" y2="\(frame.bottom)"/>
      </svg>

      """
  }
}

/// Where shares of 0…1 lie in a picture, with its grid.
struct ChartFrame {
  let left: Int
  let top: Int
  let width: Int
  let height: Int

  var bottom: Int { top + height }

  func x(_ share: Double) -> Int { left + Int((share * Double(width)).rounded()) }
  func y(_ share: Double) -> Int { bottom - Int((share * Double(height)).rounded()) }

  func column(_ share: Double, _ label: String) -> Markup {
    """
    <line class="grid" x1="\(x(share))" y1="\(top)" x2="\(x(share))" y2="\(bottom)"/>\
    <text class="scale" x="\(x(share))" y="\(bottom + 26)">\(label)</text>

    """
  }

  func row(_ share: Double, _ label: String) -> Markup {
    """
    <line class="grid" x1="\(left)" y1="\(y(share))" x2="\(left + width)" y2="\(y(share))"/>\
    <text class="scale side" x="\(left - 10)" y="\(y(share) + 6)">\(label)</text>

    """
  }
}
