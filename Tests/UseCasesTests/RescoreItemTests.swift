import Assessment
import TestSupport
import Testing
import UseCases

@Suite("Scoring old answers anew")
struct RescoreItemTests {
  let box: TestBox
  let session: SessionID

  init() throws {
    box = try TestBox()
    session = try box.session(1)
  }

  /// Bà Hoa's finished attempt, so many of four right, and then a bank in which the key of all tested items is "b".
  private func finishedThenCorrected(right: Int) throws -> (id: Attempt.ID, item: Item.ID) {
    let id = try box.seatHoa(session: session)
    try box.answerAll(id, right: right)
    try box.kiosk.submit(box.record(id), confirmed: true, prepared: nil)
    let item = try #require(try box.store.row(at: FormPlace(.scored, 4), of: id)).item
    let files = SampleBank.files().map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      let changed = text.split(separator: "\"key\": [\"a\"]").joined(separator: "\"key\": [\"b\"], \"version\": 2")
      return ItemBank.File(path: file.path, bytes: Array(changed.utf8))
    }
    _ = try box.store.adopt(ItemBank.read(files), at: box.clock.now())
    return (id, item)
  }

  @Test("a changed key leaves the points of old attempts alone")
  func leavesAlone() throws {
    let (id, _) = try finishedThenCorrected(right: 2)
    #expect(try box.kiosk.result(of: box.record(id)).outcome.right == 2)
  }

  @Test("re-scoring gives points by the new key, says so on the result and in the log")
  func rescores() throws {
    let (id, item) = try finishedThenCorrected(right: 2)
    let summary = try box.kiosk.rescore(item, reason: "Đáp án cũ sai.", isDryRun: false)

    #expect(summary.answers == 1)
    #expect(summary.changes.map(\.creditAfter) == [100])
    let result = try box.kiosk.result(of: box.record(id))
    #expect(result.outcome.right == 3)
    #expect(result.rescorings.map(\.reason) == ["Đáp án cũ sai."])
    #expect(try box.store.auditEvents().isWhole)
    #expect(summary.changes.map(\.isPassed) == [true] && summary.changes.map(\.wasPassed) == [false])
  }

  @Test("a dry run tells the same and changes nothing; a second run finds nothing left to change")
  func dryRun() throws {
    let (id, item) = try finishedThenCorrected(right: 2)
    let told = try box.kiosk.rescore(item, reason: "thử", isDryRun: true)
    #expect(try box.kiosk.result(of: box.record(id)).outcome.right == 2)
    #expect(try box.kiosk.rescore(item, reason: "thật", isDryRun: false) == told)
    #expect(try box.kiosk.rescore(item, reason: "nữa", isDryRun: false).changes.isEmpty)
  }

  @Test("an item that the bank in force does not have cannot be re-scored")
  func unknown() throws {
    #expect(throws: UseCaseError.unknownItem(Item.ID("khong-co"))) {
      try box.kiosk.rescore(Item.ID("khong-co"), reason: "thử", isDryRun: false)
    }
  }
}
