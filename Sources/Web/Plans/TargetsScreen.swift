import Assessment
import UseCases

extension Site {
  func targets(_ visit: inout Visit) throws -> Response {
    let kiosk = visit.kiosk
    do {
      let page = TargetsPage(
        plan: try kiosk.officePlan(), standings: try kiosk.standings(ownTitle: TargetWording.own),
        token: try visit.tokenField())
      return visit.page(page.page)
    } catch UseCaseError.plan(let faults) {
      return visit.page(PlanMissingPage(title: TargetWording.title, faults: faults).page, status: 409)
    }
  }

  func chooseDocuments(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    let chosen = try fields.all("document-", most: 3).keys.map { PlanDocument.ID($0) }
    try visit.kiosk.chooseDocuments(Set(chosen), by: visit.account())
    return visit.redirect(to: .plan(.targets))
  }
}

/// Where a box stands without a plan: what is missing, and nothing else.
struct PlanMissingPage {
  let title: String
  let faults: [PlanFault]

  var page: Page {
    Page(
      title, kind: "plan", styles: PlanParts.styles,
      main: "<h1>\(title)</h1>\n\(PlanParts.alert(faults.map(\.sentence)))")
  }
}

struct TargetsPage {
  let plan: OfficePlan
  let standings: [Standing]
  let token: Markup

  var page: Page {
    Page(
      TargetWording.title, kind: "plan", styles: PlanParts.styles,
      main: """
        <h1>\(TargetWording.title)</h1>
        \(lead)<p class="actions start"><a class="button main" href="\(Route.plan(.figures))">\(TargetWording.toFigures)</a>
        <a class="button" href="\(Route.plan(.newTarget))">\(TargetWording.add)</a>
        <a class="button" href="\(Route.plan(.returns))">\(TargetWording.toReturns)</a></p>
        \(standings.isEmpty ? documents : "")\(tables)\(standings.isEmpty ? "" : documents)
        """)
  }

  private var lead: Markup {
    standings.first.map { "<p>\(TargetWording.asOf($0.asOf))</p>\n" } ?? ""
  }

  private var tables: Markup {
    guard !standings.isEmpty else { return "<p class=\"empty\">\(TargetWording.noTargets)</p>\n" }
    let ids = standings.map(\.document.id).reduce(into: [PlanDocument.ID]()) { ids, id in
      if ids.last != id { ids.append(id) }
    }
    return "\(each: ids, { id in table(standings.filter { $0.document.id == id }) })"
  }

  private func table(_ standings: [Standing]) -> Markup {
    """
    <h2>\(standings.first?.document.title ?? "")</h2>
    \(Components.scroll)<table class="list targets"><thead><tr><th>\(TargetWording.row)</th><th>\(TargetWording.target)</th>\
    <th>\(TargetWording.deadline)</th><th class="number">\(TargetWording.wanted)</th><th>\(TargetWording.now)</th>\
    <th>\(TargetWording.verdict)</th></tr></thead>
    <tbody>\(each: standings, row)</tbody></table></div>

    """
  }

  private func row(_ standing: Standing) -> Markup {
    let target = standing.target
    let notes = [TargetWording.basis(standing), standing.population.map(TargetWording.population)].compactMap { $0 }
    let note: Markup = target.note.map { "<span class=\"hint\">\($0)</span>" } ?? ""
    let edit: Markup =
      target.document == PlanDocument.own
      ? " <a href=\"\(Route.plan(.ownTarget(target.id)))\">\(TargetWording.edit)</a>" : ""
    return """
      <tr id="\(target.id.text)"><td>\(target.row)</td>\
      <td>\(target.text)<br><strong>\(standing.group.name)</strong>\(note)\(edit)</td>\
      <td>\(target.deadline.map(Formatting.date) ?? TargetWording.noDeadline)</td>\
      <td class="number">\(TargetWording.value(target.value, standing.group))\(wanted(standing))</td>\
      <td>\(TargetWording.share(standing))\(each: notes, { "<span class=\"hint\">\($0)</span>" })</td>\
      <td><span class="badge \(StandingLook.kind(standing.verdict))">\(TargetWording.short(standing.verdict))</span>\
      <br>\(TargetWording.long(standing))</td></tr>

      """
  }

  /// How many people a percentage comes to.
  private func wanted(_ standing: Standing) -> Markup {
    guard case .percent = standing.target.value, let wanted = standing.wanted else { return "" }
    return "<span class=\"hint\">\(Formatting.number(wanted)) \(standing.group.unit)</span>"
  }

  private var documents: Markup {
    """
    <form class="panel" method="post" action="\(Route.plan(.documents))">\(token)
    <h2>\(TargetWording.documents)</h2>
    <p>\(TargetWording.documentsLead)</p>
    \(each: plan.plan.documents, choice)<p class="actions"><button class="button" type="submit">\(TargetWording.keepDocuments)</button></p>
    </form>

    """
  }

  private func choice(_ document: PlanDocument) -> Markup {
    """
    <label class="check-line"><input type="checkbox" name="document-\(document.id.text)" value="yes"\
    \(" checked", if: plan.chosen.contains(document.id))> \(document.title) (\(document.issuer))</label>

    """
  }
}

package enum StandingLook {
  package static func kind(_ verdict: Standing.Verdict) -> Markup {
    switch verdict {
    case .reached: "good"
    case .overdue, .needsPopulation, .needsFigure: "care"
    case .ahead, .open, .provinces: "calm"
    }
  }
}
