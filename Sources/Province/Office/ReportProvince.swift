import Assessment
import Measurement
import UseCases

/// Pass rates commune by commune, as they may be shown in the mode that was asked for.
package struct CommuneRates: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    /// ``Commune/whole`` in the total.
    package let commune: Commune
    package let name: String
    package let people: ShownRate
    /// Passed attempts of all; only in internal reports, and not of an area.
    package let attempts: Proportion?
  }

  package let query: ProvinceQuery
  /// By rate, highest first; hidden and empty ones at the end, by name.
  package let lines: [Line]
  package let total: Line
}

/// What a report came to.
package enum ProvinceRates: Equatable, Sendable {
  case communes(CommuneRates)
  /// By the office's own rules and in its words.
  case office(PassRates)
}

extension ProvinceOffice {
  /// People who took the test in a period and those who passed, each counted once by the deciding attempt: in each commune,
  /// and in the whole. Reads kept counts only.
  package func rates(_ query: ProvinceQuery) throws -> ProvinceRates {
    guard let breakdown = query.breakdown.office else { return .communes(try communeRates(query)) }
    let commune = query.commune ?? .whole
    let asked = PassRateQuery(
      period: .calendar(query.period), breakdown: breakdown, filter: ReportFilter(audience: query.audience),
      mode: query.mode)
    let names = ReportNames(parts.framework)
    let practice = try practiceCount(query)
    let counts = try store.counts(in: query.scope, of: commune)
    switch breakdown {
    case .area, .competence:
      let rates = PartRates(query: asked, names: names, practice: practice)
      return .office(rates.figures(total: counts, parts: try store.partCounts(in: query.scope, of: commune)))
    case .month:
      let months = try query.period.months.map { month in
        let scope = Contribution.Scope(month, audience: query.audience)
        return (PassRates.Subject.month(.calendar(month)), try store.counts(in: scope, of: commune).total)
      }
      return .office(
        GroupRates(query: asked, names: names, practice: practice).months(months, total: counts.total))
    default:
      return .office(GroupRates(query: asked, names: names, practice: practice).figures(counts))
    }
  }

  private func practiceCount(_ query: ProvinceQuery) throws -> Int? {
    let counts = try store.practiceCounts(in: query.period, of: query.commune ?? .whole)
    let count = query.audience.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +)
    return query.mode == .outside && SuppressionRule.sentOut.isSmall(count) ? nil : count
  }

  private func communeRates(_ query: ProvinceQuery) throws -> CommuneRates {
    let names = try store.communeNames()
    let counts = try communeCounts(query)
    let known = Set(names.keys).union(counts.keys).subtracting([.whole]).sorted()
    let listed = known.map { ($0, counts[$0] ?? CommuneCount()) }
    let shown =
      query.mode == .outside
      // People of two communes are in both, so the total is no sum. What is hidden is chosen as if it were one, which hides
      // no less; the total is judged by itself.
      ? Array(Suppression.rates(listed.map(\.1.people), rule: .sentOut).dropFirst()) : listed.map(\.1.people.shown)
    let lines = zip(listed, shown).map { entry, rate in
      CommuneRates.Line(
        commune: entry.0, name: names[entry.0] ?? entry.0.code, people: rate,
        attempts: query.mode == .internal ? entry.1.attempts : nil)
    }
    let whole = try wholeCount(query)
    let total = CommuneRates.Line(
      commune: .whole, name: "",
      people: query.mode == .outside ? Suppression.rate(whole.people, rule: .sentOut) : whole.people.shown,
      attempts: query.mode == .internal ? whole.attempts : nil)
    return CommuneRates(query: query, lines: lines.sorted(by: Self.stands), total: total)
  }

  private struct CommuneCount {
    var people = Proportion(0, of: 0)
    var attempts: Proportion?

    init() {}

    init(_ count: GroupCount) {
      people = count.proportion
      attempts = Proportion(count.attemptsPassed, of: count.attempts)
    }

    init(_ count: PartCount) { people = Proportion(count.reached, of: count.people) }
  }

  private func communeCounts(_ query: ProvinceQuery) throws -> [Commune: CommuneCount] {
    guard let area = query.area else {
      return try store.countsByCommune(in: query.scope).mapValues { CommuneCount($0) }
    }
    return try store.partCountsByCommune(in: query.scope).compactMapValues { $0[.area(area)].map { CommuneCount($0) } }
  }

  private func wholeCount(_ query: ProvinceQuery) throws -> CommuneCount {
    guard let area = query.area else { return CommuneCount(try store.counts(in: query.scope, of: .whole).total) }
    return CommuneCount(try store.partCounts(in: query.scope, of: .whole)[.area(area)] ?? PartCount())
  }

  private static func stands(_ one: CommuneRates.Line, before other: CommuneRates.Line) -> Bool {
    func rate(_ line: CommuneRates.Line) -> Double { line.people.proportion?.rate ?? -1 }
    return rate(one) != rate(other) ? rate(one) > rate(other) : (one.name, one.commune) < (other.name, other.commune)
  }
}
