import ArgumentParser
import Assessment
import UseCases

extension ReportPeriod {
  /// As the options of a command ask for it; this quarter where they say nothing.
  static func asked(period: String?, from: String?, to: String?, today: CivilDate) throws -> ReportPeriod {
    if let period {
      guard from == nil, to == nil else { throw ValidationError("--period and --from, --to exclude each other") }
      guard let found = ReportPeriod(period.split(separator: ":").joined(separator: "-")) else {
        throw ValidationError("--period takes month:2026-11, quarter:2026-4, half:2026-2 or year:2026, not \(period)")
      }
      return found
    }
    guard from != nil || to != nil else { return .calendar(CalendarPeriod(.quarter, containing: today)) }
    let first = try day(from, "--from") ?? CivilDate(year: ReportPeriod.years.lowerBound, month: 1, day: 1)
    let last = try day(to, "--to") ?? today
    switch ReportPeriod.from(first, to: last) {
    case .success(let found): return found
    case .failure(.endsBeforeItBegins): throw ValidationError("--to \(last.iso) is before --from \(first.iso)")
    case .failure(.outOfRange): throw ValidationError("reports know the years 2020 to 2199")
    case .failure(.tooLong(let days)): throw ValidationError("a period has at most \(days) days")
    }
  }

  private static func day(_ text: String?, _ name: String) throws -> CivilDate? {
    guard let text else { return nil }
    guard let day = CivilDate(iso: text) else {
      throw ValidationError("\(name) takes a day as in 2026-10-01, not \(text)")
    }
    return day
  }
}
