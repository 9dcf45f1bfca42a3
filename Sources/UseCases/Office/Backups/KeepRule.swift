import Assessment

/// Which backups stay: the newest of each of the last days, weeks and months in which there are any.
package struct KeepRule: Equatable, Sendable {
  package var days: Int
  package var weeks: Int
  package var months: Int

  package static let standard = KeepRule(days: 7, weeks: 5, months: 12)

  package init(days: Int, weeks: Int, months: Int) {
    self.days = days
    self.weeks = weeks
    self.months = months
  }

  /// Days are those of Vietnam, weeks begin on Monday. Periods without a backup do not count, so that a box that was off
  /// for a year loses none. The newest backup always stays, and so does whatever is dated after `now`: the clock may be
  /// wrong, and nobody can tell which of the two.
  package func kept(of backups: [Moment], now: Moment) -> Set<Moment> {
    let future = backups.filter { $0 > now }
    let past = backups.filter { $0 <= now }.sorted(by: >)
    let kept =
      Self.newest(of: past, days) { $0.dayNumber }
      + Self.newest(of: past, weeks) { ($0.dayNumber + 3) / 7 }
      + Self.newest(of: past, months) { $0.year * 12 + $0.month }
    return Set(future + past.prefix(1) + kept)
  }

  private static func newest(of backups: [Moment], _ count: Int, period: (CivilDate) -> Int) -> [Moment] {
    var seen: Set<Int> = []
    let first = backups.filter { seen.insert(period(CivilDate($0))).inserted }
    return Array(first.prefix(count))
  }
}
