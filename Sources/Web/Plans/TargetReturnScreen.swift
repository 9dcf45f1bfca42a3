import Assessment
import UseCases

extension Site {
  func targetReturn(_ visit: inout Visit, _ id: TargetReturn.ID) throws -> Response {
    visit.page(try returnPage(&visit, id, faults: []).page)
  }

  private func returnPage(_ visit: inout Visit, _ id: TargetReturn.ID, faults: [String]) throws -> TargetReturnPage {
    let content = try visit.kiosk.content(of: id, wording: ReturnPhrases())
    return TargetReturnPage(
      found: try visit.kiosk.targetReturn(id), content: content, digest: visit.kiosk.digest(of: content),
      faults: faults, token: try visit.tokenField())
  }

  func closeReturn(_ visit: inout Visit, _ id: TargetReturn.ID, _ fields: FormFields) throws -> Response {
    guard let seen = Hex.bytes(try fields.text("seen", most: 64).utf8) else {
      throw FormFault.unexpected("seen", value: "")
    }
    do {
      try visit.kiosk.closeReturn(id, seen: seen, wording: ReturnPhrases(), by: visit.account())
      return visit.redirect(to: .plan(.targetReturn(id)))
    } catch UseCaseError.plan([.changedMeanwhile]) {
      let fault = PlanFault.changedMeanwhile
      return visit.page(try returnPage(&visit, id, faults: [fault.sentence]).page, status: fault.status)
    }
  }

  func correctReturn(_ visit: inout Visit, _ id: TargetReturn.ID) throws -> Response {
    visit.redirect(to: .plan(.targetReturn(try visit.kiosk.correctReturn(id, by: visit.account()))))
  }
}

struct TargetReturnPage {
  let found: TargetReturn
  let content: ReturnContent
  let digest: [UInt8]
  let faults: [String]
  let token: Markup

  private var title: String { ReturnPageWording.title(found) }

  var page: Page {
    Page(
      title, kind: "plan", styles: PlanParts.styles,
      main: """
        <h1>\(title)</h1>
        \(PlanParts.alert(faults))<p>\(lead) \(ReturnPageWording.counted(content.asOf))</p>
        \(table)<div class="actions"><a class="button" href="\(Route.plan(.returns))">\(ReturnPageWording.back)</a>
        <a class="button" href="\(Route.plan(.paper(found.id)))">\(ReturnPageWording.paper)</a>
        \(each: PlanRoute.fileForms, { "<a class=\"button\" href=\"\(Route.plan(.file(found.id, $0)))\">\(ReturnPageWording.file($0))</a>\n" })\
        \(act)</div>

        """)
  }

  private var lead: String {
    found.closedAt.map { ReturnPageWording.closedLead(CivilDate($0)) } ?? ReturnPageWording.draftLead
  }

  private var act: Markup {
    guard !found.isClosed else {
      return """
        <form method="post" action="\(Route.plan(.correction(found.id)))">\(token)\
        <button class="button" type="submit">\(ReturnPageWording.correct)</button></form>
        """
    }
    guard !content.rows.isEmpty else { return "" }
    return """
      <form method="post" action="\(Route.plan(.closing(found.id)))">\(token)\
      <input type="hidden" name="seen" value="\(Hex.text(digest))">\
      <button class="button main" type="submit" title="\(ReturnPageWording.closeHelp)">\(ReturnPageWording.close)</button></form>
      """
  }

  private var table: Markup {
    guard !content.rows.isEmpty else { return "<p class=\"empty\">\(ReturnPageWording.empty)</p>\n" }
    let last: Markup = found.isClosed ? "" : "\(Components.actionColumn)"
    return """
      \(Components.scroll)<table class="list return"><thead><tr>\
      \(each: ReturnPageWording.headings, { "<th>\($0)</th>" })\(last)</tr></thead>
      <tbody>\(each: content.rows, row)</tbody></table></div>

      """
  }

  private func row(_ row: ReturnRow) -> Markup {
    guard let target = row.target else { return ReturnCells.heading(row, span: found.isClosed ? 8 : 9) }
    let write: Markup =
      found.isClosed
      ? ""
      : """
      <td><a class="button" href="\(Route.plan(.row(found.id, target)))">\(ReturnPageWording.write)</a></td>
      """
    return "<tr id=\"\(target.text)\">\(ReturnCells.cells(row))\(write)</tr>\n"
  }
}

/// Rows as they stand on the screen and on paper.
enum ReturnCells {
  static func heading(_ row: ReturnRow, span: Int) -> Markup {
    "<tr class=\"heading\"><th>\(row.cells[0])</th><th colspan=\"\(span)\">\(row.cells[1])</th></tr>\n"
  }

  static func cells(_ row: ReturnRow) -> Markup {
    "\(each: row.cells, { "<td>\($0)</td>" })"
  }
}
