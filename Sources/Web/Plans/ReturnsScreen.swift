import Assessment
import UseCases

extension Site {
  func returns(_ visit: inout Visit) throws -> Response {
    visit.page(try returnsPage(&visit, faults: []).page)
  }

  private func returnsPage(_ visit: inout Visit, faults: [String]) throws -> ReturnsPage {
    ReturnsPage(
      upcoming: try visit.kiosk.nextDueDates(), returns: try visit.kiosk.store.targetReturns(),
      year: CivilDate(visit.kiosk.clock.now()).year, faults: faults, token: try visit.tokenField())
  }

  func openReturn(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    let kind = CalendarPeriod.Kind(rawValue: try fields.text("kind", most: 10))
    let number = kind == .year ? 1 : try fields.integer("number")
    do {
      guard let kind, let period = CalendarPeriod(kind, year: try fields.integer("year"), number: number) else {
        throw UseCaseError.plan([.period])
      }
      return visit.redirect(to: .plan(.targetReturn(try visit.kiosk.openReturn(period, by: visit.account()))))
    } catch UseCaseError.plan(let faults) {
      let page = try returnsPage(&visit, faults: faults.map(\.sentence))
      return visit.page(page.page, status: faults.map(\.status).max() ?? 422)
    }
  }
}

/// Due dates with how many days are left, for the list of returns and for an officer's first page.
struct DueDates {
  let upcoming: [UpcomingReturn]
  let token: Markup

  var markup: Markup {
    guard !upcoming.isEmpty else { return "<p class=\"empty\">\(ReturnPageWording.noDue)</p>\n" }
    return """
      \(Components.scroll)<table class="list"><thead><tr><th>\(ReturnPageWording.period)</th>\
      <th>\(ReturnPageWording.before)</th><th>\(ReturnPageWording.left)</th><th>\(ReturnPageWording.state)</th>\
      <th>\(ReturnPageWording.document)</th>\(Components.actionColumn)</tr></thead>
      <tbody>\(each: upcoming, row)</tbody></table></div>

      """
  }

  private func row(_ entry: UpcomingReturn) -> Markup {
    """
    <tr><td>\(ReturnPageWording.name(entry.due.period))</td><td>\(Formatting.date(entry.due.before))</td>\
    <td><span class="badge \(kind(entry))">\(ReturnPageWording.daysLeft(entry.daysLeft))</span></td>\
    <td>\(ReturnLook.state(entry.found))</td>\
    <td>\(entry.due.document.title)<span class="hint">\(entry.due.source)</span></td><td>\(action(entry))</td></tr>

    """
  }

  /// A fortnight is little time for figures that others must send.
  private func kind(_ entry: UpcomingReturn) -> Markup {
    if entry.found?.isClosed == true { return "good" }
    return entry.daysLeft <= 14 ? "care" : "calm"
  }

  private func action(_ entry: UpcomingReturn) -> Markup {
    if let found = entry.found {
      return "<a class=\"button\" href=\"\(Route.plan(.targetReturn(found.id)))\">\(ReturnPageWording.open)</a>"
    }
    let period = entry.due.period
    return """
      <form method="post" action="\(Route.plan(.returns))">\(token)<input type="hidden" name="kind" value="\(period.kind.rawValue)">\
      <input type="hidden" name="year" value="\(period.year)"><input type="hidden" name="number" value="\(period.number)">\
      <button class="button" type="submit">\(ReturnPageWording.begin)</button></form>
      """
  }
}

enum ReturnLook {
  static func state(_ found: TargetReturn?) -> String {
    guard let found else { return ReturnPageWording.noneYet }
    return found.closedAt.map { ReturnPageWording.closed(CivilDate($0)) } ?? ReturnPageWording.draft
  }
}

struct ReturnsPage {
  let upcoming: [UpcomingReturn]
  let returns: [TargetReturn]
  let year: Int
  let faults: [String]
  let token: Markup

  var page: Page {
    Page(
      ReturnPageWording.title, kind: "plan", styles: PlanParts.styles,
      main: """
        <h1>\(ReturnPageWording.title)</h1>
        <p>\(ReturnPageWording.lead)</p>
        \(PlanParts.alert(faults))<h2>\(ReturnPageWording.due)</h2>
        \(DueDates(upcoming: upcoming, token: token).markup)<h2>\(ReturnPageWording.all)</h2>
        \(table)\(form)<p class="actions"><a class="button" href="\(Route.office(.letterhead))">\(ReturnPageWording.letterhead)</a>
        <a class="button" href="\(Route.plan(.targets))">\(TargetWording.back)</a></p>

        """)
  }

  private var table: Markup {
    guard !returns.isEmpty else { return "<p class=\"empty\">\(ReturnPageWording.none)</p>\n" }
    return """
      \(Components.scroll)<table class="list"><thead><tr><th>\(ReturnPageWording.period)</th>\
      <th class="number">\(ReturnPageWording.version)</th><th>\(ReturnPageWording.state)</th>\(Components.actionColumn)</tr></thead>
      <tbody>\(each: returns, row)</tbody></table></div>

      """
  }

  private func row(_ found: TargetReturn) -> Markup {
    """
    <tr><td>\(ReturnPageWording.name(found.period))</td><td class="number">\(found.version)</td>\
    <td>\(ReturnLook.state(found))</td>\
    <td><a class="button" href="\(Route.plan(.targetReturn(found.id)))">\(ReturnPageWording.open)</a></td></tr>

    """
  }

  private var form: Markup {
    """
    <form class="panel" method="post" action="\(Route.plan(.returns))">\(token)
    <h2>\(ReturnPageWording.other)</h2>
    <div class="fields short">
    \(PlanParts.select("kind", ReturnPageWording.kind, CalendarPeriod.returnKinds.map { ($0.rawValue, ReturnPageWording.kind($0)) }, chosen: ""))\
    \(PlanParts.text("year", ReturnPageWording.year, String(year), type: "number"))\
    \(PlanParts.select("number", ReturnPageWording.number, (1...4).map { (String($0), String($0)) }, chosen: ""))</div>
    <p class="actions"><button class="button" type="submit">\(ReturnPageWording.begin)</button></p>
    </form>

    """
  }
}
