import Assessment
import UseCases

/// A period in a form: a list of calendar periods, and two days for any other.
struct PeriodFields {
  let period: ReportPeriod
  let today: CivilDate

  private static let otherDates = "dates"

  var menu: Markup { Components.menu("period", ReportWording.period, periods, chosen: chosen) }

  var days: Markup {
    """
    \(day("from", ReportWording.from, period.first))\
    \(day("to", ReportWording.to, period.last))
    """
  }

  private func day(_ name: StaticString, _ label: String, _ day: CivilDate) -> Markup {
    """
    <label>\(label)<input type="date" name="\(name)" value="\(day.iso)"></label>

    """
  }

  /// This one and those before it: a year of months, two years of quarters and half years, three years; and, where the
  /// period at hand is older, that one.
  private var periods: [(String, String)] {
    var periods: [ReportPeriod] = []
    for (kind, count) in [(CalendarPeriod.Kind.quarter, 8), (.month, 12), (.half, 4), (.year, 3)] {
      var period = CalendarPeriod(kind, containing: today)
      for _ in 0..<count where ReportPeriod.years.contains(period.year) {
        periods.append(.calendar(period))
        period = period.previous
      }
    }
    if case .calendar = period, !periods.contains(period) { periods.append(period) }
    return periods.map { ($0.text, ReportWording.period($0)) } + [(Self.otherDates, ReportWording.otherDates)]
  }

  private var chosen: String {
    if case .calendar = period { return period.text }
    return Self.otherDates
  }

  /// - Throws: ``UseCaseError/report(_:)`` for days that make no period, ``FormFault`` for what the form cannot send.
  static func period(from fields: FormFields) throws -> ReportPeriod {
    let text = try fields.text("period", most: 40)
    guard text == otherDates else {
      guard let period = ReportPeriod(text) else { throw FormFault.unexpected("period", value: text) }
      return period
    }
    let (from, to) = (try fields.text("from", most: 20), try fields.text("to", most: 20))
    guard let first = CivilDate(iso: from), let last = CivilDate(iso: to) else {
      throw UseCaseError.report(.period(.outOfRange))
    }
    do {
      return try ReportPeriod.from(first, to: last).get()
    } catch {
      throw UseCaseError.report(.period(error))
    }
  }
}
