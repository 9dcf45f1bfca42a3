import Assessment
import Province
import UseCases
import Web

extension ProvinceSite {
  func overview(_ visit: ProvinceVisit) throws -> Response {
    let page = OverviewPage(
      overview: try visit.office.overview(), outlooks: try visit.office.targetOutlooks(),
      framework: visit.office.parts.framework)
    return visit.page(page.page)
  }
}

/// How the province stands: what counts, what somebody must do, which boxes are silent.
struct OverviewPage {
  let overview: ProvinceOverview
  let outlooks: [TargetOutlook]
  let framework: Framework

  /// More are not read by anybody; each commune's page has its own.
  private static let mostBoxes = 150

  var page: ProvincePage {
    ProvincePage(
      ProvinceWording.overview, kind: "overview", styles: ["office-confirmations.css"],
      main: """
        <h1>\(ProvinceWording.yearTitle(overview.year.year))</h1>
        \(ProvinceParts.tally(totals))\
        \(targets)<h2>\(ProvinceWording.todo)</h2>
        \(BundleTable(bundles: overview.open, names: overview.names).markup)\
        <h2>\(ProvinceWording.tally)</h2>
        \(ProvinceParts.tally(ConfirmationsPage.onTheirWay(overview.tally)))\
        <h2>\(ProvinceWording.boxes)</h2>
        \(boxes)
        """)
  }

  private var totals: [(String, Int)] {
    [
      (ReportWording.people, overview.whole.people), (ReportWording.passed, overview.whole.passed),
      (ProvinceWording.communesHeard, overview.communes), (ProvinceWording.boxesHeard, overview.boxes.count),
      (ProvinceWording.silentBoxes, overview.boxes.filter(\.isSilent).count),
      (ProvinceWording.openBundles, overview.open.count),
    ]
  }

  /// The whole province's line of each; nothing where there is none.
  private var targets: Markup {
    guard !outlooks.isEmpty else { return "" }
    return """
      <h2>\(ProvinceWording.targets)</h2>
      \(each: outlooks, { "<p><a href=\"\(ProvinceRoute.targets)\">\(TargetTable.title($0, framework))</a></p>\n\(TargetTable(lines: [$0.total]).markup)" })
      """
  }

  private var boxes: Markup {
    guard !overview.boxes.isEmpty else { return "<p class=\"empty\">\(ProvinceWording.noBoxes)</p>\n" }
    let rest = overview.boxes.count - Self.mostBoxes
    return """
      <p>\(ProvinceWording.boxesLead)</p>
      \(BoxTable(boxes: Array(overview.boxes.prefix(Self.mostBoxes))).markup)\
      \("<p class=\"small\">\(ProvinceWording.more(rest))</p>\n", if: rest > 0)
      """
  }
}

extension ReceivedBundle {
  /// Nothing is wrong with it.
  var waits: Bool {
    if case .waiting = state { return true }
    return false
  }
}

/// Bundles that wait or were refused, with what to do; those of one box for one reason in one line.
struct BundleTable {
  private struct Line {
    let first: ReceivedBundle
    var numbers: [Int]
  }

  private let lines: [Line]
  private let names: [Commune: String]

  init(bundles: [ReceivedBundle], names: [Commune: String]) {
    var lines: [Line] = []
    for bundle in bundles {
      let place = lines.firstIndex { $0.first.issuer == bundle.issuer && $0.first.state == bundle.state }
      if let place {
        lines[place].numbers.append(bundle.number)
      } else {
        lines.append(Line(first: bundle, numbers: [bundle.number]))
      }
    }
    (self.lines, self.names) = (lines, names)
  }

  var markup: Markup {
    guard !lines.isEmpty else { return "<p class=\"empty\">\(ProvinceWording.nothingToDo)</p>\n" }
    return """
      \(Components.scroll)<table class="list"><thead><tr><th>\(ProvinceWording.place)</th><th>\(ProvinceWording.bundle)</th>\
      <th>\(ProvinceWording.state)</th><th>\(ProvinceWording.what)</th></tr></thead>
      <tbody>\(each: lines, row)</tbody></table></div>

      """
  }

  private func row(_ line: Line) -> Markup {
    let bundle = line.first
    let commune = Commune(bundle.issuer)
    let word = bundle.waits ? ProvinceWording.waits : ProvinceWording.refused
    let numbers = line.numbers.sorted().map(String.init).joined(separator: ", ")
    return """
      <tr><td>\(ProvinceParts.place(commune, names[commune]))<br>\(bundle.issuer.text)</td>\
      <td>\(ProvinceWording.numbers(numbers))<br>\(Formatting.dateAndTime(bundle.firstSeenAt))</td>\
      <td><span class="badge \(bundle.waits ? "calm" : "care")">\(word)</span><br>\(bundle.state.advice?.what ?? "")</td>\
      <td>\(bundle.state.advice?.whatToDo ?? "")</td></tr>

      """
  }
}

struct BoxTable {
  let boxes: [BoxOutlook]

  var markup: Markup {
    """
    \(Components.scroll)<table class="list"><thead><tr><th>\(ProvinceWording.place)</th><th>\(ProvinceWording.box)</th>\
    <th class="number">\(ProvinceWording.lastBundle)</th><th>\(ProvinceWording.lastSeen)</th>\
    <th class="number">\(ProvinceWording.silentDays)</th><th>\(ProvinceWording.state)</th></tr></thead>
    <tbody>\(each: boxes, row)</tbody></table></div>

    """
  }

  private func row(_ box: BoxOutlook) -> Markup {
    let standing = box.standing
    let word = box.isSilent ? ProvinceWording.silent : ProvinceWording.heard
    return """
      <tr><td>\(ProvinceParts.place(Commune(standing.issuer), box.communeName))</td><td>\(standing.issuer.text)</td>\
      <td class="number">\(standing.lastNumber == 0 ? ProvinceWording.notYet : String(standing.lastNumber))</td>\
      <td>\(Formatting.dateAndTime(standing.lastSeenAt))</td><td class="number">\(box.silentDays)</td>\
      <td><span class="badge \(box.isSilent ? "care" : "good")">\(word)</span></td></tr>

      """
  }
}
