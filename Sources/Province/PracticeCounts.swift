import Assessment
import UseCases

/// Practice handed in, of each commune, by calendar period and audience.
package struct PracticeCounts: Sendable {
  package struct Cell: Hashable, Sendable {
    package let commune: Commune
    package let period: CalendarPeriod
    package let audience: Audience.ID
  }

  package private(set) var counts: [Cell: Int] = [:]

  package init() {}

  /// - Parameter times: −1 takes one away.
  package mutating func add(_ audience: Audience.ID, at moment: Moment, in commune: Commune, times: Int) {
    let day = CivilDate(moment)
    guard ReportPeriod.years.contains(day.year) else { return }
    for kind in CalendarPeriod.Kind.allCases {
      counts[Cell(commune: commune, period: CalendarPeriod(kind, containing: day), audience: audience), default: 0] +=
        times
    }
  }

  package mutating func add(_ other: PracticeCounts) { counts.merge(other.counts, uniquingKeysWith: +) }
}
