import Assessment
import TestSupport
import Testing
import UseCases

@Suite("From a passed slip to VNeID and back")
struct ConfirmationTests {
  private let box: TestBox
  private var kiosk: Kiosk { box.kiosk }

  init() throws {
    box = try TestBox()
  }

  private func states(_ batch: ConfirmationBatch.ID = 1) throws -> [ConfirmationState] {
    try box.store.slips(in: batch).map(\.entry.state)
  }

  private func refused(_ fault: ConfirmationFault, _ body: () throws -> Void) {
    #expect(throws: UseCaseError.confirmation(fault), performing: body)
  }

  @Test("a list takes everybody who has passed, once, until they were answered")
  func listsOnce() throws {
    try box.passedNeighbours()
    let batch = try kiosk.listForConfirmation(by: TestBox.minh)
    #expect(try states(batch) == [.listed, .listed, .listed])
    refused(.nothingToList) { _ = try kiosk.listForConfirmation(by: TestBox.minh) }
  }

  @Test("a slip taken off its list waits for the next one; a list that was handed over stays as it is")
  func withdraws() throws {
    try box.passedNeighbours()
    let batch = try kiosk.listForConfirmation(by: TestBox.minh)
    try kiosk.withdraw(2, by: TestBox.minh)
    try kiosk.markSent(batch, by: TestBox.minh)
    #expect(try states(batch) == [.sent, .withdrawn, .sent])
    refused(.alreadySent(batch)) { try kiosk.withdraw(1, by: TestBox.minh) }
    refused(.alreadySent(batch)) { try kiosk.markSent(batch, by: TestBox.minh) }
    let next = try kiosk.listForConfirmation(by: TestBox.minh)
    #expect(try box.store.slips(in: next).map(\.entry.serial) == [2])
  }

  @Test("a list says what its layout says, in its order, and goes on saying it when the layout changes")
  func writesTheLayout() throws {
    let batch = try box.sentNeighbours()
    let changed = TestBox.layout.split(separator: "\"Họ và tên\"").joined(separator: "\"Tên\"")
    _ = try kiosk.keepConfirmationLayout(changed, by: TestBox.minh)
    let list = try kiosk.confirmationList(batch)
    #expect(list.headings == ["STT", "Mã phiếu", "Họ và tên", "Số định danh cá nhân", "Ngày sinh"])
    #expect(try list.rows[0] == ["1", box.code(of: 1), "Nguyễn Thị Hoa", "008158999003", "02/09/1958"])
  }

  @Test("answers are matched by code, else by number, else by name and birth without marks")
  func matches() throws {
    try box.sentNeighbours()
    try box.answer(
      TestBox.table(
        ["Mã phiếu", "Số định danh cá nhân", "Họ và tên", "Ngày sinh", "Kết quả", "Lý do"],
        [try box.code(of: 1), "", "", "", "Đã xác nhận", ""], ["", "8158999011", "", "", "TỪ CHỐI", "Sai tên"],
        ["", "", "tran van dung", "5/6/1984", "Đã xác nhận", ""]))
    #expect(try states() == [.confirmed, .refused, .confirmed])
    #expect(try kiosk.confirmation(of: 2)?.reason == "Sai tên")
  }

  @Test("namesakes of the same birth are shown side by side, and nobody is changed by guessing")
  func namesakes() throws {
    try box.sentNeighbours()
    let rows = TestBox.table(["Họ và tên", "Ngày sinh", "Kết quả"], ["Nguyen Thi Hoa", "02/09/1958", "đã xác nhận"])
    let id = try kiosk.takeAnswers(file: [1], rows: rows, by: TestBox.minh)
    let preview = try kiosk.previewAnswers(id)
    #expect(preview.findings.map(\.match) == [.several([1, 2])])
    _ = try kiosk.applyAnswers(
      id, choices: AnswerChoices(chosen: [2: 2]), seen: preview.digest, by: TestBox.minh)
    #expect(try states() == [.sent, .confirmed, .sent])
  }

  @Test("a line whose code and name are not one person's waits for somebody to look")
  func doubts() throws {
    try box.sentNeighbours()
    let rows = TestBox.table(
      ["Mã phiếu", "Họ và tên", "Kết quả"], [try box.code(of: 1), "Lê Văn Cường", "Đã xác nhận"])
    let finding = try kiosk.previewAnswers(rows: rows).findings[0]
    #expect(
      finding.match == .doubtful(1, .slipCode, [.name(theirs: "Lê Văn Cường", ours: "Nguyễn Thị Hoa")]))
    #expect(finding.proposed == nil)
  }

  @Test(
    "what cannot be read, is nobody's or stands twice is told by line and changes nothing",
    arguments: [
      (["1234 5678 9012 3456", "đã xác nhận"], AnswerFinding.Match.unreadable),
      (["0000 0000 0000 0000", "đã xác nhận"], .unknown), (["=A1", "đã xác nhận"], .unreadable),
      (["0000 0000 0000 0000", "chưa rõ"], .unreadable), (["0000 0000 0000 0000", "=1+1"], .unreadable),
    ])
  func badLines(cells: [String], match: AnswerFinding.Match) throws {
    try box.sentNeighbours()
    let finding = try kiosk.previewAnswers(rows: TestBox.table(["Mã phiếu", "Kết quả"], cells)).findings[0]
    #expect(finding.match == match && finding.proposed == nil && finding.row.line == 2)
  }

  @Test("the second of two lines about one slip is told where the first is")
  func doubled() throws {
    try box.sentNeighbours()
    let code = try box.code(of: 1)
    let findings = try kiosk.previewAnswers(
      rows: TestBox.table(["Mã phiếu", "Kết quả"], [code, "đã xác nhận"], [code, "từ chối"])
    ).findings
    #expect(findings.map(\.match) == [.sure(1, .slipCode), .doubled(line: 2)])
  }

  @Test("the same file changes nothing a second time, and the same answer in another file is known")
  func importsOnce() throws {
    try box.sentNeighbours()
    let rows = TestBox.table(["Mã phiếu", "Kết quả"], [try box.code(of: 1), "đã xác nhận"])
    let id = try box.answer(rows)
    refused(.appliedBefore(id)) { _ = try kiosk.takeAnswers(file: [1], rows: rows, by: TestBox.minh) }
    let other = try kiosk.takeAnswers(file: [2], rows: rows, by: TestBox.minh)
    #expect(try kiosk.previewAnswers(other).findings.map(\.match) == [.already(1)])
  }

  @Test("of two officers with a file each, the second is shown anew what is left")
  func twoOfficers() throws {
    try box.sentNeighbours()
    let code = try box.code(of: 1)
    let one = try kiosk.takeAnswers(
      file: [1], rows: TestBox.table(["Mã phiếu", "Kết quả"], [code, "đã xác nhận"]), by: TestBox.minh)
    let other = try kiosk.takeAnswers(
      file: [2], rows: TestBox.table(["Mã phiếu", "Kết quả"], [code, "đã xác nhận"]), by: TestBox.lan)
    let seen = try (kiosk.previewAnswers(one).digest, kiosk.previewAnswers(other).digest)
    #expect(try kiosk.applyAnswers(one, choices: AnswerChoices(), seen: seen.0, by: TestBox.minh) == 1)
    refused(.changedMeanwhile(other)) {
      _ = try kiosk.applyAnswers(other, choices: AnswerChoices(), seen: seen.1, by: TestBox.lan)
    }
  }

  @Test("a file is taken back whole, unless somebody went on with what it changed")
  func undoes() throws {
    try box.sentNeighbours()
    let rows = TestBox.table(
      ["Mã phiếu", "Kết quả"], [try box.code(of: 1), "đã xác nhận"], [try box.code(of: 2), "từ chối"])
    let id = try box.answer(rows)
    try kiosk.undoAnswers(id, by: TestBox.minh)
    #expect(try states() == [.sent, .sent, .sent])
    refused(.notApplied(id)) { try kiosk.undoAnswers(id, by: TestBox.minh) }

    let again = try box.answer(rows)
    try kiosk.markCorrected(2, by: TestBox.minh)
    _ = try kiosk.listForConfirmation(by: TestBox.minh)
    refused(.wentOnSince([2])) { try kiosk.undoAnswers(again, by: TestBox.minh) }
    #expect(try states() == [.confirmed, .refused, .sent])
  }

  @Test("who was refused is corrected, listed again, and found by the answer to the new list")
  func corrects() throws {
    try box.sentNeighbours()
    try box.answer(
      TestBox.table(["Mã phiếu", "Kết quả", "Lý do"], [try box.code(of: 1), "từ chối", "Sai tên"]))
    try kiosk.correctName(of: 1, to: "Nguyễn Thị Hoà", by: TestBox.lan)
    let next = try kiosk.listForConfirmation(by: TestBox.minh)
    try kiosk.markSent(next, by: TestBox.minh)
    try box.answer(TestBox.table(["Mã phiếu", "Kết quả"], [try box.code(of: 1), "đã xác nhận"]), bytes: [2])
    #expect(try kiosk.confirmation(of: 1)?.state == .confirmed)
    #expect(try states(1)[0] == .refused)
  }

  @Test("a revoked slip is listed no more")
  func revoked() throws {
    try box.passedNeighbours()
    try kiosk.revokeSlip(1, for: TestBox.Why.coached, by: TestBox.minh)
    let batch = try kiosk.listForConfirmation(by: TestBox.minh)
    #expect(try box.store.slips(in: batch).map(\.entry.serial) == [2, 3])
  }

  @Test("who passed a month ago and is not confirmed is on the list of reminders")
  func reminds() throws {
    try box.sentNeighbours()
    try box.answer(TestBox.table(["Mã phiếu", "Kết quả"], [try box.code(of: 1), "đã xác nhận"]))
    #expect(try kiosk.waitingForConfirmation().isEmpty)
    box.clock.advance(days: 30)
    #expect(try kiosk.waitingForConfirmation().map(\.serial) == [2, 3])
    #expect(try kiosk.waitingForConfirmation()[0].state == .sent)
  }

  @Test("nothing of a person stands in the log")
  func logsNoNames() throws {
    try box.sentNeighbours()
    try box.answer(TestBox.table(["Mã phiếu", "Kết quả"], [try box.code(of: 1), "đã xác nhận"]))
    #expect(try box.store.events(of: "answers-applied") == ["account=2 answers=1 changed=1"])
    #expect(try box.store.events(of: "confirmation-listed") == ["account=2 batch=1 slips=3"])
  }
}

@Suite("A file of answers")
struct AnswerTableTests {
  private let layout: ConfirmationLayout

  init() throws {
    layout = try ConfirmationLayout(text: TestBox.layout)
  }

  @Test("headings are found below a letterhead, in any order, case and spelling of marks")
  func findsHeadings() throws {
    let table = try AnswerTable(
      TestBox.table(["CÔNG AN TỈNH"], [], ["kết  quả", "MÃ PHIẾU", "Ghi thêm"], ["từ chối", "", "x"]), layout: layout)
    #expect(table.rows.map(\.line) == [4])
    #expect(table.rows[0].verdict == .refused)
    #expect(table.unknownHeadings == ["Ghi thêm"])
  }

  @Test("births are read as people and spreadsheets write them")
  func readsBirths() throws {
    let texts = ["02/09/1958", "2.9.1958", "1958-09-02", "21430", "1958", "30/02/1958", "99999999", "sáng"]
    let table = try AnswerTable(
      TestBox.table(["Họ và tên", "Ngày sinh", "Kết quả"])
        + texts.enumerated().map { ($0.offset + 2, ["A", $0.element, "từ chối"]) },
      layout: layout)
    let day = AnswerTable.Birth.date(CivilDate(year: 1958, month: 9, day: 2))
    #expect(table.rows.map(\.birth) == [day, day, day, day, .year(1958), nil, nil, nil])
    #expect(table.rows.suffix(3).allSatisfy { $0.faults.map(\.kind) == [.birth] })
  }

  @Test("a table without a verdict, without a way to match, or with a heading twice is not read")
  func refuses() {
    func fault(_ rows: [String]...) -> AnswersFault? {
      do {
        _ = try AnswerTable(rows.enumerated().map { ($0.offset + 1, $0.element) }, layout: layout)
        return nil
      } catch { return error }
    }
    #expect(fault(["Mã phiếu", "Họ và tên"], ["1", "2"]) == .noColumn(.verdict))
    #expect(fault(["Họ và tên", "Kết quả"], ["1", "2"]) == .noWayToMatch)
    #expect(
      fault(["Mã phiếu", "Kết quả", "Mã phiếu"], ["", "", ""]) == .doubledColumn(heading: "Mã phiếu", columns: [1, 3]))
    #expect(fault(["a", "b"], ["c", "d"]) == .noHeadings)
    #expect(fault(["Mã phiếu", "Kết quả"]) == .empty)
    #expect(fault([]) == .empty)
  }

  @Test("rows are kept between preview and decision as they came, whatever stands in them")
  func keepsRows() throws {
    let box = try TestBox()
    try box.sentNeighbours()
    let rows = TestBox.table(["Mã phiếu", "Kết quả", "Lý do"], [try box.code(of: 1), "từ chối", "a\tb\\n\nc\\"])
    let id = try box.kiosk.takeAnswers(file: [1], rows: rows, by: TestBox.minh)
    #expect(try box.kiosk.previewAnswers(id).findings[0].row.reason == "a\tb\\n\nc\\")
  }

  @Test(
    "a layout that could not work is refused with what is wrong",
    arguments: [
      ("{", LayoutFault.notJSON(line: 1)), ("{\"columns\": []}", .missing("columns")),
      ("{\"columns\": [{\"field\": \"height\", \"heading\": \"Cao\"}]}", .unknownField("height")),
    ])
  func refusesLayouts(text: String, fault: LayoutFault) {
    #expect(throws: fault) { try ConfirmationLayout(text: text) }
  }
}
