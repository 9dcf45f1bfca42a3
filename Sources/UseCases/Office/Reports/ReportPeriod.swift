import Assessment

/// The days a report is about, by the calendar in Vietnam. An attempt belongs to the day on which it was handed in.
package enum ReportPeriod: Hashable, Sendable {
  case calendar(CalendarPeriod)
  /// Both days belong to it.
  case dates(CivilDate, CivilDate)

  /// Years that reports know. A box whose clock was never set stands before them.
  package static let years = 2020...2199
  /// Longer ones say nothing, and make a month series of hundreds of lines.
  package static let mostDays = 3_660

  package var first: CivilDate {
    switch self {
    case .calendar(let period): period.first
    case .dates(let first, _): first
    }
  }

  package var last: CivilDate {
    switch self {
    case .calendar(let period): period.last
    case .dates(_, let last): last
    }
  }

  /// From the first day's first millisecond to the last day's last one.
  package var moments: ClosedRange<Int64> {
    let day: Int64 = 86_400_000
    let ahead: Int64 = 7 * 3_600_000
    return (Int64(first.dayNumber) * day - ahead)...(Int64(last.dayNumber + 1) * day - ahead - 1)
  }

  /// The months it touches, each cut to the period's own days.
  package var months: [ReportPeriod] {
    if case .calendar(let period) = self { return period.months.map(ReportPeriod.calendar) }
    var months: [ReportPeriod] = []
    var month = CalendarPeriod(.month, containing: first)
    while month.first <= last {
      let isWhole = month.first >= first && month.last <= last
      months.append(isWhole ? .calendar(month) : .dates(max(month.first, first), min(month.last, last)))
      month = CalendarPeriod(.month, containing: month.last.adding(days: 1))
    }
    return months
  }
}

/// A month, quarter, half year or year: what counts are kept for.
package struct CalendarPeriod: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case month
    case quarter
    case half
    case year

    package var months: Int {
      switch self {
      case .month: 1
      case .quarter: 3
      case .half: 6
      case .year: 12
      }
    }
  }

  package let kind: Kind
  package let year: Int
  /// From 1 within the year.
  package let number: Int

  package init?(_ kind: Kind, year: Int, number: Int) {
    guard ReportPeriod.years.contains(year), (1...12 / kind.months).contains(number) else { return nil }
    self.kind = kind
    self.year = year
    self.number = number
  }

  package init(_ kind: Kind, containing day: CivilDate) {
    self.kind = kind
    year = day.year
    number = (day.month - 1) / kind.months + 1
  }

  package var first: CivilDate { CivilDate(year: year, month: firstMonth, day: 1) }

  package var last: CivilDate { next.first.adding(days: -1) }

  package var next: CalendarPeriod { CalendarPeriod(kind, containing: first.adding(days: kind.months * 31)) }

  package var previous: CalendarPeriod { CalendarPeriod(kind, containing: first.adding(days: -1)) }

  package var months: [CalendarPeriod] {
    (0..<kind.months).compactMap { CalendarPeriod(.month, year: year, number: firstMonth + $0) }
  }

  /// Its first month as a number, 202610: how the store tells periods of one kind apart.
  package var start: Int { year * 100 + firstMonth }

  private var firstMonth: Int { (number - 1) * kind.months + 1 }
}

/// As in addresses and on the command line: `month-2026-11`, `quarter-2026-4`, `half-2026-2`, `year-2026`,
/// `dates-2026-10-01-2026-11-15`.
extension ReportPeriod {
  package var text: String {
    switch self {
    case .calendar(let period) where period.kind == .year: "year-\(period.year)"
    case .calendar(let period): "\(period.kind.rawValue)-\(period.year)-\(period.number)"
    case .dates(let first, let last): "dates-\(first.iso)-\(last.iso)"
    }
  }

  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    if parts[0] == "dates", parts.count == 7 {
      guard let first = CivilDate(iso: parts[1...3].joined(separator: "-")),
        let last = CivilDate(iso: parts[4...6].joined(separator: "-")),
        case .success(let period) = ReportPeriod.from(first, to: last)
      else { return nil }
      self = period
      return
    }
    guard let kind = CalendarPeriod.Kind(rawValue: parts[0]), parts.count == (kind == .year ? 2 : 3),
      let year = Int(parts[1]), let number = kind == .year ? 1 : Int(parts[2]),
      let period = CalendarPeriod(kind, year: year, number: number)
    else { return nil }
    self = .calendar(period)
  }

  /// Why two days make no period.
  package enum Fault: Error, Equatable, Sendable {
    case endsBeforeItBegins
    case outOfRange
    case tooLong(days: Int)
  }

  /// Days that are a whole month, quarter, half year or year become that: their counts are kept.
  package static func from(_ first: CivilDate, to last: CivilDate) -> Result<ReportPeriod, Fault> {
    guard first <= last else { return .failure(.endsBeforeItBegins) }
    guard years.contains(first.year), years.contains(last.year) else { return .failure(.outOfRange) }
    let days = last.dayNumber - first.dayNumber + 1
    guard days <= mostDays else { return .failure(.tooLong(days: mostDays)) }
    let whole = CalendarPeriod.Kind.allCases.map { CalendarPeriod($0, containing: first) }
      .first { $0.first == first && $0.last == last }
    return .success(whole.map(ReportPeriod.calendar) ?? .dates(first, last))
  }
}

extension CivilDate {
  /// ISO 8601, `2026-11-05`.
  package var iso: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

  /// Nil for every text that ``iso`` never prints.
  package init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
    self.init(year: year, month: month, day: day)
    guard isReal, iso == text else { return nil }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
