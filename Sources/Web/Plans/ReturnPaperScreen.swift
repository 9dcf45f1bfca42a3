import Assessment
import UseCases

extension Site {
  func returnPaper(_ visit: inout Visit, _ id: TargetReturn.ID) throws -> Response {
    let page = ReturnPaper(
      found: try visit.kiosk.targetReturn(id), content: try visit.kiosk.content(of: id, wording: ReturnPhrases()))
    return visit.page(page.page)
  }

  func letterhead(_ visit: inout Visit) throws -> Response {
    let page = LetterheadPage(letterhead: try visit.kiosk.letterhead(), faults: [], token: try visit.tokenField())
    return visit.page(page.page)
  }

  func keepLetterhead(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    var lines: [Letterhead.Field: String] = [:]
    for field in Letterhead.Field.allCases { lines[field] = try fields.text(field.rawValue, most: 2_000) }
    do {
      try visit.kiosk.keepLetterhead(Letterhead(lines), by: visit.account())
      return visit.redirect(to: .plan(.letterhead))
    } catch UseCaseError.plan(let faults) {
      let page = LetterheadPage(
        letterhead: Letterhead(lines), faults: faults.map(\.sentence), token: try visit.tokenField())
      return visit.page(page.page, status: 422)
    }
  }
}

/// A return as an administrative document on A4 held sideways, by Nghị định 30/2020/NĐ-CP.
struct ReturnPaper {
  let found: TargetReturn
  let content: ReturnContent

  private var head: Letterhead { content.letterhead }

  var page: Page {
    Page(
      ReturnPageWording.title(found), kind: "return-paper", scripts: ["return-paper.js"], styles: PlanParts.styles,
      main: """
        <p class="actions tools"><a class="button" href="\(Route.plan(.targetReturn(found.id)))">\(ReturnPageWording.toReturn)</a>
        <button class="button main" type="button" id="print" hidden>\(PaperWording.print)</button> <span>\(PaperWording.printHelp)</span></p>
        <article class="paper">
        <div class="paper-head"><div class="issuing"><p class="superior">\(head[.superior])</p><p class="own">\(head[.office])</p>
        <p class="number-line">\(PaperWording.number(head[.symbol]))</p></div>
        <div class="nation"><p class="own">\(PaperWording.nation)</p><p class="motto">\(PaperWording.motto)</p>
        <p class="place">\(PaperWording.placeAndDay(head[.place], closedOn))</p></div></div>
        <p class="annex">\(PaperWording.annex)</p>
        <h1>\(PaperWording.report)</h1>
        <p class="about">\(PaperWording.about)</p>
        <p class="period">\(PaperWording.period(found.period)). \(ReturnPageWording.counted(content.asOf))</p>
        \(draft)<table class="form"><thead><tr>\(each: ReturnPageWording.headings, { "<th>\($0)</th>" })</tr></thead>
        <tbody>\(each: content.rows, row)</tbody></table>
        <div class="paper-foot"><div class="recipients">\(recipients)</div>
        <div class="signature"><p class="own">\(head[.authority])</p><p class="own">\(head[.position])</p>
        <p class="own name">\(head[.signer])</p></div></div>
        </article>

        """)
  }

  private var closedOn: CivilDate? { found.closedAt.map { CivilDate($0) } }

  private var draft: Markup { found.isClosed ? "" : "<p class=\"draft\">\(PaperWording.draft)</p>\n" }

  private func row(_ row: ReturnRow) -> Markup {
    row.isHeading ? ReturnCells.heading(row, span: ReturnRow.columns - 1) : "<tr>\(ReturnCells.cells(row))</tr>\n"
  }

  private var recipients: Markup {
    let lines = head[.recipients].split(separator: ";").map { $0.split(separator: " ").joined(separator: " ") }
      .filter { !$0.isEmpty }
    guard !lines.isEmpty else { return "" }
    return """
      <p class="to">\(PaperWording.recipients)</p>\(each: lines.enumerated(), { "<p>- \($0.element)\($0.offset == lines.count - 1 ? "." : ";")</p>" })
      """
  }
}

struct LetterheadPage {
  let letterhead: Letterhead
  let faults: [String]
  let token: Markup

  var page: Page {
    Page(
      PaperWording.letterheadTitle, kind: "plan", styles: PlanParts.styles,
      main: """
        <h1>\(PaperWording.letterheadTitle)</h1>
        <p>\(PaperWording.letterheadLead)</p>
        \(PlanParts.alert(faults))<form class="panel" method="post" action="\(Route.plan(.letterhead))">\(token)
        <div class="fields">\(each: Letterhead.Field.allCases, field)</div>
        <p class="actions"><a class="button" href="\(Route.plan(.returns))">\(ReturnPageWording.back)</a>
        <button class="button main" type="submit">\(PaperWording.keep)</button></p>
        </form>

        """)
  }

  private func field(_ field: Letterhead.Field) -> Markup {
    let wording = PaperWording.field(field)
    let help: Markup = wording.help.map { "<span class=\"hint\">\($0)</span>" } ?? ""
    return """
      <div><label for="\(field.rawValue)">\(wording.label)</label>\(help)<input id="\(field.rawValue)" name="\(field.rawValue)" type="text" value="\(letterhead[field])"></div>

      """
  }
}
