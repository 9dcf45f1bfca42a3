import Assessment
import UseCases

extension Site {
  /// - Parameter back: the same on the screen.
  func reportPaper(
    _ visit: inout Visit, _ source: any ReportSource, back: Route,
    chart: ((ReportHead, [ReportRow]) -> Markup?)? = nil
  ) throws -> Response {
    let sink = PageSink(most: Self.mostPrintedRows)
    try send(source, to: sink, visit.kiosk)
    guard let head = sink.head, let foot = sink.foot else { throw Problem.internalError }
    guard foot.rows <= Self.mostPrintedRows else {
      throw UseCaseError.report(.tooManyRows(most: Self.mostPrintedRows))
    }
    let paper = ReportPaper(
      back: back, chart: chart?(head, sink.rows) ?? "", letterhead: try visit.kiosk.letterhead(),
      today: CivilDate(visit.kiosk.clock.now()), parts: ReportMarkup(head: head, rows: sink.rows, foot: foot))
    return visit.page(paper.page)
  }

  /// Some hundred sheets.
  static let mostPrintedRows = 5_000
}

/// A report in the layout of an administrative document: the country's two lines and the office's beside each other, number,
/// place and date, title, table, who it goes to and who signs.
struct ReportPaper {
  let back: Route
  let chart: Markup
  let letterhead: Letterhead
  let today: CivilDate
  let parts: ReportMarkup

  var page: Page {
    Page(
      parts.head.title, kind: "report-paper", scripts: ["report.js"],
      styles: ["office-reports.css"],
      main: """
        <p class="actions no-print"><a class="button" href="\(back)">\(ReportWording.back)</a>
        <button class="button main" id="print" type="button" hidden>\(ReportWording.print)</button></p>
        <article class="document">
        \(top)<h1>\(ReportWording.document)<br>\(parts.head.title)</h1>
        \(parts.facts)\(chart)\(parts.table)\(signing)\(parts.end)</article>

        """)
  }

  private var top: Markup {
    """
    <div class="document-top">
    <div class="issuer">\(line(letterhead.superior))<p class="own">\(letterhead.office)</p>
    <p class="number">\(ReportWording.documentNumber(letterhead.symbol))</p></div>
    <div class="country"><p class="own">\(ReportWording.country)</p><p class="motto">\(ReportWording.motto)</p>
    <p class="place">\(ReportWording.placeAndDate(letterhead.place, today))</p></div>
    </div>

    """
  }

  private func line(_ text: String) -> Markup { text.isEmpty ? "" : "<p>\(text)</p>" }

  private var signing: Markup {
    """
    <div class="document-end">
    <div class="recipients"><p>\(ReportWording.recipients)</p><ul>\(each: letterhead.recipients, { "<li>- \($0)</li>" })</ul></div>
    <div class="signer">\(line(letterhead.authority))\(line(letterhead.position))<p class="space"></p>\(line(letterhead.signer))</div>
    </div>

    """
  }
}
