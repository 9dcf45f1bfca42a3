import Assessment
import Province
import UseCases
import Web

extension ProvinceSite {
  func targets(_ visit: ProvinceVisit) throws -> Response {
    let page = TargetsPage(outlooks: try visit.office.targetOutlooks(), framework: visit.office.parts.framework)
    return visit.page(page.page)
  }
}

/// How communes stand against what they must reach, each target in a table of its own.
struct TargetsPage {
  let outlooks: [TargetOutlook]
  let framework: Framework

  var page: ProvincePage {
    ProvincePage(
      ProvinceWording.targets, kind: "targets",
      main: """
        <h1>\(ProvinceWording.targets)</h1>
        <p class="lead">\(ProvinceWording.targetsLead)</p>
        \(outlooks.isEmpty ? Self.none : "\(each: outlooks, section)")
        """)
  }

  private static let none: Markup = "<p class=\"empty\">\(ProvinceWording.noTargets)</p>\n"

  private func section(_ outlook: TargetOutlook) -> Markup {
    """
    <section aria-labelledby="target-\(outlook.target.audience?.text ?? "all")">
    <h2 id="target-\(outlook.target.audience?.text ?? "all")">\(TargetTable.title(outlook, framework))</h2>
    <p>\(outlook.target.document). \(ProvinceWording.countedInYear(outlook.year.year))</p>
    \(TargetTable(lines: outlook.lines + [outlook.total]).markup)\(sources(outlook))</section>

    """
  }

  private func sources(_ outlook: TargetOutlook) -> Markup {
    guard !outlook.sources.isEmpty else { return "" }
    return "<p class=\"small\">\(ProvinceWording.populationFrom(outlook.sources))</p>\n"
  }
}

struct TargetTable {
  let lines: [TargetOutlook.Line]

  static func title(_ outlook: TargetOutlook, _ framework: Framework) -> String {
    let name = outlook.target.audience.map { id in framework.audiences.first { $0.id == id }?.name ?? id.text }
    return ProvinceWording.targetTitle(
      name, percent: outlook.target.percent, deadline: Formatting.date(outlook.target.deadline))
  }

  var markup: Markup {
    """
    \(Components.scroll)<table class="list report communes"><thead><tr><th scope="col">\(ProvinceWording.place)</th>\
    \(each: ProvinceWording.targetColumns, { "<th scope=\"col\">\($0)</th>" })\
    <th scope="col">\(ProvinceWording.state)</th></tr></thead>
    <tbody>
    \(each: lines, row)</tbody></table></div>

    """
  }

  private func row(_ line: TargetOutlook.Line) -> Markup {
    let standing = line.standing
    let isTotal = line.commune == .whole
    let name: Markup =
      isTotal
      ? "\(ProvinceWording.communeTotal)" : "<a href=\"\(ProvinceRoute.commune(line.commune))\">\(line.name)</a>"
    let figures = [standing.population?.people, standing.wanted, standing.count, standing.missing].map {
      $0.map(Formatting.number) ?? ProvinceWording.none
    }
    let share = standing.share?.tenthsOfPercent.map(Formatting.percent(tenths:)) ?? ProvinceWording.none
    return """
      <tr\(" class=\"total\"", if: isTotal)><th scope="row">\(name)\(each: figures, { "<td>\($0)" })<td>\(share)\
      <td><span class="badge \(StandingLook.kind(standing.verdict))">\(TargetWording.short(standing.verdict))</span>

      """
  }
}

extension Standing {
  /// How many more; nil where nobody knows, or enough have passed.
  fileprivate var missing: Int? {
    switch verdict {
    case .ahead(let missing, _, _), .overdue(let missing, _), .open(let missing): missing
    case .reached: 0
    case .needsPopulation, .needsFigure, .provinces: nil
    }
  }
}
