import Assessment
import UseCases

extension Site {
  func newTarget(_ visit: inout Visit) throws -> Response {
    let page = OwnTargetPage(
      plan: try visit.kiosk.officePlan().plan, id: nil, version: nil, typed: TypedFields(), faults: [],
      token: try visit.tokenField())
    return visit.page(page.page)
  }

  func ownTarget(_ visit: inout Visit, _ id: PlanTarget.ID) throws -> Response {
    let plan = try visit.kiosk.officePlan()
    guard let own = plan.own.first(where: { $0.target.id == id }) else { throw UseCaseError.plan([.unknownTarget(id)]) }
    let page = OwnTargetPage(
      plan: plan.plan, id: id, version: own.version, typed: OwnTargetPage.typed(own.target), faults: [],
      token: try visit.tokenField())
    return visit.page(page.page)
  }

  func keepTarget(_ visit: inout Visit, id: PlanTarget.ID?, _ fields: FormFields) throws -> Response {
    let seen = try fields.optional("seen", most: 12).flatMap(Int.init)
    do {
      guard id == nil || seen != nil else { throw FormFault.missing("seen") }
      try visit.kiosk.keepOwnTarget(try OwnTargetPage.draft(fields), id: id, seen: seen, by: visit.account())
      return visit.redirect(to: .plan(.targets))
    } catch UseCaseError.plan(let faults) {
      let page = OwnTargetPage(
        plan: try visit.kiosk.officePlan().plan, id: id, version: seen, typed: TypedFields(fields),
        faults: faults.map(\.sentence), token: try visit.tokenField())
      return visit.page(page.page, status: faults.map(\.status).max() ?? 422)
    }
  }

  func dropTarget(_ visit: inout Visit, _ id: PlanTarget.ID, _ fields: FormFields) throws -> Response {
    try visit.kiosk.dropOwnTarget(id, seen: try fields.integer("seen"), by: visit.account())
    return visit.redirect(to: .plan(.targets))
  }
}

struct OwnTargetPage {
  let plan: TargetPlan
  let id: PlanTarget.ID?
  /// The version on the screen.
  let version: Int?
  let typed: TypedFields
  let faults: [String]
  let token: Markup

  private var title: String { version.map(TargetWording.editTitle) ?? TargetWording.newTitle }

  var page: Page {
    Page(
      title, kind: "plan", styles: PlanParts.styles,
      main: """
        <h1>\(title)</h1>
        \(PlanParts.alert(faults))<form class="panel" method="post" action="\(action)">\(token)\(seen)
        <div class="fields">
        \(PlanParts.area("text", TargetWording.text, typed["text"], rows: 2))\
        \(PlanParts.select("group", TargetWording.group, groups, chosen: typed["group"]))\
        \(PlanParts.text("value", TargetWording.number, typed["value"]))\
        \(PlanParts.select("unit", TargetWording.unit, units, chosen: typed["unit"]))\
        \(PlanParts.text("deadline", TargetWording.deadline, typed["deadline"], type: "date", help: TargetWording.deadlineHelp))\
        \(PlanParts.select("measure", TargetWording.measureLabel, measures, chosen: typed["measure"]))\
        \(PlanParts.text("note", TargetWording.note, typed["note"]))</div>
        <p class="actions"><a class="button" href="\(Route.plan(.targets))">\(TargetWording.back)</a>
        <button class="button main" type="submit">\(TargetWording.keep)</button></p>
        </form>
        \(dropping)
        """)
  }

  private var action: Route { .plan(id.map { .ownTarget($0) } ?? .targets) }

  private var seen: Markup {
    version.map { "<input type=\"hidden\" name=\"seen\" value=\"\($0)\">" } ?? ""
  }

  private var dropping: Markup {
    guard let id else { return "" }
    return """
      <form class="panel" method="post" action="\(Route.plan(.withdrawal(id)))">\(token)\(seen)
      <p class="actions"><button class="button danger" type="submit">\(TargetWording.drop)</button></p></form>

      """
  }

  private var groups: [(value: String, name: String)] { plan.groups.map { ($0.id.text, $0.name) } }
  private var units: [(value: String, name: String)] {
    [("percent", TargetWording.percent), ("people", TargetWording.people)]
  }
  /// A measure by its word; an outside figure by its id behind a colon.
  private var measures: [(value: String, name: String)] {
    [PlanTarget.Measure.Word.passed, .course, .confirmed].map { ($0.rawValue, TargetWording.measure($0)) }
      + plan.figures.filter { $0.standsFor == nil }.map { ("outside:\($0.id)", $0.name) }
  }

  static func draft(_ fields: FormFields) throws -> TargetDraft {
    let measure = try fields.text("measure", most: 60)
    let parts = measure.split(separator: ":", maxSplits: 1).map(String.init)
    let read: PlanTarget.Measure
    switch PlanTarget.Measure.Word(rawValue: parts.first ?? "") {
    case .passed: read = .passed
    case .course: read = .course
    case .confirmed: read = .confirmed
    case .outside: read = .outside(OutsideFigure.ID(parts.last ?? ""))
    case nil: throw FormFault.unexpected("measure", value: measure)
    }
    return TargetDraft(
      text: try fields.text("text", most: 4_000), group: PlanGroup.ID(try fields.text("group", most: 40)),
      value: try fields.text("value", most: 40), isPercent: try fields.text("unit", most: 20) == "percent",
      deadline: try fields.text("deadline", most: 10), measure: read, note: try fields.text("note", most: 4_000))
  }

  static func typed(_ target: PlanTarget) -> TypedFields {
    let (value, unit) =
      switch target.value {
      case .percent(let percent): (percent, "percent")
      case .people(let people): (people, "people")
      }
    let measure =
      if case .outside(let figure) = target.measure { "outside:\(figure)" } else { target.measure.word.rawValue }
    return TypedFields([
      "text": target.text, "group": target.group.text, "value": String(value), "unit": unit,
      "deadline": target.deadline?.iso ?? "", "measure": measure, "note": target.note ?? "",
    ])
  }
}
