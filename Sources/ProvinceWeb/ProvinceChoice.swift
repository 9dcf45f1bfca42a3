import Assessment
import Province
import UseCases
import Web

/// The form in which a report of the province is chosen; it stands above every report, with that report's choice in it.
struct ProvinceChoice {
  let query: ProvinceQuery
  let framework: Framework
  let names: [Commune: String]
  let today: CivilDate

  var form: Markup {
    """
    <form class="panel report-choice" method="get" action="\(ProvinceRoute.reports)">
    <div class="fields">
    \(Components.menu("period", ReportWording.period, periods, chosen: ReportPeriod.calendar(query.period).text))\
    \(Components.menu("by", ReportWording.by, ProvinceQuery.Breakdown.allCases.map { ($0.rawValue, ProvinceWording.breakdown($0)) }, chosen: query.breakdown.rawValue))\
    \(query.breakdown == .commune ? "" : Components.menu("commune", ProvinceWording.place, communes, chosen: query.commune?.code ?? ""))\
    \(Components.menu("audience", ProvinceWording.audience, any(framework.audiences.map { ($0.id.text, $0.name) }), chosen: query.audience?.text ?? ""))\
    \(Components.menu("area", ProvinceWording.area, [("", ProvinceWording.anyArea)] + framework.areas.map { ($0.id.text, $0.name) }, chosen: query.area?.text ?? ""))\
    \(Components.menu("mode", ReportWording.mode, ReportMode.allCases.map { ($0.rawValue, ReportWording.mode($0)) }, chosen: query.mode.rawValue))\
    </div>
    <p class="small">\(ProvinceWording.areaOnlyByCommune)</p>
    <p class="actions"><button class="button main" type="submit">\(ReportWording.show)</button></p>
    </form>

    """
  }

  private func any(_ entries: [(String, String)]) -> [(String, String)] { [("", ReportWording.any)] + entries }

  private var communes: [(String, String)] {
    var known = names
    if let commune = query.commune, known[commune] == nil { known[commune] = commune.code }
    return [("", ProvinceWording.whole)]
      + known.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map {
        ($0.key.code, $0.value)
      }
  }

  /// This one and those before it; and, where the period at hand is older, that one.
  private var periods: [(String, String)] {
    var periods: [CalendarPeriod] = []
    for (kind, count) in [(CalendarPeriod.Kind.quarter, 8), (.month, 12), (.half, 4), (.year, 3)] {
      var period = CalendarPeriod(kind, containing: today)
      for _ in 0..<count where ReportPeriod.years.contains(period.year) {
        periods.append(period)
        period = period.previous
      }
    }
    if !periods.contains(query.period) { periods.append(query.period) }
    return periods.map { (ReportPeriod.calendar($0).text, ReportWording.period(.calendar($0))) }
  }

  /// Reads what the form sends.
  static func query(from fields: FormFields) throws -> ProvinceQuery {
    func optional(_ name: String) throws -> String? {
      try fields.optional(name, most: 40).flatMap { $0.isEmpty ? nil : $0 }
    }
    let by = try fields.text("by", most: 20)
    var words = [try fields.text("period", most: 40), "by-\(by)"]
    for name in ["commune", "audience", "area"] {
      // An area is a column of communes; elsewhere every area has its line.
      if name == "area", by != ProvinceQuery.Breakdown.commune.rawValue { continue }
      if name == "commune", by == ProvinceQuery.Breakdown.commune.rawValue { continue }
      if let value = try optional(name) { words.append("\(name)-\(value)") }
    }
    guard let query = ProvinceQuery(words: words + [try fields.text("mode", most: 20)]) else {
      throw FormFault.unexpected("by", value: by)
    }
    return query
  }

  /// The choice in words, for the report's head.
  static func facts(_ query: ProvinceQuery, _ framework: Framework, _ names: [Commune: String]) -> [ReportHead.Fact] {
    [
      query.commune.map { ReportHead.Fact(ProvinceWording.place, names[$0] ?? $0.code) },
      query.audience.map { id in
        ReportHead.Fact(ProvinceWording.audience, framework.audiences.first { $0.id == id }?.name ?? id.text)
      },
      query.area.map { id in
        ReportHead.Fact(ProvinceWording.area, framework.areas.first { $0.id == id }?.name ?? id.text)
      },
    ].compactMap { $0 }
  }
}
