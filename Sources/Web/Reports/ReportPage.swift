import Assessment
import UseCases

extension Site {
  func reportPage(_ visit: inout Visit, _ route: ReportRoute, _ source: any ReportSource) throws -> Response {
    let sink = PageSink(most: Self.mostShownRows)
    try send(source, to: sink, visit.kiosk)
    guard let head = sink.head, let foot = sink.foot else { throw Problem.internalError }
    let page = ReportPage(
      route: route, head: head, rows: sink.rows, foot: foot, choices: try visit.kiosk.reportChoices(),
      today: CivilDate(visit.kiosk.clock.now()), token: try visit.tokenField())
    return visit.page(page.page)
  }
}

/// A report on the screen: the figures, the picture of them, and the ways to take it away.
struct ReportPage {
  let route: ReportRoute
  let head: ReportHead
  let rows: [ReportRow]
  let foot: ReportFoot
  let choices: ReportChoices
  let today: CivilDate
  let token: Markup

  var page: Page {
    let parts = ReportMarkup(head: head, rows: rows, foot: foot)
    return Page(
      head.title, kind: "report", styles: ["office-reports.css"],
      main: """
        <h1>\(head.title)</h1>
        \(ReportChoice(route: route, choices: choices, today: today).form)\
        \(parts.facts)\(mark)\(chart)\(parts.table)\(more)\(forms)\(parts.end)
        """)
  }

  private var mark: Markup {
    head.mode == .internal ? "<p class=\"badge care\">\(ReportWording.internalMark)</p>\n" : ""
  }

  private var chart: Markup {
    guard case .passRates = route else { return "" }
    return ReportChart(head, rows)?.markup ?? ""
  }

  private var more: Markup {
    rows.count < foot.rows ? "<p class=\"small\">\(ReportWording.shown(rows.count, of: foot.rows))</p>\n" : ""
  }

  private var forms: Markup {
    """
    <section class="panel report-forms" aria-labelledby="take-away"><h2 id="take-away">\(ReportWording.takeAway)</h2>
    <p class="actions">\(each: ReportWording.forms, { "<a class=\"button\(" main", if: $0.form == .xlsx)\" href=\"\(Route.office(.report(route.with($0.form))))\">\($0.name)</a>\n" })</p>
    \(names)</section>

    """
  }

  /// Names are taken by a post of their own, since it is written down who did.
  private var names: Markup {
    guard case .attempts(let query, _) = route, query.mode == .internal else { return "" }
    return """
      <form method="post" action="\(Route.office(.namedAttempts(query, .xlsx)))">\(token)
      <p>\(ReportWording.namesAreLogged)</p>
      <button class="button" type="submit">\(ReportWording.takeNames)</button></form>

      """
  }
}
