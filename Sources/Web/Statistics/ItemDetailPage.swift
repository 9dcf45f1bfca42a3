import Assessment
import UseCases

extension Site {
  func itemPage(_ visit: inout Visit, _ detail: ItemDetail, _ source: StatisticsSource) throws -> Response {
    let parts = try StatisticsRoute.Part.allCases.map { part in
      let table = source.part(part, of: detail)
      let sink = PageSink(most: .max)
      try send(table, to: sink, visit.kiosk)
      guard let foot = sink.foot else { throw Problem.internalError }
      return ItemDetailPage.Table(part: part, table: table, foot: foot)
    }
    return visit.page(ItemDetailPage(detail: detail, tables: parts).page)
  }
}

/// All about one item: its words, its figures version by version, who chose what, and how groups of people compare.
struct ItemDetailPage {
  struct Table {
    let part: StatisticsRoute.Part
    let table: ReportTable
    let foot: ReportFoot
  }

  let detail: ItemDetail
  let tables: [Table]

  var page: Page {
    Page(
      StatisticsWording.item(detail.id.text), kind: "report", styles: ["office-reports.css"],
      main: """
        <h1>\(StatisticsWording.item(detail.id.text))</h1>
        \(facts)\(mark)\(each: detail.versions, words)\(each: tables, section)\(end)<p class="actions start"><a class="button" href="\(items)">\(StatisticsPageWording.toItems)</a></p>

        """)
  }

  private var items: Route {
    .office(.statistic(.items(detail.query, competence: nil, by: .flags, page: 1, .page)))
  }

  private var facts: Markup {
    tables.first.map { ReportMarkup(head: $0.table.head, rows: [], foot: $0.foot).facts } ?? ""
  }

  private var mark: Markup {
    detail.query.mode == .internal ? "<p class=\"badge care\">\(ReportWording.internalMark)</p>\n" : ""
  }

  /// The words of a version; of the first, which is the newest, without folding them away.
  private func words(_ version: ItemDetail.Version) -> Markup {
    let name = StatisticsWording.version(version.line.version)
    guard let item = version.item else { return "<p>\(name): \(StatisticsWording.unreadable)</p>\n" }
    guard version.line.version == detail.versions.first?.line.version else {
      return "<details><summary>\(name)</summary><p>\(item.stem.written)</p></details>\n"
    }
    return
      "<section class=\"panel\"><h2>\(StatisticsWording.stem), \(name.lowercased())</h2>\n<p class=\"lead\">\(item.stem.written)</p></section>\n"
  }

  private func section(_ table: Table) -> Markup {
    let heading = title(table.part)
    guard !table.table.rows.isEmpty else {
      return "<h2>\(heading)</h2>\n<p class=\"empty\">\(StatisticsWording.noOptions)</p>\n"
    }
    let parts = ReportMarkup(head: table.table.head, rows: table.table.rows, foot: table.foot)
    let file = StatisticsRoute.item(detail.id, table.part, detail.query, .xlsx)
    let paper = StatisticsRoute.item(detail.id, table.part, detail.query, .paper)
    return """
      <h2>\(heading)</h2>
      \(table.part == .options ? chart(table) : "")\(parts.table)\
      \(each: table.table.notes, { "<p class=\"small\">\($0)</p>\n" })\
      <p class="actions start report-forms"><a class="button" href="\(Route.office(.statistic(file)))">\(StatisticsPageWording.toFile)</a>
      <a class="button" href="\(Route.office(.statistic(paper)))">\(ReportWording.print)</a></p>

      """
  }

  /// Of the newest version; the columns with its code and its key are left out of the picture's labels.
  private func chart(_ table: Table) -> Markup {
    guard let first = table.table.rows.first?.cells.first else { return "" }
    let head = ReportHead(
      title: table.table.head.title, facts: [], columns: Array(table.table.head.columns.dropFirst()),
      mode: table.table.head.mode)
    let rows = table.table.rows.filter { $0.cells.first == first }.map { ReportRow(Array($0.cells.dropFirst())) }
    return ReportChart(head, rows)?.markup ?? ""
  }

  private func title(_ part: StatisticsRoute.Part) -> String {
    switch part {
    case .figures: StatisticsWording.items
    case .options: StatisticsWording.optionsTitle
    case .differences: StatisticsWording.differencesTitle
    }
  }

  private var end: Markup {
    guard let figures = tables.first else { return "" }
    return """
      <div class="report-foot"><dl><div><dt>\(ReportWording.madeAt)</dt><dd>\(ReportWording.moment(figures.foot.madeAt))</dd></div></dl></div>

      """
  }
}
