import Assessment
import TestSupport
import Testing
import UseCases

/// Bà Hoa (1) and bà Hòa (2) have one birth and, without marks, one name; anh Dũng is 3.
@Suite("Lines of an answer that somebody must look at")
struct AnswerChoiceTests {
  private let box: TestBox
  private var kiosk: Kiosk { box.kiosk }

  init() throws {
    box = try TestBox()
    try box.sentNeighbours()
  }

  private func taken(_ lines: [String]...) throws -> AnswerFile.ID {
    let rows = [["Mã phiếu", "Họ và tên", "Ngày sinh", "Kết quả"]] + lines
    return try kiosk.takeAnswers(
      file: [1], rows: rows.enumerated().map { ($0.offset + 1, $0.element) }, by: TestBox.minh)
  }

  private func keep(_ choices: [Int: ConfirmationEntry.ID?], of id: AnswerFile.ID) throws {
    try kiosk.keepChoices(AnswerChoices(chosen: choices), of: id, seen: kiosk.previewAnswers(id).digest)
  }

  private func apply(_ id: AnswerFile.ID, _ choices: [Int: ConfirmationEntry.ID?] = [:]) throws -> Int {
    try kiosk.applyAnswers(
      id, choices: AnswerChoices(chosen: choices), seen: kiosk.previewAnswers(id).digest, by: TestBox.minh)
  }

  private func states() throws -> [ConfirmationState] { try box.store.slips(in: 1).map(\.entry.state) }
  private let namesakes = ["", "Nguyen Thi Hoa", "02/09/1958", "đã xác nhận"]

  @Test("a choice is kept for whoever looks next, and taken when the file is applied")
  func keepsChoices() throws {
    let id = try taken(namesakes)
    try keep([2: 2], of: id)
    let preview = try kiosk.previewAnswers(id)
    #expect(preview.entry(for: preview.findings[0]) == 2)
    #expect(try apply(id) == 1)
    #expect(try states() == [.sent, .confirmed, .sent])
  }

  @Test("the last word counts: a choice taken back leaves the line")
  func lastWordCounts() throws {
    let id = try taken(namesakes)
    try keep([2: 2], of: id)
    #expect(try apply(id, [2: nil]) == 0)
  }

  @Test("nobody can be chosen whom the line cannot be about, nor for a line that is not there")
  func refusesStrangers() throws {
    let id = try taken(namesakes)
    try keep([2: 3, 9: 1], of: id)
    #expect(try kiosk.previewAnswers(id).chosen.isEmpty)
    #expect(try apply(id, [2: 3]) == 0)
  }

  @Test("two lines chosen to be about one slip change it once, by the first")
  func choosesOnce() throws {
    let id = try taken(namesakes, ["", "Nguyễn Thị Hoá", "02/09/1958", "từ chối"])
    #expect(try apply(id, [2: 1, 3: 1]) == 1)
    #expect(try states()[0] == .confirmed)
  }

  @Test("what another officer decided meanwhile is seen before anything is applied")
  func choicesOfTwo() throws {
    let id = try taken(namesakes)
    let seen = try kiosk.previewAnswers(id).digest
    try keep([2: 2], of: id)
    #expect(throws: UseCaseError.confirmation(.changedMeanwhile(id))) {
      try kiosk.applyAnswers(id, choices: AnswerChoices(), seen: seen, by: TestBox.lan)
    }
  }

  @Test("another answer than the one on record is never taken by itself")
  func answeredBefore() throws {
    _ = try apply(try taken([try box.code(of: 1), "", "", "đã xác nhận"]))
    let rows = TestBox.table(["Mã phiếu", "Kết quả"], [try box.code(of: 1), "từ chối"])
    let finding = try kiosk.previewAnswers(rows: rows).findings[0]
    #expect(finding.match == .doubtful(1, .slipCode, [.answeredBefore(.confirmed)]))
  }

  @Test("a file that was only looked at can be dropped, with the names in it; an applied one stays")
  func drops() throws {
    let id = try taken(namesakes)
    try keep([2: 1], of: id)
    try kiosk.dropAnswers(id, by: TestBox.minh)
    #expect(try box.store.answers(id) == nil)
    let again = try taken(namesakes)
    _ = try apply(again)
    #expect(throws: UseCaseError.confirmation(.appliedBefore(again))) {
      try kiosk.dropAnswers(again, by: TestBox.minh)
    }
  }

  @Test("what a file has changed can be looked at line by line")
  func showsWhatWasApplied() throws {
    let id = try taken([try box.code(of: 3), "", "", "đã xác nhận"])
    _ = try apply(id)
    let file = try #require(try box.store.answers(id))
    let lines = try kiosk.appliedAnswers(file, shown: 10).lines
    #expect(lines.map(\.name) == ["Trần Văn Dũng"])
    #expect(lines.map(\.change.before) == [.sent])
  }
}
