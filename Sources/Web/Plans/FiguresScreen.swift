import Assessment
import UseCases

extension Site {
  func figures(_ visit: inout Visit) throws -> Response {
    do {
      return visit.page(try figuresPage(&visit).page)
    } catch UseCaseError.plan(let faults) {
      return visit.page(PlanMissingPage(title: TargetWording.figuresTitle, faults: faults).page, status: 409)
    }
  }

  private func figuresPage(_ visit: inout Visit) throws -> FiguresPage {
    FiguresPage(
      plan: try visit.kiosk.officePlan().plan, figures: try visit.kiosk.store.officeFigures(),
      token: try visit.tokenField())
  }

  func enterFigure(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    let figure = try fields.optional("figure", most: 40)
    do {
      try visit.kiosk.enterFigure(
        figure.map { .outside(OutsideFigure.ID($0)) } ?? .population,
        group: PlanGroup.ID(try fields.text("group", most: 40)), value: try fields.text("value", most: 40),
        day: try fields.text("day", most: 10), source: try fields.text("source", most: 1_000), by: visit.account())
      return visit.redirect(to: .plan(.figures))
    } catch UseCaseError.plan(let faults) {
      var page = try figuresPage(&visit)
      page.faults = faults.map(\.sentence)
      if figure == nil { page.population = TypedFields(fields) } else { page.outside = TypedFields(fields) }
      return visit.page(page.page, status: faults.map(\.status).max() ?? 422)
    }
  }

  /// A list is told about on the page that comes back: nobody would find it in a redirect.
  func takeCertificates(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    do {
      let listing = try visit.kiosk.takeCertificates(
        try fields.text("list", most: 30_000), course: try fields.text("course", most: 500), by: visit.account())
      var page = try figuresPage(&visit)
      page.listing = listing
      return visit.page(page.page)
    } catch UseCaseError.plan(let faults) {
      var page = try figuresPage(&visit)
      page.faults = faults.map(\.sentence)
      page.certificates = TypedFields(fields)
      return visit.page(page.page, status: faults.map(\.status).max() ?? 422)
    }
  }
}

struct FiguresPage {
  /// Older ones stay in the store; the page shows what is of use.
  static let mostShown = 100

  let plan: TargetPlan
  let figures: [OfficeFigure]
  let token: Markup
  var faults: [String] = []
  var population = TypedFields()
  var outside = TypedFields()
  var certificates = TypedFields()
  var listing: CertificateListing?

  init(plan: TargetPlan, figures: [OfficeFigure], token: Markup) {
    self.plan = plan
    self.figures = figures
    self.token = token
  }

  var page: Page {
    Page(
      TargetWording.figuresTitle, kind: "plan", styles: PlanParts.styles,
      main: """
        <h1>\(TargetWording.figuresTitle)</h1>
        <p>\(TargetWording.figuresLead)</p>
        \(PlanParts.alert(faults))\(told)<div class="columns">
        \(populationForm)\(outsideForm)</div>
        <h2>\(TargetWording.entered)</h2>
        \(table)\(certificateForm)\
        <p class="actions"><a class="button" href="\(Route.plan(.targets))">\(TargetWording.back)</a></p>

        """)
  }

  private var told: Markup {
    guard let listing else { return "" }
    let strangers: Markup = listing.strangers.isEmpty ? "" : " \(TargetWording.strangers(listing.strangers))"
    return "<p class=\"done\" role=\"status\">\(TargetWording.listing(listing))\(strangers)</p>\n"
  }

  private var populationForm: Markup {
    """
    <form class="panel" method="post" action="\(Route.plan(.figures))">\(token)
    <h2>\(TargetWording.populationForm)</h2>
    \(fields("p", population))<button class="button main" type="submit">\(TargetWording.keepFigure)</button>
    </form>

    """
  }

  private var outsideForm: Markup {
    """
    <form class="panel" method="post" action="\(Route.plan(.figures))">\(token)
    <h2>\(TargetWording.outsideForm)</h2>
    <label for="o-figure">\(TargetWording.kind)</label><select id="o-figure" name="figure">\
    \(each: plan.figures, { option($0.id.text, $0.name, outside["figure"]) })</select>
    \(fields("o", outside))<button class="button" type="submit">\(TargetWording.keepFigure)</button>
    </form>

    """
  }

  /// - Parameter prefix: keeps the ids of two forms apart.
  private func fields(_ prefix: String, _ typed: TypedFields) -> Markup {
    """
    <label for="\(prefix)-group">\(TargetWording.group)</label><select id="\(prefix)-group" name="group">\
    \(each: plan.groups, { option($0.id.text, $0.name, typed["group"]) })</select>
    <label for="\(prefix)-value">\(TargetWording.number)</label>\
    <input id="\(prefix)-value" name="value" type="text" inputmode="numeric" value="\(typed["value"])">
    <label for="\(prefix)-day">\(TargetWording.day)</label>\
    <input id="\(prefix)-day" name="day" type="date" value="\(typed["day"])">
    <label for="\(prefix)-source">\(TargetWording.source)</label><span class="hint">\(TargetWording.sourceHelp)</span>\
    <input id="\(prefix)-source" name="source" type="text" value="\(typed["source"])">

    """
  }

  private func option(_ value: String, _ name: String, _ chosen: String) -> Markup {
    "<option value=\"\(value)\"\(" selected", if: value == chosen)>\(name)</option>"
  }

  private var table: Markup {
    guard !figures.isEmpty else { return "<p class=\"empty\">\(TargetWording.noFigures)</p>\n" }
    return """
      \(Components.scroll)<table class="list"><thead><tr><th>\(TargetWording.kind)</th><th>\(TargetWording.group)</th>\
      <th class="number">\(TargetWording.number)</th><th>\(TargetWording.day)</th><th>\(TargetWording.source)</th></tr></thead>
      <tbody>\(each: figures.prefix(Self.mostShown), row)</tbody></table></div>

      """
  }

  private func row(_ figure: OfficeFigure) -> Markup {
    """
    <tr><td>\(name(figure.subject))</td><td>\(plan.group(figure.group)?.name ?? figure.group.text)</td>\
    <td class="number">\(Formatting.number(figure.value))</td><td>\(Formatting.date(figure.day))</td>\
    <td>\(figure.source)</td></tr>

    """
  }

  private func name(_ subject: OfficeFigure.Subject) -> String {
    switch subject {
    case .population: TargetWording.population
    case .outside(let id): plan.figure(id)?.name ?? id.text
    }
  }

  private var certificateForm: Markup {
    """
    <form class="panel" method="post" action="\(Route.plan(.certificates))">\(token)
    <h2>\(TargetWording.certificates)</h2>
    <p>\(TargetWording.certificatesLead)</p>
    \(PlanParts.text("course", TargetWording.course, certificates["course"]))\
    \(PlanParts.area("list", TargetWording.list, certificates["list"], rows: 6))\
    <p class="actions"><button class="button" type="submit">\(TargetWording.takeList)</button></p>
    </form>

    """
  }
}
