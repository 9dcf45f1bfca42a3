import Assessment
import UseCases

extension Site {
  func returnRow(_ visit: inout Visit, _ id: TargetReturn.ID, _ target: PlanTarget.ID) throws -> Response {
    let texts = try visit.kiosk.store.texts(of: id)[target] ?? ReturnTexts()
    return visit.page(try rowPage(&visit, id, target, texts, faults: []).page)
  }

  private func rowPage(
    _ visit: inout Visit, _ id: TargetReturn.ID, _ target: PlanTarget.ID, _ texts: ReturnTexts, faults: [String]
  ) throws -> ReturnRowPage {
    let found = try visit.kiosk.targetReturn(id)
    guard !found.isClosed else { throw UseCaseError.plan([.alreadyClosed(id)]) }
    let content = try visit.kiosk.content(of: id, wording: ReturnPhrases())
    guard let row = content.rows.first(where: { $0.target == target }) else {
      throw UseCaseError.plan([.unknownTarget(target)])
    }
    return ReturnRowPage(
      found: found, target: target, row: row, texts: texts, faults: faults, token: try visit.tokenField())
  }

  func writeRow(
    _ visit: inout Visit, _ id: TargetReturn.ID, _ target: PlanTarget.ID, _ fields: FormFields
  ) throws -> Response {
    var texts = ReturnTexts()
    for field in ReturnTexts.Field.allCases {
      texts.texts[field] = try fields.text(field.rawValue, most: ReturnTexts.longest * 6)
    }
    do {
      try visit.kiosk.writeReturn(id, target: target, texts)
      return visit.redirect(to: .plan(.targetReturn(id)))
    } catch UseCaseError.plan(let faults) {
      let page = try rowPage(&visit, id, target, texts, faults: faults.map(\.sentence))
      return visit.page(page.page, status: faults.map(\.status).max() ?? 422)
    }
  }
}

struct ReturnRowPage {
  let found: TargetReturn
  let target: PlanTarget.ID
  let row: ReturnRow
  let texts: ReturnTexts
  let faults: [String]
  let token: Markup

  private var title: String { ReturnPageWording.rowTitle(row.cells[0]) }

  var page: Page {
    Page(
      title, kind: "plan", styles: PlanParts.styles,
      main: """
        <h1>\(title)</h1>
        \(PlanParts.alert(faults))<p class="lead">\(row.cells[1])</p>
        <p><strong>\(ReturnPageWording.figures):</strong> \(row.cells[3]) · \(row.cells[5])</p>
        <form class="panel" method="post" action="\(Route.plan(.row(found.id, target)))">\(token)
        \(each: ReturnTexts.Field.allCases, area)<p class="actions"><a class="button" href="\(Route.plan(.targetReturn(found.id)))">\(ReturnPageWording.toReturn)</a>
        <button class="button main" type="submit">\(ReturnPageWording.keepRow)</button></p>
        </form>

        """)
  }

  private func area(_ field: ReturnTexts.Field) -> Markup {
    """
    <label for="\(field.rawValue)">\(ReturnPageWording.field(field))</label>
    <textarea id="\(field.rawValue)" name="\(field.rawValue)" rows="3">\(texts[field])</textarea>

    """
  }
}
