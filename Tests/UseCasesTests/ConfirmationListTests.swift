import Assessment
import TestSupport
import Testing
import UseCases

@Suite("Who comes on a list for VNeID")
struct ConfirmationListTests {
  private let box: TestBox
  private var kiosk: Kiosk { box.kiosk }

  init() throws {
    box = try TestBox()
  }

  private func refuseFirst() throws {
    try box.sentNeighbours()
    try box.answer(TestBox.table(["Mã phiếu", "Kết quả", "Lý do"], [try box.code(of: 1), "từ chối", "Sai tên"]))
  }

  private func waiting() throws -> [Int64] { try box.store.listableSlips(most: 10).map(\.serial) }

  @Test("a look at the next list makes none, and names whom it would take")
  func drafts() throws {
    try box.passedNeighbours()
    let draft = try kiosk.draftList(shown: 2)
    #expect(draft.slips.map(\.serial) == [1, 2, 3])
    #expect(draft.lines.map(\.name) == ["Nguyễn Thị Hoa", "Nguyễn Thị Hòa"])
    #expect(try box.store.batches().isEmpty)
  }

  @Test("a list takes who was seen on the page before, not who passed meanwhile")
  func takesWhoWasSeen() throws {
    try box.passedNeighbours()
    let batch = try kiosk.listForConfirmation(ListWish(lastSerial: 2), by: TestBox.minh)
    #expect(try box.store.slips(in: batch).map(\.entry.serial) == [1, 2])
  }

  @Test("an audience nobody passed for and a day before anybody did leave nobody")
  func wishes() throws {
    try box.passedNeighbours()
    let dayBefore = CivilDate(box.clock.now()).adding(days: -1)
    for wish in [ListWish(audience: Audience.ID("can-bo")), ListWish(until: dayBefore)] {
      #expect(throws: UseCaseError.confirmation(.nothingToList)) {
        try kiosk.listForConfirmation(wish, by: nil)
      }
    }
    #expect(try kiosk.draftList(ListWish(until: dayBefore.adding(days: 1)), shown: 0).slips.count == 3)
  }

  @Test("who was refused waits until somebody has put right what it was for")
  func waitsForCorrection() throws {
    try refuseFirst()
    #expect(try waiting() == [])
    #expect(try kiosk.refusedPeople().map(\.isCorrected) == [false])
    try kiosk.markCorrected(1, by: TestBox.minh)
    #expect(try waiting() == [1])
    #expect(try kiosk.draftList(shown: 5).lines.map(\.refusedFor) == ["Sai tên"])
    #expect(try box.store.events(of: "confirmation-corrected") == ["account=2 batch=1 serial=1"])
  }

  @Test("a name mended at the desk is such a correction; a later refusal waits anew")
  func nameIsCorrection() throws {
    try refuseFirst()
    try kiosk.correctName(of: 1, to: "Nguyễn Thị Hoà", by: TestBox.lan)
    #expect(try waiting() == [1])
    let next = try kiosk.listForConfirmation(by: TestBox.minh)
    try kiosk.markSent(next, by: TestBox.minh)
    try box.answer(TestBox.table(["Mã phiếu", "Kết quả"], [try box.code(of: 1), "từ chối"]), bytes: [2])
    #expect(try waiting() == [])
  }

  @Test("only somebody who stands refused can be put right")
  func correctsRefusedOnly() throws {
    try box.sentNeighbours()
    #expect(throws: UseCaseError.confirmation(.notRefused(1))) { try kiosk.markCorrected(1, by: TestBox.minh) }
    #expect(throws: UseCaseError.confirmation(.unknownEntry(9))) { try kiosk.markCorrected(9, by: TestBox.minh) }
  }

  @Test("a slip revoked before its list is handed over comes off it by itself")
  func revokedComesOff() throws {
    try box.passedNeighbours()
    let batch = try kiosk.listForConfirmation(by: TestBox.minh)
    try kiosk.revokeSlip(2, for: TestBox.Why.coached, by: TestBox.minh)
    #expect(try box.store.slips(in: batch).map(\.entry.state) == [.listed, .withdrawn, .listed])
  }

  @Test("a list from which everybody was taken is not handed over")
  func emptyListStays() throws {
    try box.passedNeighbours()
    let batch = try kiosk.listForConfirmation(ListWish(lastSerial: 1), by: TestBox.minh)
    try kiosk.withdraw(1, by: TestBox.minh)
    #expect(throws: UseCaseError.confirmation(.nothingToList)) { try kiosk.markSent(batch, by: TestBox.minh) }
  }

  @Test("of two records that become one, the way to VNeID follows")
  func mergedPeople() throws {
    try box.sentNeighbours()
    try box.answer(TestBox.table(["Mã phiếu", "Kết quả"], [try box.code(of: 1), "đã xác nhận"]))
    try kiosk.mergePeople(1, into: 3, for: TestBox.Why.twoRecords, by: TestBox.minh)
    #expect(try Set(box.store.entries(of: 3).map(\.state)) == [.confirmed, .sent])
    #expect(try waiting() == [])
  }

  @Test("everybody who has passed is counted once, where they stand last")
  func tallies() throws {
    try box.sentNeighbours()
    try box.answer(
      TestBox.table(
        ["Mã phiếu", "Kết quả"], [try box.code(of: 1), "đã xác nhận"], [try box.code(of: 2), "từ chối"]))
    var expected = ConfirmationTally()
    (expected.sent, expected.confirmed, expected.refused) = (1, 1, 1)
    #expect(try box.store.confirmationTally() == expected)

    try kiosk.markCorrected(2, by: TestBox.minh)
    _ = try kiosk.listForConfirmation(by: TestBox.minh)
    (expected.refused, expected.listed) = (0, 1)
    #expect(try box.store.confirmationTally() == expected)
    // Taken off again, the refusal before is what is known.
    try kiosk.withdraw(4, by: TestBox.minh)
    (expected.refused, expected.listed) = (1, 0)
    #expect(try box.store.confirmationTally() == expected)
    #expect(try kiosk.confirmationStanding(of: 2).entry?.reason == "")
  }

  @Test("the command line makes lists too, and the log says so")
  func commandLine() throws {
    try box.passedNeighbours()
    let batch = try kiosk.listForConfirmation(by: nil)
    #expect(try box.store.batch(batch)?.account == nil)
    #expect(try box.store.events(of: "confirmation-listed") == ["account=console batch=1 slips=3"])
  }
}
