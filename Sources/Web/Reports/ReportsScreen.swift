import Assessment
import UseCases

extension Site {
  /// The form where a report is chosen. Without scripts it sends its choice as a query; that is read here, once, and leads
  /// to the report's own address.
  func reports(_ visit: inout Visit) throws -> Response {
    let today = CivilDate(visit.kiosk.clock.now())
    let choices = try visit.kiosk.reportChoices()
    var fault: ReportRefusal?
    if let query = visit.request.query {
      do {
        let route = try ReportChoice.route(from: FormFields(encoded: query))
        return visit.redirect(to: .office(.report(route)))
      } catch UseCaseError.report(let refusal) {
        fault = refusal
      }
    }
    guard let period = CalendarPeriod(.quarter, containing: today).known else { throw Problem.clockBehind }
    let first = ReportRoute.passRates(
      PassRateQuery(period: period, breakdown: .audience, mode: .internal), .page)
    let page = ReportsPage(choice: ReportChoice(route: first, choices: choices, today: today), fault: fault)
    return visit.page(page.page, status: fault == nil ? 200 : 422)
  }
}

extension CalendarPeriod {
  /// Nil where the clock stands in a year that no report knows.
  var known: ReportPeriod? { ReportPeriod.years.contains(year) ? .calendar(self) : nil }
}

extension Request {
  /// What stands behind the question mark; nil where there is none.
  package var query: [UInt8]? {
    let parts = target.utf8.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count > 1 ? Array(parts[1]) : nil
  }
}

struct ReportsPage {
  let choice: ReportChoice
  let fault: ReportRefusal?

  var page: Page {
    Page(
      ReportWording.reports, kind: "reports", styles: ["office-reports.css"],
      main: """
        <h1>\(ReportWording.reports)</h1>
        \(faults)\(choice.form)\
        <p class="actions"><a class="button" href="\(Route.office(.letterhead))">\(ReportWording.letterhead)</a></p>

        """)
  }

  private var faults: Markup {
    fault.map { "<p class=\"faults\" role=\"alert\">\($0.sentence)</p>\n" } ?? ""
  }
}
