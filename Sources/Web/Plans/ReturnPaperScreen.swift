import Assessment
import UseCases

extension Site {
  func returnPaper(_ visit: inout Visit, _ id: TargetReturn.ID) throws -> Response {
    let page = ReturnPaper(
      found: try visit.kiosk.targetReturn(id), content: try visit.kiosk.content(of: id, wording: ReturnPhrases()))
    return visit.page(page.page)
  }

  /// The same rows as a file.
  func returnFile(_ visit: inout Visit, _ id: TargetReturn.ID, _ form: ReportForm) throws -> Response {
    let found = try visit.kiosk.targetReturn(id)
    let content = try visit.kiosk.content(of: id, wording: ReturnPhrases())
    let period = ReportPeriod.calendar(found.period).text
    return try download(
      visit, ReportTable(found, content), as: form, name: "return-\(period)-\(found.version)\(form.ending)")
  }
}

extension ReportTable {
  /// The nine columns of the form, as every file and the paper have them.
  init(_ found: TargetReturn, _ content: ReturnContent) {
    let names = [
      "number", "task", "time", "target", "work", "result", "judgement", "difficulties", "proposals",
    ]
    self.init(
      head: ReportHead(
        title: ReturnPageWording.title(found),
        facts: [
          ReportHead.Fact(ReturnPageWording.period, ReturnPageWording.name(found.period)),
          ReportHead.Fact(ReturnPageWording.countedUntil, Formatting.date(content.asOf)),
          ReportHead.Fact(ReturnPageWording.state, ReturnLook.state(found)),
        ],
        columns: zip(names, ReturnPageWording.headings).map { ReportHead.Column($0, $1, .text) }, mode: .internal),
      rows: content.rows.map { row in ReportRow(row.cells.map { $0.isEmpty ? .empty : .text($0) }) })
  }
}

/// A return as an administrative document on A4 held sideways, by Nghị định 30/2020/NĐ-CP.
struct ReturnPaper {
  let found: TargetReturn
  let content: ReturnContent

  private var head: Letterhead { content.letterhead }

  var page: Page {
    Page(
      ReturnPageWording.title(found), kind: "return-paper", scripts: ["print-page.js"], styles: PlanParts.styles,
      main: """
        <p class="actions tools"><a class="button" href="\(Route.plan(.targetReturn(found.id)))">\(ReturnPageWording.toReturn)</a>
        <button class="button main" type="button" id="print" hidden>\(PaperWording.print)</button> <span>\(PaperWording.printHelp)</span></p>
        <article class="paper">
        <div class="paper-head"><div class="issuing"><p class="superior">\(head.superior)</p><p class="own">\(head.office)</p>
        <p class="number-line">\(PaperWording.number(head.symbol))</p></div>
        <div class="nation"><p class="own">\(PaperWording.nation)</p><p class="motto">\(PaperWording.motto)</p>
        <p class="place">\(PaperWording.placeAndDay(head.place, closedOn))</p></div></div>
        <p class="annex">\(PaperWording.annex)</p>
        <h1>\(PaperWording.report)</h1>
        <p class="about">\(PaperWording.about)</p>
        <p class="period">\(PaperWording.period(found.period)). \(ReturnPageWording.counted(content.asOf))</p>
        \(draft)<table class="form"><thead><tr>\(each: ReturnPageWording.headings, { "<th>\($0)</th>" })</tr></thead>
        <tbody>\(each: content.rows.dropLast(), row)</tbody>
        <tbody class="last">\(each: content.rows.suffix(1), row)\(signing)</tbody></table>
        </article>

        """)
  }

  private var closedOn: CivilDate? { found.closedAt.map { CivilDate($0) } }

  private var draft: Markup { found.isClosed ? "" : "<p class=\"draft\">\(PaperWording.draft)</p>\n" }

  private func row(_ row: ReturnRow) -> Markup {
    row.isHeading ? ReturnCells.heading(row, span: ReturnRow.columns - 1) : "<tr>\(ReturnCells.cells(row))</tr>\n"
  }

  /// Kept with the last row: a signature does not stand on a sheet of its own.
  private var signing: Markup {
    """
    <tr class="signing"><td colspan="\(ReturnRow.columns)"><div class="paper-foot"><div class="recipients">\(recipients)</div>
    <div class="signature"><p class="own">\(head.authority)</p><p class="own">\(head.position)</p>
    <p class="own name">\(head.signer)</p></div></div></td></tr>

    """
  }

  private var recipients: Markup {
    guard !head.recipients.isEmpty else { return "" }
    return """
      <p class="to">\(PaperWording.recipients)</p>\(each: head.recipients, { "<p>- \($0)</p>" })
      """
  }
}
