import Assessment
import UseCases

extension Site {
  func draftList(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    let wish = try Self.wish(in: fields)
    let page = ListDraftPage(
      draft: try visit.kiosk.draftList(wish, shown: ListDraftPage.mostLines), wish: wish,
      audiences: try visit.kiosk.store.audiences(), token: try visit.tokenField())
    return visit.page(page.page)
  }

  func makeList(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    var wish = try Self.wish(in: fields)
    wish.lastSerial = Int64(try fields.integer("last"))
    let batch = try visit.kiosk.listForConfirmation(wish, by: visit.account())
    return visit.redirect(to: .confirmation(.batch(batch, page: 1)))
  }

  private static func wish(in fields: FormFields) throws -> ListWish {
    let audience = try fields.optional("audience", most: 40) ?? ""
    let until = try fields.optional("until", most: 10) ?? ""
    guard until.isEmpty || CivilDate(iso: until) != nil else { throw FormFault.unexpected("until", value: until) }
    guard audience.isEmpty || Audience.ID.isWellFormed(audience) else {
      throw FormFault.unexpected("audience", value: audience)
    }
    return ListWish(audience: audience.isEmpty ? nil : Audience.ID(audience), until: CivilDate(iso: until))
  }
}

/// Who would be on the list: nothing is made yet.
struct ListDraftPage {
  static let mostLines = 100

  let draft: ListDraft
  let wish: ListWish
  let audiences: [Audience]
  let token: Markup

  var page: Page {
    Page(
      ConfirmationWording.draftTitle, kind: "confirmations", styles: ConfirmationParts.styles,
      main: """
        <h1>\(ConfirmationWording.draftTitle)</h1>
        <p class="lead">\(ConfirmationWording.drafted(draft.slips.count))</p>
        \(making)\(table)
        """)
  }

  private var making: Markup {
    let button: Markup = """
      <button class="button main" type="submit">\(ConfirmationWording.makeList(draft.slips.count))</button>
      """
    return """
      <form class="actions start" method="post" action="\(Route.confirmation(.overview))">\(token)
      <input type="hidden" name="audience" value="\(wish.audience?.text ?? "")">\
      <input type="hidden" name="until" value="\(wish.until?.iso ?? "")">\
      <input type="hidden" name="last" value="\(String(draft.lastSerial))">
      <a class="button" href="\(Route.confirmation(.overview))">\(ConfirmationWording.back)</a>
      \(draft.slips.isEmpty ? "" : button)</form>

      """
  }

  private var table: Markup {
    guard !draft.lines.isEmpty else { return "" }
    let rest: Markup =
      draft.slips.count > draft.lines.count
      ? "<p>\(ConfirmationWording.andMore(draft.slips.count - draft.lines.count))</p>\n" : ""
    return """
      \(Components.scroll)<table class="list"><thead><tr><th class="number">\(ConfirmationWording.slip)</th>\
      <th>\(ConfirmationWording.name)</th><th>\(ConfirmationWording.number)</th><th>\(ConfirmationWording.audience)</th>\
      <th>\(ConfirmationWording.passedOn)</th><th>\(ConfirmationWording.remark)</th></tr></thead>
      <tbody>\(each: draft.lines, row)</tbody></table></div>
      \(rest)
      """
  }

  private func row(_ line: ListDraft.Line) -> Markup {
    let again: Markup = line.refusedFor.map { "\(ConfirmationWording.again($0))" } ?? ""
    return """
      <tr><td class="number">\(Int(line.slip.serial))</td><td>\(ConfirmationParts.person(line.slip.person, line.name))</td>\
      <td>\(line.number.map { SlipDeskWording.numberEnding($0.lastThree) } ?? "")</td>\
      <td>\(audiences.first { $0.id == line.slip.audience }?.name ?? line.slip.audience.text)</td>\
      <td>\(Formatting.date(CivilDate(line.slip.passedAt)))</td><td>\(again)</td></tr>

      """
  }
}
