import Assessment
import UseCases

/// Statistics on the screen: what was asked, the picture, the table, and the ways to take it away.
struct StatisticsPage {
  let route: StatisticsRoute
  let choice: StatisticsChoice
  let table: ReportTable
  /// Those of this page.
  let rows: [ReportRow]
  let foot: ReportFoot
  let chart: (any StatisticsChart)?

  var page: Page {
    var parts = ReportMarkup(head: table.head, rows: rows, foot: foot)
    parts.headingLink = { headingLink($0).map { "\($0)" } }
    parts.rowLink = { rowLink($0).map { "\($0)" } }
    return Page(
      table.head.title, kind: "report", styles: ["office-reports.css"],
      main: """
        <h1>\(table.head.title)</h1>
        \(choice.form)\(parts.facts)\(mark)\(picture)\(rows.isEmpty ? empty : parts.table)\(turning)\
        \(StatisticsForms(route: route).markup)\(parts.end)
        """)
  }

  private var mark: Markup {
    table.head.mode == .internal ? "<p class=\"badge care\">\(ReportWording.internalMark)</p>\n" : ""
  }

  private var picture: Markup {
    guard let chart else { return "" }
    return "\(each: chart.sentences, { "<p class=\"lead\">\($0)</p>\n" })\(chart.markup)"
  }

  private var empty: Markup { "<p class=\"empty\">\(StatisticsWording.empty)</p>\n" }

  private func headingLink(_ column: ReportHead.Column) -> Route? {
    guard case .items(let query, let competence, _, _, _) = route, let order = ItemTable.order(of: column) else {
      return nil
    }
    return .office(.statistic(.items(query, competence: competence, by: order, page: 1, .page)))
  }

  private func rowLink(_ place: Int) -> Route? {
    guard case .items(let query, _, _, _, _) = route, case .text(let name)? = rows[place].cells.first else {
      return nil
    }
    let code = name.prefix { $0 != " " }
    return .office(.statistic(.item(Item.ID(String(code)), .figures, query, .page)))
  }

  private var turning: Markup {
    guard case .items(let query, let competence, let order, let page, _) = route, rows.count < foot.rows else {
      return ""
    }
    func link(_ number: Int, _ words: String) -> Markup {
      let route = StatisticsRoute.items(query, competence: competence, by: order, page: number, .page)
      return "<a class=\"button\" href=\"\(Route.office(.statistic(route)))\">\(words)</a>\n"
    }
    let first = (page - 1) * Site.mostShownItems + 1
    let last = first + rows.count - 1
    return """
      <p class="actions start"><span>\(StatisticsPageWording.shown(first, last, of: foot.rows))</span>
      \(page > 1 ? link(page - 1, StatisticsPageWording.before) : "")\(last < foot.rows ? link(page + 1, StatisticsPageWording.after) : "")</p>

      """
  }
}

/// The ways to take statistics away.
struct StatisticsForms {
  let route: StatisticsRoute

  var markup: Markup {
    """
    <section class="panel report-forms" aria-labelledby="take-away"><h2 id="take-away">\(ReportWording.takeAway)</h2>
    <p class="actions">\(each: ReportWording.forms, { "<a class=\"button\(" main", if: $0.form == .xlsx)\" href=\"\(Route.office(.statistic(route.with($0.form))))\">\($0.name)</a>\n" })</p>
    </section>

    """
  }
}

/// Words around statistics on the screen.
enum StatisticsPageWording {
  static func shown(_ first: Int, _ last: Int, of all: Int) -> String { "Dòng \(first)–\(last) trong \(all)." }
  static let before = "Trang trước"
  static let after = "Trang sau"
  static let toItems = "Về bảng câu hỏi"
  static let toFile = "Tải bảng này (Excel)"
  static let scatter =
    "Biểu đồ: mỗi chấm một câu hỏi, ngang là tỷ lệ làm đúng, dọc là phân biệt; chấm đậm là câu cần xem lại. "
    + "Số liệu có trong bảng bên dưới."
  static let facilityAxis = "Làm đúng (%)"
  static let discriminationAxis = "Phân biệt"
  static func judged(_ count: Int, flagged: Int) -> String {
    "\(count) câu đủ câu trả lời để nhận xét, \(flagged) câu cần xem lại."
  }
  static func noneJudged(_ least: Int) -> String {
    "Chưa câu nào có đủ \(least) lượt trả lời để nhận xét. Chọn kỳ dài hơn, hoặc xem lại khi có thêm người dự."
  }
}
