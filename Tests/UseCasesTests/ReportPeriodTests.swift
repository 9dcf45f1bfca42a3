import Assessment
import Testing
import UseCases

@Suite("Periods of reports")
struct ReportPeriodTests {
  @Test(
    "a period's text leads back to it",
    arguments: [
      "month-2026-2", "quarter-2026-4", "half-2026-1", "year-2026", "dates-2026-01-02-2026-11-15",
    ])
  func roundTrip(text: String) throws {
    #expect(try #require(ReportPeriod(text)).text == text)
  }

  @Test(
    "what is no period is none",
    arguments: [
      "", "month", "month-2026", "month-2026-13", "quarter-2026-0", "year-2019", "year-26",
      "dates-2026-02-30-2026-03-01",
      "dates-2026-03-01-2026-02-01", "dates-2026-3-1-2026-03-02", "week-2026-1", "month-2026-1-1",
    ])
  func refused(text: String) {
    #expect(ReportPeriod(text) == nil)
  }

  @Test("a period has its first and last day, also in February of a leap year")
  func days() throws {
    let february = try #require(CalendarPeriod(.month, year: 2028, number: 2))
    #expect(february.last == CivilDate(year: 2028, month: 2, day: 29))
    let half = try #require(CalendarPeriod(.half, year: 2026, number: 2))
    #expect((half.first.iso, half.last.iso) == ("2026-07-01", "2026-12-31"))
    #expect(half.months.map(\.start) == [202607, 202608, 202609, 202610, 202611, 202612])
    #expect(half.next == CalendarPeriod(.half, year: 2027, number: 1) && half.next.previous == half)
  }

  @Test("days belong to a period by the clock in Vietnam, seven hours ahead of UTC")
  func moments() throws {
    let day = ReportPeriod.dates(CivilDate(year: 2026, month: 11, day: 1), CivilDate(year: 2026, month: 11, day: 1))
    for moment in [day.moments.lowerBound, day.moments.upperBound] {
      #expect(CivilDate(Moment(milliseconds: moment)).iso == "2026-11-01")
    }
    #expect(CivilDate(Moment(milliseconds: day.moments.lowerBound - 1)).iso == "2026-10-31")
    #expect(CivilDate(Moment(milliseconds: day.moments.upperBound + 1)).iso == "2026-11-02")
  }

  @Test("two days that are a whole month, quarter, half year or year are that period; others stay days")
  func wholes() throws {
    let april = CivilDate(year: 2026, month: 4, day: 1)
    #expect(try ReportPeriod.from(april, to: CivilDate(year: 2026, month: 6, day: 30)).get().text == "quarter-2026-2")
    #expect(
      try ReportPeriod.from(april, to: CivilDate(year: 2026, month: 6, day: 29)).get().text
        == "dates-2026-04-01-2026-06-29")
  }

  @Test("a period that ends before it begins, is before all kiosks or too long is told apart")
  func faults() {
    let (one, other) = (CivilDate(year: 2026, month: 4, day: 2), CivilDate(year: 2026, month: 4, day: 1))
    #expect(throws: ReportPeriod.Fault.endsBeforeItBegins) { try ReportPeriod.from(one, to: other).get() }
    let old = CivilDate(year: 1970, month: 1, day: 1)
    #expect(throws: ReportPeriod.Fault.outOfRange) { try ReportPeriod.from(old, to: one).get() }
    let late = CivilDate(year: 2099, month: 1, day: 1)
    #expect(throws: ReportPeriod.Fault.tooLong(days: 3_660)) { try ReportPeriod.from(one, to: late).get() }
  }

  @Test("the months of days in between are cut to them")
  func cut() {
    let days = ReportPeriod.dates(CivilDate(year: 2026, month: 1, day: 15), CivilDate(year: 2026, month: 3, day: 2))
    #expect(
      days.months.map(\.text)
        == ["dates-2026-01-15-2026-01-31", "month-2026-2", "dates-2026-03-01-2026-03-02"])
  }

  @Test("every age has a band, and bands meet without gaps")
  func bands() {
    #expect(
      [0, 15, 16, 17, 18, 29, 30, 44, 60, 74, 75, 110].map { AgeBand(years: $0).rawValue }
        == [0, 0, 16, 16, 18, 18, 30, 30, 60, 60, 75, 75])
    for (band, next) in zip(AgeBand.allCases, AgeBand.allCases.dropFirst()) {
      #expect(band.lastYear == next.rawValue - 1)
    }
    #expect(AgeBand.oldest.lastYear == nil)
  }
}
