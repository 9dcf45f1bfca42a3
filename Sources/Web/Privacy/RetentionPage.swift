import Assessment
import UseCases

/// How long what is kept, what would go when, and what went.
struct RetentionPage {
  let overview: RetentionOverview
  let token: Markup
  var typed = TypedFields()
  var faults: [String] = []

  init(overview: RetentionOverview, token: Markup) {
    self.overview = overview
    self.token = token
  }

  var page: Page {
    Page(
      RetentionWording.title, kind: "plan", styles: PlanParts.styles, hasFaults: !faults.isEmpty,
      main: """
        <h1>\(RetentionWording.title)</h1>
        <p>\(RetentionWording.lead)</p>
        \(PlanParts.alert(faults + (overview.isHeld ? [RetentionWording.held] : [])))\(origin)\(outlook)\(form)\(runs)\
        \(PrivacyParts.links(but: .retention))

        """)
  }

  private var origin: Markup {
    guard let act = overview.adoption.act else {
      return "<p><span class=\"badge care\">\(RetentionWording.proposed)</span></p>\n"
    }
    let said = RetentionWording.adoptedBy(act.document, Formatting.date(act.date), act.signer)
    return "<p><span class=\"badge good\">\(RetentionWording.adopted)</span> \(said)</p>\n"
  }

  private var outlook: Markup {
    """
    \(Components.scroll)<table class="list"><caption>\(RetentionWording.outlook)</caption>
    <thead><tr><th>\(RetentionWording.columnKind)</th><th class="number">\(RetentionWording.columnPeriod)</th>\
    <th class="number">\(RetentionWording.columnNow)</th>\
    \(each: RetentionOutlook.days, { "<th class=\"number\">\(RetentionWording.columnWithin($0))</th>" })</tr></thead>
    <tbody>\(each: overview.outlooks, row)</tbody></table></div>

    """
  }

  private func row(_ outlook: RetentionOutlook) -> Markup {
    let kind = outlook.period.kind
    return """
      <tr><th scope="row">\(RetentionWording.kind(kind))\(basis(outlook.period))</th>\
      <td class="number">\(RetentionWording.months(outlook.period.months))</td>\
      \(each: [outlook.now] + outlook.within, { "<td class=\"number\">\(RetentionWording.unit(kind, $0))</td>" })</tr>

      """
  }

  /// Why so long, as the program proposes it; an office's own reasons stand in its paper.
  private func basis(_ period: RetentionPlan.Period) -> Markup {
    overview.adoption.act == nil ? "<br><span class=\"small\">\(period.basis)</span>" : ""
  }

  private var form: Markup {
    """
    <form class="panel" method="post" action="\(Route.privacy(.retention))" autocomplete="off">\(token)
    <h2>\(RetentionWording.change)</h2>
    <p>\(RetentionWording.changeLead)</p>
    <div class="fields">
    \(each: overview.plan.periods, field)\
    \(PlanParts.text("document", RetentionWording.document, typed["document"], help: RetentionWording.documentHelp))\
    \(PlanParts.text("date", RetentionWording.date, typed["date"], type: "date"))\
    \(PlanParts.text("signer", RetentionWording.signer, typed["signer"]))</div>
    <p class="actions start"><button class="button main" type="submit">\(RetentionWording.keep)</button></p>
    </form>

    """
  }

  private func field(_ period: RetentionPlan.Period) -> Markup {
    let name = period.kind.rawValue
    return """
      <div><label for="\(name)">\(RetentionWording.label(period.kind))</label>\
      <input id="\(name)" name="\(name)" type="number" value="\(typed[name, or: String(period.months)])"></div>

      """
  }

  private var runs: Markup {
    guard !overview.runs.isEmpty else {
      return "<h2>\(RetentionWording.runs)</h2>\n<p class=\"empty\">\(RetentionWording.runsNone)</p>\n"
    }
    return """
      \(Components.scroll)<table class="list"><caption>\(RetentionWording.runs)</caption>
      <thead><tr><th>\(RetentionWording.columnWhen)</th><th>\(RetentionWording.columnKind)</th>\
      <th class="number">\(RetentionWording.columnCount)</th></tr></thead>
      <tbody>\(each: overview.runs, run)</tbody></table></div>

      """
  }

  private func run(_ run: RetentionRun) -> Markup {
    """
    <tr><td>\(Formatting.dateAndTime(run.at))</td><td>\(RetentionWording.kind(run.kind))</td>\
    <td class="number">\(RetentionWording.unit(run.kind, run.count))</td></tr>

    """
  }
}
