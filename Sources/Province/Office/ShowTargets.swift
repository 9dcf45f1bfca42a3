import Assessment
import UseCases

/// How the communes and the whole province stand against one target.
package struct TargetOutlook: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    /// ``Commune/whole`` in the total.
    package let commune: Commune
    package let name: String
    package let standing: Standing
  }

  /// Where populations come from, and of how many communes.
  package struct Source: Equatable, Sendable {
    package let source: String
    package let day: CivilDate
    package let communes: Int
  }

  package let target: ProvinceTarget
  /// People are counted who passed in it: the year of the deadline.
  package let year: CalendarPeriod
  /// The least share first; without a population at the end, by name.
  package let lines: [Line]
  package let total: Line
  /// The newest first.
  package let sources: [Source]
}

extension ProvinceOffice {
  /// Every target, by the office's own rule of how many are enough (``UseCases/Standing``). Reads kept counts only: whoever passed
  /// in two communes is one of either, and one in the whole.
  package func targetOutlooks() throws -> [TargetOutlook] {
    let names = try store.communeNames()
    return try store.targets().map { try outlook($0, names: names) }
  }

  private func outlook(_ target: ProvinceTarget, names: [Commune: String]) throws -> TargetOutlook {
    let year = CalendarPeriod(.year, containing: target.deadline)
    let scope = Contribution.Scope(year, audience: target.audience)
    let counts = try store.countsByCommune(in: scope)
    let populations = try store.populations(of: target.audience)
    let known = Set(names.keys).union(counts.keys).union(populations.keys).subtracting([.whole])
    func line(_ commune: Commune, _ passed: Int, _ population: GroupPopulation?) -> TargetOutlook.Line {
      TargetOutlook.Line(
        commune: commune, name: names[commune] ?? commune.code,
        standing: standing(target, passed: passed, population: population))
    }
    let lines = known.map { line($0, counts[$0]?.passed ?? 0, populations[$0].map(Self.population)) }
    // A whole of which a part is not known would flatter.
    let isWhole = !known.isEmpty && known.allSatisfy { populations[$0] != nil }
    let sources = Self.sources(populations.values)
    let whole = sources.first.flatMap { newest in
      isWhole
        ? GroupPopulation(
          people: populations.values.reduce(0) { $0 + $1.people }, day: newest.day, source: newest.source) : nil
    }
    return TargetOutlook(
      target: target, year: year, lines: lines.sorted(by: Self.stands),
      total: line(.whole, try store.counts(in: scope, of: .whole).total.passed, whole), sources: sources)
  }

  private func standing(_ target: ProvinceTarget, passed: Int, population: GroupPopulation?) -> Standing {
    let group = PlanGroup(
      id: PlanGroup.ID(target.audience?.text ?? "all"), name: "", audience: target.audience, tag: nil, fromAge: nil,
      toAge: nil, unit: "người")
    let document = PlanDocument(id: PlanDocument.own, title: target.document, issuer: "")
    return Standing(
      PlanTarget(
        id: PlanTarget.ID("province"), document: document.id, row: "", text: "", group: group.id,
        deadline: target.deadline, value: .percent(target.percent), measure: .passed, isProvinces: false, note: nil),
      document: document, group: group, figure: nil, basis: .counted, count: passed,
      population: population, asOf: today)
  }

  private static func population(_ known: CommunePopulation) -> GroupPopulation {
    GroupPopulation(people: known.people, day: known.day, source: known.source)
  }

  private static func sources(_ populations: some Sequence<CommunePopulation>) -> [TargetOutlook.Source] {
    Dictionary(grouping: populations) { [$0.source, $0.day.iso] }.values.compactMap { known in
      known.first.map { TargetOutlook.Source(source: $0.source, day: $0.day, communes: known.count) }
    }.sorted { ($1.day.iso, $0.source) < ($0.day.iso, $1.source) }
  }

  private static func stands(_ one: TargetOutlook.Line, before other: TargetOutlook.Line) -> Bool {
    func rate(_ line: TargetOutlook.Line) -> Double { line.standing.share?.rate ?? 2 }
    return rate(one) != rate(other) ? rate(one) < rate(other) : (one.name, one.commune) < (other.name, other.commune)
  }
}
