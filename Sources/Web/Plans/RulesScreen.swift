import Assessment
import UseCases

extension Site {
  func rules(_ visit: inout Visit) throws -> Response {
    visit.page(RulesPage(overviews: try visit.kiosk.ruleOverviews()).page)
  }

  func ruleSet(_ visit: inout Visit, _ audience: Audience.ID) throws -> Response {
    let overview = try visit.kiosk.ruleOverview(of: audience)
    return visit.page(
      RuleSetPage(overview: overview, typed: TypedFields(), faults: [], token: try visit.tokenField()).page)
  }

  func adoptRules(_ visit: inout Visit, _ audience: Audience.ID, _ fields: FormFields) throws -> Response {
    let overview = try visit.kiosk.ruleOverview(of: audience)
    do {
      _ = try visit.kiosk.adoptRules(RuleForm(overview, fields).order(), by: visit.account())
      return visit.redirect(to: .plan(.ruleSet(audience)))
    } catch UseCaseError.rules(let faults) {
      let page = RuleSetPage(
        overview: overview, typed: TypedFields(fields), faults: faults.map { $0.sentence(in: overview) },
        token: try visit.tokenField())
      return visit.page(page.page, status: faults.map(\.status).max() ?? 422)
    }
  }

  func returnToProposal(_ visit: inout Visit, _ audience: Audience.ID) throws -> Response {
    _ = try visit.kiosk.returnToProposal(for: audience, by: visit.account())
    return visit.redirect(to: .plan(.ruleSet(audience)))
  }
}

/// Reads the form: `count-AREA_BAND` and `cut-AREA`, empty for none.
struct RuleForm {
  let overview: RuleOverview
  let fields: FormFields

  init(_ overview: RuleOverview, _ fields: FormFields) {
    self.overview = overview
    self.fields = fields
  }

  static func countName(_ area: Area.ID, _ band: Blueprint.Band.ID) -> String { "count-\(area)_\(band)" }
  static func cutName(_ area: Area.ID) -> String { "cut-\(area)" }

  func order() throws -> RuleOrder {
    let document = try fields.text("document", most: 600)
    return RuleOrder(
      audience: overview.audience.id, change: try change(), document: document,
      date: try fields.text("date", most: 10), signer: try fields.text("signer", most: 600),
      reason: RuleWording.reason(document), seen: Int64(try fields.text("seen", most: 20)) ?? 0)
  }

  private func change() throws -> RuleChange {
    var draws: [Blueprint.Draw] = []
    var cuts: [Area.ID: Int] = [:]
    for area in overview.areas {
      let before = draws.count
      for band in overview.inForce.bands {
        let count = try number(Self.countName(area.id, band.id))
        if count != 0 { draws.append(Blueprint.Draw(area: area.id, band: band.id, count: count)) }
      }
      let cut = try number(Self.cutName(area.id))
      // An area of which nothing is drawn has no line to pass, unless somebody has typed one.
      if draws.count > before || cut != 0 { cuts[area.id] = cut }
    }
    let basis = try fields.text("basis", most: 16_384).split(whereSeparator: \.isNewline).map { line in
      line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return RuleChange(
      minutes: try number("minutes"), retakeDelayDays: try number("retake", empty: -1), draws: draws,
      cutScore: CutScore(overall: try number("overall"), areas: cuts), legalBasis: basis.filter { !$0.isEmpty })
  }

  /// What is no number is one that no rule allows, so that the page comes back with a sentence.
  private func number(_ name: String, empty: Int = 0) throws -> Int {
    let text = try fields.optional(name, most: 12)?.filter { !$0.isWhitespace } ?? ""
    return text.isEmpty ? empty : Int(text) ?? -1
  }
}

struct RulesPage {
  let overviews: [RuleOverview]

  var page: Page {
    Page(
      RuleWording.title, kind: "plan", styles: PlanParts.styles,
      main: """
        <h1>\(RuleWording.title)</h1>
        <p>\(RuleWording.lead)</p>
        \(Components.scroll)<table class="list"><thead><tr><th>\(RuleWording.audience)</th>\
        <th class="number">\(RuleWording.version)</th><th class="number">\(RuleWording.items)</th>\
        <th class="number">\(RuleWording.minutes)</th><th class="number">\(RuleWording.cut)</th>\
        <th class="number">\(RuleWording.retake)</th><th>\(RuleWording.standing)</th>\(Components.actionColumn)</tr></thead>
        <tbody>\(each: overviews, row)</tbody></table></div>

        """)
  }

  private func row(_ overview: RuleOverview) -> Markup {
    let rules = overview.inForce
    let standing: Markup =
      overview.act.map { act in
        """
        <span class="badge good">\(RuleWording.adopted)</span> <span class="small">\(RuleWording.adoptedBy(act))</span>\
        \(overview.differs ? differs : "")
        """
      } ?? "<span class=\"badge care\">\(RuleWording.proposed)</span>"
    return """
      <tr><th scope="row">\(overview.audience.name)</th><td class="number">\(rules.version)</td>\
      <td class="number">\(rules.itemCount)</td><td class="number">\(rules.minutes)</td>\
      <td class="number">\(RuleWording.cutOf(rules.cutScore.overall, rules.itemCount))</td>\
      <td class="number">\(rules.retakeDelayDays)</td><td>\(standing)</td>\
      <td><a class="button" href="\(Route.plan(.ruleSet(overview.audience.id)))">\(RuleWording.open)</a></td></tr>

      """
  }

  private var differs: Markup { "<br><span class=\"badge calm\">\(RuleWording.differs)</span>" }
}
