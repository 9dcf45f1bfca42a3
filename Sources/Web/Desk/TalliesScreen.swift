import Assessment
import UseCases

extension Site {
  func tallies(_ visit: inout Visit) throws -> Response {
    let today = CivilDate(visit.kiosk.clock.now())
    let page = TalliesPage(
      day: today, audiences: try visit.kiosk.store.audiences(), tallies: try visit.kiosk.store.tallies(on: today),
      token: try visit.tokenField())
    return visit.page(page.page)
  }

  func changeTally(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    let word = try fields.text("kind", most: 40)
    guard let kind = TallyKind(rawValue: word) else { throw FormFault.unexpected("kind", value: word) }
    let step = try fields.integer("step")
    guard abs(step) == 1 else { throw FormFault.unexpected("step", value: String(step)) }
    try visit.kiosk.change(kind, of: Audience.ID(try fields.text("audience", most: 40)), by: step)
    return visit.redirect(to: .desk(.tallies))
  }
}

/// The day's counts of groups that are never written beside a name.
struct TalliesPage {
  let day: CivilDate
  let audiences: [Audience]
  let tallies: [Tally]
  let token: Markup

  var page: Page {
    Page(
      ClassWording.talliesTitle, kind: "desk-tallies", styles: ["desk-seating.css"],
      main: """
        <h1>\(ClassWording.talliesTitle)</h1>
        <p class="notice">\(ClassWording.talliesWhy)</p>
        \(Components.scroll)<table class="list"><caption>\(ClassWording.talliesDay(Formatting.date(day)))</caption>
        <thead><tr><th>\(ClassWording.audience)</th>\
        \(each: TallyKind.allCases, { "<th>\(SeatingWording.tally($0))</th>" })</tr></thead>
        <tbody>
        \(each: audiences, row)</tbody></table></div>

        """)
  }

  private func row(_ audience: Audience) -> Markup {
    "<tr><th>\(audience.name)</th>\n\(each: TallyKind.allCases, { cell($0, audience) })</tr>\n"
  }

  private func cell(_ kind: TallyKind, _ audience: Audience) -> Markup {
    let count = tallies.first { $0.audience == audience.id && $0.kind == kind }?.count ?? 0
    let label = ClassWording.count(SeatingWording.tally(kind), audience.name)
    return """
      <td><form class="counter" method="post" action="\(Route.desk(.tallies))" aria-label="\(label)">\(token)
      <input type="hidden" name="audience" value="\(audience.id.text)"><input type="hidden" name="kind" value="\(kind.rawValue)">
      <button class="button" type="submit" name="step" value="-1"\(" disabled", if: count == 0)>\(ClassWording.less)</button>
      <span class="count">\(count)</span>
      <button class="button" type="submit" name="step" value="1">\(ClassWording.more)</button></form></td>

      """
  }
}
