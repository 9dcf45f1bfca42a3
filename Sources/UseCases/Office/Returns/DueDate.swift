import Assessment

extension CalendarPeriod {
  /// Periods that returns are written for.
  package static let returnKinds: [Kind] = [.quarter, .half, .year]

  /// The day up to which figures are taken: the period's last one, or today while it lasts.
  package func asOf(_ today: CivilDate) -> CivilDate { min(last, today) }
}

/// A day before which somebody wants a return.
package struct DueDate: Equatable, Sendable {
  package let document: PlanDocument
  package let period: CalendarPeriod
  /// "Trước ngày": too late on this day itself.
  package let before: CivilDate
  package let source: String

  package init(document: PlanDocument, period: CalendarPeriod, before: CivilDate, source: String) {
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
