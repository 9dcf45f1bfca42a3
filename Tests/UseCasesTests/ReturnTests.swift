import Assessment
import TestSupport
import Testing
import UseCases

/// Words that show what they were given.
private struct PlainWording: ReturnWording {
  var ownTargets: String { "riêng" }

  func heading(_ document: PlanDocument, number: Int) -> [String] {
    [String(number), document.title] + Array(repeating: "", count: 7)
  }

  func cells(_ standing: Standing, texts: ReturnTexts, number: String) -> [String] {
    [
      number, standing.target.text, "", "", texts[.work], standing.count.map(String.init) ?? "", texts[.judgement],
      texts[.difficulty], texts[.proposal],
    ]
  }
}

/// Saturday, 21 November 2026.
@Suite("Returns on the targets")
struct ReturnTests {
  private let row = PlanTarget.ID("a-1")

  private func quarter(_ number: Int, _ year: Int = 2026) throws -> CalendarPeriod {
    try #require(CalendarPeriod(.quarter, year: year, number: number))
  }

  private func box() throws -> TestBox {
    let box = try TestBox()
    try box.followPlanA()
    return box
  }

  private func content(_ id: TargetReturn.ID, _ box: TestBox) throws -> ReturnContent {
    try box.kiosk.content(of: id, wording: PlainWording())
  }

  private func close(_ id: TargetReturn.ID, _ box: TestBox) throws {
    try box.kiosk.closeReturn(
      id, seen: box.kiosk.digest(of: content(id, box)), wording: PlainWording(), by: TestBox.minh)
  }

  @Test("a draft has a heading for each document and a row of nine cells for each target, with live figures")
  func draft() throws {
    let box = try box()
    let id = try box.kiosk.openReturn(quarter(4), by: TestBox.minh)
    #expect(try content(id, box).rows.map { $0.cells[0] } == ["1", "1.1", "1.2", "1.3", "1.4"])
    #expect(try content(id, box).rows.allSatisfy { $0.cells.count == ReturnRow.columns })
    #expect(try content(id, box).rows[1].count == 0)
    try box.passedNeighbours()
    #expect(try content(id, box).rows[1].count == 3)
    #expect(throws: UseCaseError.plan([.returnExists(id)])) {
      try box.kiosk.openReturn(quarter(4), by: TestBox.minh)
    }
  }

  @Test("what is closed never changes: neither figures nor texts nor letterhead")
  func closedStays() throws {
    let box = try box()
    let id = try box.kiosk.openReturn(quarter(4), by: TestBox.minh)
    try box.kiosk.writeReturn(id, target: row, ReturnTexts([.work: " Mở lớp \n\n", .difficulty: "Thiếu máy"]))
    try close(id, box)
    let closed = try content(id, box)
    try box.passedNeighbours()
    try box.kiosk.keep(
      Letterhead(
        superior: "", office: "UBND XÃ KHÁC", symbol: "", place: "", authority: "", position: "", signer: "",
        recipients: ["Lưu: VT"]), by: TestBox.minh)
    #expect(try content(id, box) == closed)
    #expect(closed.rows[1].cells[4] == "Mở lớp")
    #expect(throws: UseCaseError.plan([.alreadyClosed(id)])) {
      try box.kiosk.writeReturn(id, target: row, ReturnTexts())
    }
    #expect(throws: UseCaseError.plan([.alreadyClosed(id)])) { try close(id, box) }
  }

  @Test("figures that changed since the page was shown are not signed")
  func changedFigures() throws {
    let box = try box()
    let id = try box.kiosk.openReturn(quarter(4), by: TestBox.minh)
    let seen = try box.kiosk.digest(of: content(id, box))
    try box.passedNeighbours()
    #expect(throws: UseCaseError.plan([.changedMeanwhile])) {
      try box.kiosk.closeReturn(id, seen: seen, wording: PlainWording(), by: TestBox.minh)
    }
  }

  @Test("a correction is the next version, with the texts of the one before and figures of its own")
  func correction() throws {
    let box = try box()
    let id = try box.kiosk.openReturn(quarter(4), by: TestBox.minh)
    #expect(throws: UseCaseError.plan([.notClosed(id)])) { try box.kiosk.correctReturn(id, by: TestBox.minh) }
    try box.kiosk.writeReturn(id, target: row, ReturnTexts([.proposal: "Thêm máy"]))
    try close(id, box)
    try box.passedNeighbours()
    let next = try box.kiosk.correctReturn(id, by: TestBox.minh)
    #expect(try box.kiosk.targetReturn(next).version == 2)
    #expect(try content(next, box).rows[1].count == 3)
    #expect(try content(next, box).rows[1].cells[8] == "Thêm máy")
    #expect(try content(id, box).rows[1].count == 0)
    #expect(throws: UseCaseError.plan([.corrected(next)])) { try box.kiosk.correctReturn(id, by: TestBox.minh) }
  }

  @Test("a return of a past period counts up to the period's end, one of the present up to today")
  func asOf() throws {
    let box = try box()
    try box.passedNeighbours()
    let past = try box.kiosk.openReturn(quarter(3), by: TestBox.minh)
    #expect(try content(past, box).asOf == CivilDate(year: 2026, month: 9, day: 30))
    #expect(try content(past, box).rows[1].count == 0)
    let present = try box.kiosk.openReturn(quarter(4), by: TestBox.minh)
    #expect(try content(present, box).asOf == CivilDate(year: 2026, month: 11, day: 21))
    #expect(throws: UseCaseError.plan([.period])) { try box.kiosk.openReturn(quarter(1, 2027), by: TestBox.minh) }
  }

  @Test("texts too long, and rows that are no target's, are refused")
  func refusedTexts() throws {
    let box = try box()
    let id = try box.kiosk.openReturn(quarter(4), by: TestBox.minh)
    #expect(throws: UseCaseError.plan([.textTooLong(most: 1_000)])) {
      try box.kiosk.writeReturn(id, target: row, ReturnTexts([.work: String(repeating: "a", count: 1_001)]))
    }
    #expect(throws: UseCaseError.plan([.unknownTarget(PlanTarget.ID("b-1"))])) {
      try box.kiosk.writeReturn(id, target: PlanTarget.ID("b-1"), ReturnTexts())
    }
    #expect(throws: UseCaseError.plan([.unknownReturn(99)])) { try content(99, box) }
  }

  @Test("the next due dates are told with the last safe day; a closed return is not missed")
  func dueDates() throws {
    let box = try box()
    func told() throws -> [String] {
      try box.kiosk.nextDueDates().map { "\($0.due.period.kind) \($0.due.before.iso) \($0.daysLeft)" }
    }
    #expect(try told() == ["year 2026-12-05 13", "quarter 2026-12-15 23"])
    box.clock.advance(days: 20)
    // The 5th has passed; the yearly return is missed until one is closed.
    #expect(try told() == ["year 2026-12-05 -7", "quarter 2026-12-15 3", "year 2027-12-05 358"])
    let year = try #require(CalendarPeriod(.year, year: 2026, number: 1))
    try close(box.kiosk.openReturn(year, by: TestBox.minh), box)
    #expect(try told() == ["quarter 2026-12-15 3", "year 2027-12-05 358"])
    try box.kiosk.chooseDocuments([PlanDocument.ID("tinh-b")], by: TestBox.minh)
    #expect(try told() == ["half 2026-12-31 19"])
  }

  @Test("a box without a plan has no due dates")
  func noPlan() throws {
    #expect(try TestBox().kiosk.nextDueDates().isEmpty)
  }
}
