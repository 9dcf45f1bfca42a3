import Assessment
import Measurement

/// How many people a group has, and who says so.
package struct GroupPopulation: Equatable, Sendable {
  package let people: Int
  /// The day it speaks of.
  package let day: CivilDate
  package let source: String

  package init(people: Int, day: CivilDate, source: String) {
    (self.people, self.day, self.source) = (people, day, source)
  }
}

/// Where one target stands.
package struct Standing: Equatable, Sendable {
  /// Where the count comes from.
  package enum Basis: Equatable, Sendable {
    /// Counted on this box.
    case counted
    /// Entered by hand; what was counted here, if anything, stands beside it.
    case outside(OfficeFigure, counted: Int?)
    /// Nobody has entered the figure yet.
    case missing
  }

  package enum Verdict: Equatable, Sendable {
    case reached
    /// So many more, in so many weeks, so many a week.
    case ahead(missing: Int, weeks: Int, perWeek: Int)
    case overdue(missing: Int, days: Int)
    /// Not reached, and the document names no day.
    case open(missing: Int)
    case needsPopulation
    case needsFigure
    /// The whole province's target; the commune's share is written nowhere.
    case provinces
  }

  package let target: PlanTarget
  package let document: PlanDocument
  package let group: PlanGroup
  package let figure: OutsideFigure?
  package let basis: Basis
  /// Nil where there is no figure.
  package let count: Int?
  package let population: GroupPopulation?
  /// How many would be enough.
  package let wanted: Int?
  package let verdict: Verdict
  package let asOf: CivilDate

  /// The count as a share of the population entered.
  package var share: Proportion? {
    guard let count, let population else { return nil }
    return Proportion(count, of: population.people)
  }
}

extension Standing {
  package init(
    _ target: PlanTarget, document: PlanDocument, group: PlanGroup, figure: OutsideFigure?, basis: Basis, count: Int?,
    population: GroupPopulation?, asOf: CivilDate
  ) {
    let wanted: Int? =
      switch target.value {
      case .people(let people): people
      // Rounded up: 49.6 % of the people are not 50 %.
      case .percent(let percent): population.map { ($0.people * percent + 99) / 100 }
      }
    self.init(
      target: target, document: document, group: group, figure: figure, basis: basis, count: count,
      population: population, wanted: wanted,
      verdict: Self.verdict(target, count: count, wanted: wanted, on: asOf), asOf: asOf)
  }

  private static func verdict(_ target: PlanTarget, count: Int?, wanted: Int?, on day: CivilDate) -> Verdict {
    if target.isProvinces { return .provinces }
    guard let wanted else { return .needsPopulation }
    guard let count else { return .needsFigure }
    let missing = wanted - count
    guard missing > 0 else { return .reached }
    guard let deadline = target.deadline else { return .open(missing: missing) }
    // The deadline's own day still counts.
    let days = deadline.dayNumber - day.dayNumber + 1
    guard days > 0 else { return .overdue(missing: missing, days: 1 - days) }
    let weeks = (days + 6) / 7
    return .ahead(missing: missing, weeks: weeks, perWeek: (missing + weeks - 1) / weeks)
  }
}
