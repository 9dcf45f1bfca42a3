import Assessment
import UseCases

/// The rules of one audience, what the bank proposes beside them, and the form that adopts others.
struct RuleSetPage {
  let overview: RuleOverview
  let typed: TypedFields
  let faults: [String]
  let token: Markup

  private var rules: Blueprint { overview.inForce }
  private var route: PlanRoute { .ruleSet(overview.audience.id) }
  private var title: String { RuleWording.title(overview.audience.name) }

  var page: Page {
    Page(
      title, kind: "plan", styles: PlanParts.styles,
      main: """
        <h1>\(title)</h1>
        \(PlanParts.alert(faults))\(standing)\(form)\(returning)\(history)\
        <p class="actions"><a class="button" href="\(Route.plan(.rules))">\(RuleWording.back)</a></p>

        """)
  }

  private var standing: Markup {
    let head: Markup =
      overview.act.map { act in
        """
        <p><span class="badge good">\(RuleWording.adopted)</span> \(RuleWording.version) \(rules.version) · \
        \(RuleWording.adoptedBy(act)). \(RuleWording.adoptedLead)</p>

        """
      } ?? """
        <p><span class="badge care">\(RuleWording.proposed)</span> \(RuleWording.version) \(rules.version). \
        \(RuleWording.proposalLead)</p>

        """
    let differs: Markup =
      overview.isOffices && overview.differs
      ? "<p><span class=\"badge calm\">\(RuleWording.differs)</span> \(RuleWording.differsLead)</p>\n" : ""
    return "\(head)\(differs)"
  }

  private var form: Markup {
    """
    <form class="panel rule-set" method="post" action="\(Route.plan(route))">\(token)
    <input type="hidden" name="seen" value="\(Int(overview.row))">
    <h2>\(RuleWording.change)</h2>
    <p>\(RuleWording.changeLead)</p>
    <div class="fields short">
    \(field("minutes", RuleWording.minutes, rules.minutes, overview.proposal.minutes))\
    \(field("retake", RuleWording.retake, rules.retakeDelayDays, overview.proposal.retakeDelayDays))\
    \(field("overall", RuleWording.overall, rules.cutScore.overall, overview.proposal.cutScore.overall))</div>
    \(Components.scroll)<table class="list draws"><caption>\(RuleWording.draws)</caption>
    <thead><tr><th>\(RuleWording.area)</th>\(each: rules.bands, { "<th>\($0.name)</th>" })<th>\(RuleWording.areaCut)</th></tr></thead>
    <tbody>\(each: overview.areas, row)</tbody></table></div>
    <div class="fields">
    \(PlanParts.area("basis", RuleWording.legalBasis, typed["basis", or: rules.legalBasis.joined(separator: "\n")]))\
    \(PlanParts.text("document", RuleWording.document, typed["document"], help: RuleWording.documentHelp))\
    \(PlanParts.text("date", RuleWording.date, typed["date"], type: "date"))\
    \(PlanParts.text("signer", RuleWording.signer, typed["signer"]))</div>
    <p class="actions"><button class="button main" type="submit">\(RuleWording.adopt)</button></p>
    </form>

    """
  }

  private func field(_ name: StaticString, _ label: String, _ now: Int, _ proposed: Int) -> Markup {
    PlanParts.text(
      name, label, typed[name.description, or: String(now)], type: "number",
      help: now == proposed ? nil : RuleWording.proposal(String(proposed)))
  }

  private func row(_ area: Area) -> Markup {
    """
    <tr><th scope="row">\(area.name)</th>\(each: rules.bands, { cell(area, $0) })\(cutCell(area))</tr>

    """
  }

  private func cell(_ area: Area, _ band: Blueprint.Band) -> Markup {
    let supply = overview.supply(area.id, band.id)
    let (now, proposed) = (count(area, band, in: rules), count(area, band, in: overview.proposal))
    guard supply > 0 || now > 0 else { return "<td class=\"none\">–</td>" }
    let notes = [RuleWording.supply(supply)] + (now == proposed ? [] : [RuleWording.proposal(String(proposed))])
    let name = RuleForm.countName(area.id, band.id)
    return input(name, RuleWording.cell(area.short, band.name), typed[name, or: String(now)], notes)
  }

  private func cutCell(_ area: Area) -> Markup {
    let (now, proposed) = (rules.cutScore.areas[area.id] ?? 0, overview.proposal.cutScore.areas[area.id] ?? 0)
    let name = RuleForm.cutName(area.id)
    return input(
      name, RuleWording.cutCell(area.short), typed[name, or: String(now)],
      now == proposed ? [] : [RuleWording.proposal(String(proposed))])
  }

  private func input(_ name: String, _ label: String, _ value: String, _ notes: [String]) -> Markup {
    """
    <td><input name="\(name)" type="number" min="0" aria-label="\(label)" value="\(value)">\
    \(each: notes, { "<span class=\"hint\">\($0)</span>" })</td>
    """
  }

  private func count(_ area: Area, _ band: Blueprint.Band, in rules: Blueprint) -> Int {
    rules.draws.filter { $0.area == area.id && $0.band == band.id }.reduce(0) { $0 + $1.count }
  }

  private var returning: Markup {
    guard overview.isOffices else { return "" }
    return """
      <form class="panel" method="post" action="\(Route.plan(.proposal(overview.audience.id)))">\(token)
      <p>\(RuleWording.toProposalLead)</p>
      <p class="actions"><button class="button danger" type="submit">\(RuleWording.toProposal)</button></p>
      </form>

      """
  }

  private var history: Markup {
    guard !overview.history.isEmpty else {
      return "<h2>\(RuleWording.history)</h2>\n<p class=\"empty\">\(RuleWording.noHistory)</p>\n"
    }
    return """
      <h2>\(RuleWording.history)</h2>
      \(Components.scroll)<table class="list"><thead><tr><th>\(RuleWording.when)</th><th class="number">\(RuleWording.version)</th>\
      <th>\(RuleWording.what)</th><th>\(RuleWording.paper)</th></tr></thead>
      <tbody>\(each: overview.history, entry)</tbody></table></div>

      """
  }

  private func entry(_ entry: (adoption: RuleAdoption, version: Int)) -> Markup {
    """
    <tr><td>\(Formatting.date(CivilDate(entry.adoption.at)))</td><td class="number">\(entry.version)</td>\
    <td>\(RuleWording.origin(entry.adoption.origin))</td>\
    <td>\(entry.adoption.act.map(RuleWording.adoptedBy) ?? "")</td></tr>

    """
  }
}
