import Assessment
import Province
import UseCases
import Web

extension ProvinceSite {
  /// The form where a report is chosen. It sends its choice as a query; that is read here, once, and leads to the report's own
  /// address.
  func reports(_ visit: ProvinceVisit) throws -> Response {
    if let query = visit.request.query {
      let asked = try ProvinceChoice.query(from: FormFields(encoded: query))
      return visit.redirect(to: .report(asked, .page))
    }
    let latest = try visit.office.store.latestMonth()
    let period = latest.map { CalendarPeriod(.quarter, containing: $0.first) }
    let first = ProvinceQuery(
      period: period ?? CalendarPeriod(.quarter, containing: visit.office.today), breakdown: .commune, mode: .internal)
    return visit.redirect(to: .report(first, .page))
  }

  func report(_ visit: ProvinceVisit, _ query: ProvinceQuery, _ form: ReportForm) throws -> Response {
    let names = try visit.office.store.communeNames()
    let facts = ProvinceChoice.facts(query, visit.office.parts.framework, names)
    let rates = try visit.office.rates(query)
    let table = ReportTable(rates, query: query, facts: facts)
    switch form {
    case .csv, .json, .xlsx: return try file(visit, table, query, form)
    case .page:
      let sink = PageSink(most: 1_000)
      try write(table, to: sink, visit.office)
      guard let head = sink.head, let foot = sink.foot else { throw ProvinceProblem.internalError }
      let choice = ProvinceChoice(
        query: query, framework: visit.office.parts.framework, names: names, today: visit.office.today)
      return visit.page(ReportPage(choice: choice, rates: rates, head: head, rows: sink.rows, foot: foot).page)
    case .paper: throw ProvinceProblem.notFound
    }
  }

  private func file(
    _ visit: ProvinceVisit, _ table: ReportTable, _ query: ProvinceQuery, _ form: ReportForm
  ) throws -> Response {
    var body: [UInt8] = []
    func write(to sink: any ReportSink) throws { try self.write(table, to: sink, visit.office) }
    switch form {
    case .csv(let separator): try write(to: CSVSink(separator) { body += $0 })
    case .json: try write(to: JSONSink { body += $0 })
    case .xlsx: try visit.office.parts.spreadsheets.make(write) { body += $0 }
    case .page, .paper: throw ProvinceProblem.notFound
    }
    let name = query.words.joined(separator: "-") + form.ending
    return Response(
      status: 200,
      headers: [
        Response.Header("Content-Type", form.contentType),
        Response.Header("Content-Disposition", "attachment; filename=\"\(name)\""),
        Response.Header("Cache-Control", "no-store"),
      ], body: body)
  }

  private func write(_ table: ReportTable, to sink: any ReportSink, _ office: ProvinceOffice) throws {
    try table.write(
      to: sink, digest: office.parts.runningDigest(), at: office.now, wording: ReportWording.foot)
  }
}

/// A report on the screen: its form, the figures, the pictures of them, and the ways to take it away.
struct ReportPage {
  let choice: ProvinceChoice
  let rates: ProvinceRates
  let head: ReportHead
  let rows: [ReportRow]
  let foot: ReportFoot

  var page: ProvincePage {
    let parts = ReportMarkup(head: head, rows: rows, foot: foot)
    let table =
      if case .communes(let rates) = rates { CommuneTable(head: head, rows: rows, rates: rates).markup } else {
        nil as Markup?
      }
    return ProvincePage(
      head.title, kind: "report", styles: ["office-reports.css"],
      main: """
        <h1>\(head.title)</h1>
        \(choice.form)\(parts.facts)\(mark)\(pictures)\(table ?? parts.table)\(forms)\(parts.end)
        """)
  }

  private var mark: Markup {
    head.mode == .internal ? "<p class=\"badge care\">\(ReportWording.internalMark)</p>\n" : ""
  }

  private var pictures: Markup {
    let lines = rows.filter { $0.kind == .line }
    guard case .communes(let rates) = rates else { return ReportChart(head, lines)?.markup ?? "" }
    let most = 20
    return """
      <div class="pictures"><section aria-labelledby="map"><h2 id="map">\(ProvinceWording.map)</h2>
      <p class="small">\(ProvinceWording.mapLead)</p>
      \(CommuneMap(lines: rates.lines).markup)</section>
      <section aria-labelledby="ranking"><h2 id="ranking">\(ProvinceWording.ranking)</h2>
      \("<p class=\"small\">\(ProvinceWording.few(most, of: lines.count))</p>\n", if: lines.count > most)\
      \(ReportChart(head, Array(lines.prefix(most)))?.markup ?? "")</section></div>

      """
  }

  private var forms: Markup {
    """
    <section class="panel report-forms" aria-labelledby="take-away"><h2 id="take-away">\(ReportWording.takeAway)</h2>
    <p class="actions">\(each: ProvinceWording.forms, { "<a class=\"button\(" main", if: $0.form == .xlsx)\" href=\"\(ProvinceRoute.report(choice.query, $0.form))\">\($0.name)</a>\n" })</p>
    </section>

    """
  }
}

/// A table that is looked at like a map: a cell for each commune, in five shades by its rate; the number stands in it, so that
/// the shade says nothing alone.
struct CommuneMap {
  let lines: [CommuneRates.Line]

  var markup: Markup {
    let sorted = lines.sorted { ($0.name, $0.commune) < ($1.name, $1.commune) }
    return "<ul class=\"commune-map\">\(each: sorted, cell)</ul>\n"
  }

  private func cell(_ line: CommuneRates.Line) -> Markup {
    let tenths = line.people.proportion?.tenthsOfPercent
    let isHidden = line.people.proportion == nil
    let text = isHidden ? ProvinceWording.hidden : tenths.map(Formatting.percent(tenths:)) ?? ProvinceWording.none
    let shade: Markup = tenths.map { "s\(min(4, $0 / 200))" } ?? "none"
    return """
      <li class="\(shade)"><a href="\(ProvinceRoute.commune(line.commune))">\(line.name) <b>\(text)</b></a>

      """
  }
}

/// The table of communes. Its rows are many, so they are written as short as HTML allows: figures stand to the right by the
/// style sheet.
struct CommuneTable {
  let head: ReportHead
  let rows: [ReportRow]
  let rates: CommuneRates

  var markup: Markup {
    """
    \(Components.scroll)<table class="list report communes">
    <caption>\(head.title)</caption>
    <thead><tr>\(each: head.columns, { "<th scope=\"col\">\($0.heading)</th>" })</tr></thead>
    <tbody>
    \(each: zip(rows, rates.lines), { row($0.0, "<a href=\"\(ProvinceRoute.commune($0.1.commune))\">\($0.1.name)</a>") })\
    \(each: rows.suffix(1), { row($0, "\(ReportMarkup.text($0.cells[0]))", kind: " class=\"total\"") })</tbody>
    </table></div>

    """
  }

  private func row(_ row: ReportRow, _ name: Markup, kind: Markup = "") -> Markup {
    "<tr\(kind)><th scope=\"row\">\(name)\(each: row.cells.dropFirst(), { "<td>\(ReportMarkup.text($0))" })\n"
  }
}
