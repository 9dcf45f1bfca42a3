import Assessment
import Testing
import UseCases

@Suite("Which backups stay")
struct KeepRuleTests {
  private let today = CivilDate(year: 2026, month: 11, day: 30)

  /// So many days ago, at an hour of Vietnam.
  private func ago(_ days: Int, hour: Int = 8) -> Moment {
    Moment(milliseconds: Int64((today.dayNumber - days) * 24 + hour - 7) * 3_600_000)
  }

  @Test("a year of daily backups leaves seven days, five weeks and twelve months")
  func year() {
    let all = (0..<400).map { ago($0) }
    let kept = KeepRule.standard.kept(of: all, now: ago(0, hour: 9))

    // Monday, 30 November: its week is the first of the five; the newest of each of the eleven months before follow.
    let weeks = [0, 1, 8, 15, 22].map { ago($0) }
    let months = [0, 30, 61, 91, 122, 153, 183, 214, 244, 275, 303, 334].map { ago($0) }
    #expect(kept == Set((0..<7).map { ago($0) } + weeks + months))
  }

  @Test("of one day the newest stays")
  func newestOfADay() {
    let all = [ago(1, hour: 8), ago(1, hour: 17), ago(0, hour: 7), ago(0, hour: 8)]
    #expect(KeepRule(days: 7, weeks: 0, months: 0).kept(of: all, now: ago(0, hour: 9)) == [all[1], all[3]])
  }

  @Test("time without backups takes none away")
  func afterAYearOff() {
    let all = [ago(500), ago(499), ago(400)]
    #expect(KeepRule(days: 7, weeks: 0, months: 0).kept(of: all, now: ago(0)) == Set(all))
  }

  @Test("the newest stays whatever the rule says, and so does what is dated in the future")
  func neverNothing() {
    let rule = KeepRule(days: 0, weeks: 0, months: 0)
    #expect(rule.kept(of: [ago(3), ago(2), ago(-30)], now: ago(0)) == [ago(2), ago(-30)])
    #expect(rule.kept(of: [], now: ago(0)).isEmpty)
  }
}
