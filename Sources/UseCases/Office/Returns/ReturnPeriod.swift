import Assessment

/// The calendar period a return is about.
package struct ReturnPeriod: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case quarter
    case half
    case year

    package var months: Int {
      switch self {
      case .quarter: 3
      case .half: 6
      case .year: 12
      }
    }
  }

  /// Boxes are not older, and nobody reports for later.
  package static let years = 2020...2199

  package let kind: Kind
  package let year: Int
  /// From 1 within the year.
  package let number: Int

  package init?(_ kind: Kind, year: Int, number: Int) {
    guard Self.years.contains(year), (1...12 / kind.months).contains(number) else { return nil }
    self.kind = kind
    self.year = year
    self.number = number
  }

  package init?(_ kind: Kind, containing day: CivilDate) {
    self.init(kind, year: day.year, number: (day.month - 1) / kind.months + 1)
  }

  package var first: CivilDate { CivilDate(year: year, month: (number - 1) * kind.months + 1, day: 1) }

  package var last: CivilDate {
    let next = number * kind.months + 1
    let first = next > 12 ? CivilDate(year: year + 1, month: 1, day: 1) : CivilDate(year: year, month: next, day: 1)
    return first.adding(days: -1)
  }

  /// The day up to which figures are taken: the period's last one, or today while it lasts.
  package func asOf(_ today: CivilDate) -> CivilDate { min(last, today) }
}

/// A day before which somebody wants a return.
package struct DueDate: Equatable, Sendable {
  package let document: PlanDocument
  package let period: ReturnPeriod
  /// "Trước ngày": too late on this day itself.
  package let before: CivilDate
  package let source: String

  package init(document: PlanDocument, period: ReturnPeriod, before: CivilDate, source: String) {
    self.document = document
    self.period = period
    self.before = before
    self.source = source
  }

  package var lastDay: CivilDate { before.adding(days: -1) }
}

extension DueRule {
  /// The days of some years that this rule names.
  func days(in years: ClosedRange<Int>) -> [CivilDate] {
    before.flatMap { day -> [CivilDate] in
      switch day {
      case .once(let date): return years.contains(date.year) ? [date] : []
      case .everyYear(let month, let day):
        return years.map { CivilDate(year: $0, month: month, day: day) }.filter(\.isReal)
      }
    }
  }
}
