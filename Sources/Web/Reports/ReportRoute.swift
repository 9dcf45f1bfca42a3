import UseCases

/// A report by its address, below `/office/reports`: what is asked stands in the path, printed and parsed by the same code.
///
///     pass-rates/quarter-2026-4/by-hamlet/audience-nguoi-dan/outside.xlsx
///     attempts/dates-2026-10-01-2026-10-15/internal.csv
package enum ReportRoute: Equatable, Sendable {
  case passRates(PassRateQuery, ReportForm)
  case attempts(AttemptQuery, ReportForm)

  package var path: String {
    let words: [String]
    let (mode, form): (ReportMode, ReportForm)
    switch self {
    case .passRates(let query, let asked):
      words = ["pass-rates", query.period.text, "by-\(query.breakdown.rawValue)"] + query.filter.words
      (mode, form) = (query.mode, asked)
    case .attempts(let query, let asked):
      words = ["attempts", query.period.text] + query.filter.words
      (mode, form) = (query.mode, asked)
    }
    return (words + [mode.rawValue + form.ending]).joined(separator: "/")
  }

  package init?(_ parts: [String]) {
    guard parts.count >= 3, let period = ReportPeriod(parts[1]), let last = parts.last,
      let (name, form) = ReportForm.split(last), let mode = ReportMode(rawValue: name)
    else { return nil }
    let words = Array(parts.dropFirst(2).dropLast())
    switch parts[0] {
    case "pass-rates":
      guard let by = words.first, by.hasPrefix("by-"),
        let breakdown = PassRateQuery.Breakdown(rawValue: String(by.dropFirst(3))),
        let filter = ReportFilter(words: Array(words.dropFirst()))
      else { return nil }
      self = .passRates(PassRateQuery(period: period, breakdown: breakdown, filter: filter, mode: mode), form)
    case "attempts":
      guard let filter = ReportFilter(words: words) else { return nil }
      self = .attempts(AttemptQuery(period: period, filter: filter, mode: mode), form)
    default: return nil
    }
  }

  package var form: ReportForm {
    switch self {
    case .passRates(_, let form), .attempts(_, let form): form
    }
  }

  package var period: ReportPeriod {
    switch self {
    case .passRates(let query, _): query.period
    case .attempts(let query, _): query.period
    }
  }

  package func with(_ form: ReportForm) -> ReportRoute {
    switch self {
    case .passRates(let query, _): .passRates(query, form)
    case .attempts(let query, _): .attempts(query, form)
    }
  }

  package static let samples: [ReportRoute] = {
    guard let quarter = ReportPeriod("quarter-2026-4"), let days = ReportPeriod("dates-2026-10-02-2026-11-15") else {
      return []
    }
    let query = PassRateQuery(period: quarter, breakdown: .hamlet, mode: .internal)
    let narrow = PassRateQuery(
      period: days, breakdown: .competence,
      filter: ReportFilter(hamlet: 3, age: .youth, sex: .female, isAssisted: false, isLater: true), mode: .outside)
    return ReportForm.all.map { .passRates(query, $0) } + [
      .passRates(narrow, .page), .attempts(AttemptQuery(period: days, mode: .internal), .csv(.semicolon)),
      .attempts(AttemptQuery(period: quarter, mode: .outside), .page),
    ]
  }()
}
