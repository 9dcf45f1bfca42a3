import Assessment
import UseCases

extension Site {
  /// Lines of a long table on one page.
  static let mostShownItems = 30

  /// The form where statistics are chosen; its query is read once and leads to the address of what was asked.
  func statistics(_ visit: inout Visit) throws -> Response {
    let today = CivilDate(visit.kiosk.clock.now())
    let choices = try visit.kiosk.reportChoices()
    var fault: String?
    if let query = visit.request.query {
      do {
        return visit.redirect(to: .office(.statistic(try StatisticsChoice.route(from: FormFields(encoded: query)))))
      } catch UseCaseError.report(let refusal) {
        fault = refusal.sentence
      } catch let refused as StatisticsChoice.Fault {
        fault = refused.sentence
      }
    }
    guard let period = CalendarPeriod(.year, containing: today).known else { throw Problem.clockBehind }
    let query = StatisticsQuery(period: period, audience: nil, mode: .internal)
    let choice = StatisticsChoice(
      route: .items(query, competence: nil, by: .flags, page: 1, .page), choices: choices,
      competences: try visit.kiosk.competences(), today: today)
    return visit.page(StatisticsFrontPage(choice: choice, fault: fault).page, status: fault == nil ? 200 : 422)
  }

  /// Any statistics as a page, on paper or as a file.
  func statistic(_ visit: inout Visit, _ route: StatisticsRoute) throws -> Response {
    let source = try StatisticsSource(kiosk: visit.kiosk)
    switch route {
    case .items(let query, let competence, let order, _, _):
      let figures = try visit.kiosk.itemFigures(query, competence: competence, by: order)
      let table = try source.items(figures, competence: competence, by: order)
      return try give(&visit, route, table, ItemScatter(figures))
    case .item(let id, let part, let query, _):
      guard let detail = try visit.kiosk.itemDetail(id, query) else { throw Problem.notFound }
      if route.form == .page { return try itemPage(&visit, detail, source) }
      return try give(&visit, route, source.part(part, of: detail), nil)
    case .test(let query, _):
      guard query.audience != nil else { throw Problem.notFound }
      return try give(&visit, route, source.test(visit.kiosk.testFigures(query)), nil)
    case .cut(let query, let asked, _):
      guard query.audience != nil else { throw Problem.notFound }
      let figures = try visit.kiosk.cutFigures(query)
      return try give(&visit, route, source.cut(figures), CutChart(figures, asked: asked))
    }
  }

  private func give(
    _ visit: inout Visit, _ route: StatisticsRoute, _ table: ReportTable, _ chart: (any StatisticsChart)?
  ) throws -> Response {
    switch route.form {
    case .page: return try statisticPage(&visit, route, table, chart)
    case .paper:
      let markup = chart?.markup
      return try reportPaper(&visit, table, back: .office(.statistic(route.with(.page)))) { _, _ in markup }
    case .csv, .xlsx, .json:
      return try download(visit, table, as: route.form, name: Self.fileName(route.path))
    }
  }

  private func statisticPage(
    _ visit: inout Visit, _ route: StatisticsRoute, _ table: ReportTable, _ chart: (any StatisticsChart)?
  ) throws -> Response {
    var number = 1
    if case .items(_, _, _, let page, _) = route { number = page }
    let first = (number - 1) * Self.mostShownItems
    guard number == 1 || first < table.rows.count else { throw Problem.notFound }
    let sink = PageSink(most: .max)
    try send(table, to: sink, visit.kiosk)
    guard let foot = sink.foot else { throw Problem.internalError }
    let page = StatisticsPage(
      route: route,
      choice: StatisticsChoice(
        route: route, choices: try visit.kiosk.reportChoices(), competences: try visit.kiosk.competences(),
        today: CivilDate(visit.kiosk.clock.now())), table: table,
      rows: Array(table.rows.dropFirst(first).prefix(Self.mostShownItems)), foot: foot, chart: chart)
    return visit.page(page.page)
  }
}

/// A picture of figures that stand in the table below it.
protocol StatisticsChart {
  var markup: Markup { get }
  /// What it tells in words, above it.
  var sentences: [String] { get }
}

struct StatisticsFrontPage {
  let choice: StatisticsChoice
  let fault: String?

  var page: Page {
    Page(
      StatisticsWording.title, kind: "reports", styles: ["office-reports.css"],
      main: """
        <h1>\(StatisticsWording.title)</h1>
        <p class="lead">\(StatisticsWording.lead)</p>
        \(faults)\(choice.form)
        """)
  }

  private var faults: Markup { fault.map { "<p class=\"faults\" role=\"alert\">\($0)</p>\n" } ?? "" }
}
