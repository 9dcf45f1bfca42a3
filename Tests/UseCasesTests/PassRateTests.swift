import Assessment
import Measurement
import TestSupport
import Testing
import UseCases

@Suite("Pass rates: people counted once")
struct PassRateTests {
  private let box: TestBox
  private let quarter: ReportPeriod

  init() throws {
    box = try TestBox()
    try box.hireOffice()
    quarter = try #require(ReportPeriod("quarter-2026-4"))
  }

  private func rates(
    _ breakdown: PassRateQuery.Breakdown = .sex, in period: ReportPeriod? = nil, filter: ReportFilter = ReportFilter(),
    mode: ReportMode = .internal
  ) throws -> PassRates {
    try box.kiosk.passRates(
      PassRateQuery(period: period ?? quarter, breakdown: breakdown, filter: filter, mode: mode))
  }

  /// Bà Hoa fails, comes back in December and passes.
  private func hoaTwice() throws {
    _ = try box.finished(right: 1, session: box.session(1))
    box.clock.advance(days: 14)
    _ = try box.finished(right: 4, session: box.session(2))
  }

  @Test("somebody who failed first and passed then is one person who passed, with two attempts")
  func countsOnce() throws {
    try hoaTwice()
    let total = try rates().total
    #expect(total.people.proportion == Proportion(1, of: 1))
    #expect(total.attempts == Proportion(1, of: 2))
  }

  @Test("the deciding attempt says whether it was the first; attempts stand in their own lines")
  func turns() throws {
    try hoaTwice()
    let lines = try rates(.turn).lines
    #expect(lines.map(\.people.denominator) == [0, 1])
    #expect(lines.map(\.attempts) == [Proportion(0, of: 1), Proportion(1, of: 1)])
  }

  @Test("in each month the person is counted by that month's attempts, in the year once")
  func months() throws {
    try hoaTwice()
    let rates = try rates(.month)
    #expect(rates.lines.map(\.people.denominator) == [0, 1, 1])
    #expect(rates.lines.map(\.people.numerator) == [0, 0, 1])
    #expect(rates.total.people.denominator == 1)
  }

  @Test("days in between are counted on the spot and agree with what is kept")
  func anyDates() throws {
    try hoaTwice()
    let first = CivilDate(year: 2026, month: 10, day: 1)
    let days = ReportPeriod.dates(first, CivilDate(year: 2026, month: 12, day: 31))
    for breakdown in PassRateQuery.Breakdown.allCases where breakdown != .month {
      #expect(try rates(breakdown, in: days).lines == rates(breakdown).lines, "\(breakdown)")
    }
    let november = ReportPeriod.dates(first, CivilDate(year: 2026, month: 11, day: 30))
    #expect(try rates(in: november).total.people.proportion == Proportion(0, of: 1))
  }

  @Test("among the attempts that a filter lets through another one may decide")
  func filters() throws {
    try hoaTwice()
    let first = try rates(filter: ReportFilter(isLater: false))
    #expect(first.total.people.proportion == Proportion(0, of: 1))
    #expect(try rates(filter: ReportFilter(age: .oldest)).total.people.proportion == Proportion(0, of: 0))
  }

  @Test("of a tag only the attempts that were seated with it count, in kept periods and in any dates alike")
  func tagged() throws {
    try hoaTwice()
    let (members, farmers) = (try box.kiosk.addTag("Đoàn viên"), try box.kiosk.addTag("Nông dân"))
    try box.store.tag(attempt: 1, with: members)
    let days = ReportPeriod.dates(
      CivilDate(year: 2026, month: 10, day: 1), CivilDate(year: 2026, month: 12, day: 31))
    for period in [quarter, days] {
      let total = try rates(in: period, filter: ReportFilter(tag: members)).total
      #expect(total.people.proportion == Proportion(0, of: 1) && total.attempts == Proportion(0, of: 1))
      #expect(try rates(in: period, filter: ReportFilter(tag: farmers)).total.people.proportion == Proportion(0, of: 0))
    }
    var listed: [Attempt.ID] = []
    try box.kiosk.attemptList(AttemptQuery(period: quarter, filter: ReportFilter(tag: members), mode: .internal))
      .each { listed.append($0.attempt.id) }
    #expect(listed == [1])
  }

  @Test("an officer who refuses a result after coaching takes it out of those who passed")
  func refused() throws {
    let id = try box.finished(session: box.session(1))
    try box.kiosk.recordHelp(.suggestedAnswer, in: id, by: TestBox.lan)
    #expect(try rates(.help).lines.map(\.people.numerator) == [0, 1])
    try box.kiosk.decideFlag(
      .refused, on: id, for: TestBox.Why.coached, turn: box.turn(id, by: TestBox.minh))
    #expect(try rates(.help).lines.map(\.people.numerator) == [0, 0])
  }

  @Test("what leaves the office shows no count under five and no attempts")
  func outside() throws {
    try hoaTwice()
    let rates = try rates(mode: .outside)
    #expect(rates.total.people == ShownRate(numerator: nil, denominator: nil))
    #expect(rates.total.attempts == nil)
  }

  @Test("areas and competences are told by the deciding attempt, in points of what was asked")
  func parts() throws {
    try hoaTwice()
    let areas = try rates(.area).lines
    #expect(!areas.isEmpty && areas.allSatisfy { $0.people.proportion == Proportion(1, of: 1) })
    #expect(areas.map { $0.points?.asked ?? 0 }.reduce(0, +) == 4)
    #expect(try rates(.competence).lines.compactMap { $0.points?.credit }.reduce(0, +) == 400)
  }

  @Test("practice is counted apart, as attempts, and only where no filter asks whose it was")
  func practice() throws {
    try hoaTwice()
    #expect(try rates().practice == 0)
    #expect(try rates(filter: ReportFilter(sex: .female)).practice == nil)
    #expect(try rates(mode: .outside).practice == 0)
  }

  @Test("a list with names is written down with who took it; without names it is nobody's business")
  func disclosure() throws {
    try hoaTwice()
    let query = AttemptQuery(period: quarter, mode: .internal)
    var seen: [String?] = []
    try box.kiosk.attemptList(query).each { seen.append($0.name) }
    #expect(seen == [nil, nil])
    try box.store.atomically {
      try box.kiosk.discloseNames(query, rows: 2, format: "csv", digest: [], by: TestBox.minh)
    }
    #expect(
      try box.store.events(of: "names-disclosed") == ["account=2 attempts period=quarter-2026-4 rows=2 format=csv"])
    #expect(try box.store.disclosures(before: .max, most: 9).map(\.rows) == [2])
    try box.kiosk.attemptList(query, withNames: true).each { seen.append($0.name) }
    #expect(seen.suffix(2) == ["Nguyễn Thị Hoa", "Nguyễn Thị Hoa"])
  }

  @Test("what leaves the office names nobody, whoever asks")
  func neverOutside() throws {
    try hoaTwice()
    let query = AttemptQuery(period: quarter, mode: .outside)
    try box.kiosk.attemptList(query, withNames: true).each { #expect($0.name == nil && $0.person == "N1") }
  }

  @Test("each version of head and signer stays; the same again makes none")
  func letterheads() throws {
    let plain = try box.kiosk.letterhead()
    #expect(plain.office == "UBND xã Thử")
    let signed = Letterhead(
      superior: "", office: "UBND xã Thử", symbol: "/BC-UBND", place: "Thử", authority: "", position: "CHỦ TỊCH",
      signer: "Lê Văn Mẫu", recipients: ["Lưu: VT"])
    for letterhead in [signed, signed, plain] { try box.kiosk.keep(letterhead, by: TestBox.minh) }
    #expect(try box.store.letterhead()?.version == 2)
    #expect(try box.store.events(of: "letterhead-changed") == ["account=2 version=1", "account=2 version=2"])
  }
}
