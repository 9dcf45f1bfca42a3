import Assessment
import Province
import UseCases
import Web

extension ProvinceSite {
  /// One commune: its totals in the latest year, its boxes, and what waits.
  func communeSheet(_ visit: ProvinceVisit, _ commune: Commune) throws -> Response {
    let office = visit.office
    let names = try office.store.communeNames()
    let boxes = try office.boxes(of: commune, names: names)
    guard names[commune] != nil || !boxes.isEmpty else { throw ProvinceProblem.notFound }
    let latest = try office.store.latestMonth()
    let year = CalendarPeriod(.year, containing: latest?.first ?? office.today)
    let tables = try [ProvinceQuery.Breakdown.audience, .area, .month].map { breakdown in
      let query = ProvinceQuery(period: year, breakdown: breakdown, commune: commune, mode: .internal)
      return (query, ReportTable(try office.rates(query), query: query, facts: []))
    }
    let open = try boxes.flatMap { try office.store.openBundles(of: $0.standing.issuer, atMost: 50) }
    return visit.page(
      CommunePage(
        commune: commune, name: names[commune] ?? commune.code, tables: tables, boxes: boxes, open: open, names: names
      ).page)
  }
}

struct CommunePage {
  let commune: Commune
  let name: String
  let tables: [(query: ProvinceQuery, table: ReportTable)]
  let boxes: [BoxOutlook]
  let open: [ReceivedBundle]
  let names: [Commune: String]

  var page: ProvincePage {
    let title = ProvinceWording.communeTitle(name, commune.code)
    return ProvincePage(
      title, kind: "commune", styles: ["office-reports.css"],
      main: """
        <h1>\(title)</h1>
        <p class="badge care">\(ReportWording.internalMark)</p>
        \(each: tables, section)<h2>\(ProvinceWording.boxes)</h2>
        \(BoxTable(boxes: boxes).markup)<h2>\(ProvinceWording.todo)</h2>
        \(BundleTable(bundles: open, names: names).markup)
        """)
  }

  private func section(_ entry: (query: ProvinceQuery, table: ReportTable)) -> Markup {
    let foot = ReportFoot(rows: entry.table.rows.count, digest: "", madeAt: Moment(milliseconds: 0), notes: [])
    return """
      \(ReportMarkup(head: entry.table.head, rows: entry.table.rows, foot: foot).table)\
      <p><a class="button" href="\(ProvinceRoute.report(entry.query, .page))">\(ReportWording.show)</a></p>

      """
  }
}
