import Assessment
import TestSupport
import Testing

@testable import UseCases

/// Answers for 12 months, people for 24; the shipped file.
@Suite("How long what is kept")
struct RetentionTests {
  private let box: TestBox

  init() throws {
    box = try TestBox()
    try box.hireOffice()
    try box.kiosk.adoptRetention(Self.shipped())
    _ = try box.finished(session: box.session(1))
  }

  private static func shipped() throws -> [UInt8] {
    try ShippedWeb.bytes(of: "office/retention.json")
  }

  private func order(_ months: Int, document: String = "QĐ 15/QĐ-UBND") -> RetentionOrder {
    RetentionOrder(
      months: Dictionary(uniqueKeysWithValues: RetentionPlan.Kind.allCases.map { ($0, months) }), document: document,
      date: "2026-11-20", signer: "Trần Văn Bình")
  }

  /// Until nothing is due any more.
  private func carryOut() throws {
    for _ in 0..<20 where try !box.kiosk.carryOutRetention() { return }
  }

  @Test("after a year answers go and points stay, after two the person goes and counts stay")
  func carriesOut() throws {
    box.clock.advance(days: 300)
    #expect(try !box.kiosk.carryOutRetention())
    box.clock.advance(days: 80)
    try carryOut()
    #expect(try box.store.rows(of: 1).allSatisfy { $0.response == nil })
    #expect(try box.store.scores(of: 1).map(\.credit) == [100, 100, 100, 100] && box.store.candidate(1) != nil)
    box.clock.advance(days: 380)
    try carryOut()
    #expect(try box.store.erasure(of: 1)?.reason == .expired)
    #expect(try box.store.retentionRuns(most: 9).map(\.kind) == [.people, .answers])
  }

  @Test("while the clock is doubted nothing goes")
  func waitsForTheClock() throws {
    box.clock.advance(days: 3_000)
    box.clockWatch.begin(.longSilence)
    #expect(try !box.kiosk.carryOutRetention())
    #expect(try box.kiosk.retentionOverview().isHeld)
    box.clockWatch.settle(shift: 0)
    #expect(try box.kiosk.carryOutRetention())
  }

  @Test("the outlook counts what goes now, within a month, a quarter and a year")
  func looksAhead() throws {
    box.clock.advance(days: 300)
    let answers = try #require(try box.kiosk.retentionOverview().outlooks.first)
    #expect(answers.period.kind == .answers && answers.now == 0 && answers.within == [0, 1, 1])
  }

  @Test("an office sets other periods by a paper; without one, or the same again, nothing changes")
  func keeps() throws {
    #expect(throws: UseCaseError.privacy([.document])) {
      try box.kiosk.keepRetention(order(3, document: ""), by: TestBox.minh)
    }
    #expect(throws: UseCaseError.privacy(RetentionPlan.Kind.allCases.map { .months($0, 1...240) })) {
      try box.kiosk.keepRetention(order(0), by: TestBox.minh)
    }
    try box.kiosk.keepRetention(order(3), by: TestBox.minh)
    #expect(try box.kiosk.retentionPlan()?.months(of: .people) == 3)
    #expect(throws: UseCaseError.privacy([.nothingChanged])) {
      try box.kiosk.keepRetention(order(3), by: TestBox.minh)
    }
    // What comes with the next program does not take the office's decision back.
    try box.kiosk.adoptRetention(Self.shipped())
    #expect(try box.kiosk.retentionPlan()?.months(of: .people) == 3)
  }

  @Test(
    "so many months before a day is the same day, or the last of a shorter month",
    arguments: [
      ("2026-11-21", 12, "2025-11-21"), ("2026-03-31", 1, "2026-02-28"), ("2028-03-31", 1, "2028-02-29"),
      ("2026-01-15", 1, "2025-12-15"), ("2026-01-15", 25, "2023-12-15"),
    ])
  func subtracts(day: String, months: Int, before: String) throws {
    #expect(try #require(CivilDate(iso: day)).subtracting(months: months).iso == before)
  }

  @Test(
    "a file with a wrong kind, a missing or doubled period, or months out of bounds is refused",
    arguments: [
      #"{"version": 1, "periods": [{"kind": "answers", "months": 12, "basis": "x"}]}"#,
      #"{"version": 1, "periods": [{"kind": "names", "months": 12, "basis": "x"}]}"#,
      #"{"version": 1, "periods": [{"kind": "people", "months": 0, "basis": "x"}]}"#, "[]", "{",
    ])
  func refuses(text: String) {
    #expect(throws: RetentionPlan.Faulty.self) { try RetentionPlan.read(Array(text.utf8)) }
  }
}
