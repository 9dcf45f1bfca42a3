import TestSupport
import Testing
import UseCases

@Suite("From a passed slip to VNeID and back, in an officer's browser")
struct ConfirmationJourneyTests {
  private let box: TestBox
  private let minh: Browser

  init() throws {
    box = try TestBox()
    try box.hireOffice()
    try box.passedNeighbours()
    minh = try Browser.minh(box)
  }

  private let path = "/office/confirmations"

  private func sent() throws {
    try minh.draftList()
    try minh.makeList()
    try minh.post("\(path)/1/sending", [])
  }

  private func says(_ text: String) -> Bool { minh.body.contains(text) }
  private func states() throws -> [ConfirmationState] { try box.store.slips(in: 1).map(\.entry.state) }

  @Test("people are looked at before they are listed, and leave in a file with a signature that is about it")
  func listsAndDownloads() throws {
    #expect(try minh.draftList().status == 200)
    #expect(says("3 người. Chưa lập gì cho đến khi bấm nút."))
    try minh.makeList()
    #expect(minh.path == "\(path)/1")
    for form in ListForm.all {
      try minh.post("\(path)/1/files", [("format", form.word)])
      #expect(minh.header("Content-Disposition") == "attachment; filename=\"vneid-99999-1-1.\(form.ending)\"")
      let file = minh.bytes
      try minh.post("\(path)/1/files", [("format", form.word), ("signature", "yes")])
      #expect(try box.kiosk.checkList(file, signature: minh.body) == .genuine(box.kiosk.office.issuer))
    }
  }

  @Test("who passes while the list is looked at waits for the next one")
  func newcomersWait() throws {
    try minh.draftList()
    let last = minh.hidden("last")
    _ = try box.finished(World.suong, session: box.session(9))
    try minh.post(path, [("audience", ""), ("until", ""), ("last", last)])
    #expect(try box.store.slips(in: 1).count == 3)
  }

  @Test("refused, corrected at the desk, listed again, confirmed; the desk says so at every step")
  func refusedAndCorrected() throws {
    try sent()
    #expect(try minh.get("/desk/people/1").body.contains("đã gửi, chờ trả lời"))
    try minh.answers("Mã phiếu,Kết quả,Lý do\n\(try box.code(of: 1)),từ chối,Sai tên\n")
    #expect(says("Chưa có gì thay đổi."))
    #expect(try states() == [.sent, .sent, .sent])
    try minh.applyAnswers(1)
    #expect(try minh.get("/desk/people/1").body.contains("Lý do: Sai tên"))
    try minh.get(path)
    #expect(says("Không có ai chờ vào danh sách."))

    try Browser.lan(box).post("/desk/people/1/name", [("name", "Nguyễn Thị Hoà")])
    try minh.draftList()
    #expect(says("Vào lại, đã sửa. Từng bị từ chối: Sai tên"))
    try minh.makeList()
    try minh.post("\(path)/2/sending", [])
    try minh.answers("Mã phiếu,Kết quả\n\(try box.code(of: 1)),đã xác nhận\n")
    try minh.applyAnswers(2)
    #expect(try minh.get("/desk/people/1").body.contains("đã xác nhận"))
    #expect(try minh.get("/desk/slips/1").body.contains("đã xác nhận"))
  }

  @Test("namesakes stand side by side; what is chosen is done, what is not is left")
  func choosesNamesake() throws {
    try sent()
    try minh.answers("Họ và tên,Ngày sinh,Kết quả\nNGUYEN THI HOA,02/09/1958,đã xác nhận\n")
    #expect(says("Có hơn một người cùng họ tên và ngày sinh"))
    #expect(says("•••••••••003") && says("•••••••••011") && !says("008158999"))
    try minh.applyAnswers(1, [("line-2", "2")])
    #expect(try states() == [.sent, .confirmed, .sent])
  }

  @Test("many conflicts go page by page, and what was chosen on each is kept until the file is applied")
  func pagesOfConflicts() throws {
    try sent()
    let line = "Nguyen Thi Hoa,02/09/1958,đã xác nhận\n"
    try minh.answers("Họ và tên,Ngày sinh,Kết quả\n" + String(repeating: line, count: 30))
    #expect(says("Trang 1/2"))
    try minh.post(
      "\(path)/answers/1/application",
      [("seen", minh.hidden("seen")), ("page", "1"), ("line-2", "1"), ("next", "yes")])
    #expect(minh.path == "\(path)/answers/1/pages/2")
    #expect(try states() == [.sent, .sent, .sent])
    try minh.applyAnswers(1, [("line-25", "2")])
    #expect(try states() == [.confirmed, .confirmed, .sent])
  }

  @Test("a whole file is taken back from its page, unless somebody went on")
  func undoes() throws {
    try sent()
    try minh.answers("Mã phiếu,Kết quả\n\(try box.code(of: 1)),từ chối\n")
    try minh.applyAnswers(1)
    try box.kiosk.markCorrected(1, by: TestBox.minh)
    let next = try box.kiosk.listForConfirmation(by: TestBox.minh)
    try minh.post("\(path)/answers/1/undoing", [])
    #expect(minh.status == 409 && says("không hoàn lại được cả tệp"))
    try minh.post("\(path)/\(next)/withdrawal", [("entry", "4")])
    try minh.post("\(path)/answers/1/undoing", [])
    #expect(minh.status == 200 && says("Đã hoàn lại"))
    #expect(try states() == [.sent, .sent, .sent])
  }

  @Test("the second of two officers sees what is left before anything is done twice")
  func twoOfficers() throws {
    try sent()
    try minh.answers("Mã phiếu,Kết quả\n\(try box.code(of: 1)),đã xác nhận\n")
    let seen = minh.hidden("seen")
    let other = try box.kiosk.takeAnswers(
      file: [7], rows: TestBox.table(["Mã phiếu", "Kết quả"], [try box.code(of: 1), "từ chối"]), by: TestBox.lan)
    _ = try box.kiosk.applyAnswers(
      other, choices: AnswerChoices(), seen: box.kiosk.previewAnswers(other).digest, by: TestBox.lan)
    try minh.post("\(path)/answers/1/application", [("seen", seen), ("page", "1")])
    #expect(minh.status == 409)
    #expect(says("Trong lúc xem đã có thay đổi khác.") && says("trước đây ghi là bị từ chối"))
    #expect(try states()[0] == .refused)
  }

  @Test(
    "a file that cannot be read leaves everything as it was, and says what to do",
    arguments: [
      ("", "Tệp không có dòng nào."), ("a,b\n1,2\n", "Không thấy dòng tên cột"),
      ("Mã phiếu,Họ và tên\n1,2\n", "Tệp thiếu cột “Kết quả”."),
      ("Họ và tên,Kết quả\n1,2\n", "Tệp cần cột mã phiếu"),
      ("Mã phiếu,Kết quả,Mã phiếu\n1,2,3\n", "ở cột 1 và cột 3"), ("Mã phiếu,Kết quả\n", "không có dòng trả lời nào"),
    ])
  func badFiles(text: String, sentence: String) throws {
    try minh.answers(text)
    #expect(minh.status == 422 && says(sentence))
    #expect(try box.store.answerFiles().isEmpty)
  }

  @Test("Windows-1258, UTF-16 and decomposed marks are read; what a line lacks is told by line and column")
  func encodings() throws {
    try sent()
    let text = "Mã phiếu,Kết quả\n\(try box.code(of: 3)),đã xác nhận\n\(try box.code(of: 2)),lạ\n"
    let utf16: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    // "Mã phiếu" and "Kết quả" with their tones as signs of their own.
    let decomposed = text.split(separator: "Mã phiếu,Kết quả").joined()
    let head = "Ma\u{303} phie\u{302}\u{301}u,Ke\u{302}\u{301}t qua\u{309}"
    let windows: [UInt8] =
      [0x4D, 0xE3] + " phi".utf8 + [0xEA, 0xEC, 0x75, 0x2C, 0x4B, 0xEA, 0xEC] + "t qua".utf8 + [0xD2, 0x0A]
      + Array("\(try box.code(of: 3)),confirmed?\n".utf8)
    for bytes in [utf16, Array((head + decomposed).utf8), windows] {
      try minh.answers(bytes)
      #expect(minh.status == 200)
      #expect(says("Cột 2: không hiểu kết quả"))
      #expect(says("<td class=\"number\">"))
    }
  }

  @Test("columns are put in order on a page, and the next list has them; the one before keeps its own")
  func layout() throws {
    try minh.draftList()
    try minh.makeList()
    try minh.post(
      "\(path)/layout",
      [
        ("place-name", "2"), ("heading-name", "Tên"), ("place-slipCode", "1"), ("heading-slipCode", "Mã"),
        ("answer-slipCode", "Mã; Mã phiếu"), ("answer-verdict", "Kết quả"), ("confirmed", "có"), ("refused", "không"),
      ])
    #expect(minh.status == 200)
    #expect(try box.kiosk.confirmationList(1).headings.count == 5)
    try box.kiosk.withdraw(1, by: TestBox.minh)
    let next = try box.kiosk.listForConfirmation(by: TestBox.minh)
    #expect(try box.kiosk.confirmationList(next).headings == ["Mã", "Tên"])
  }

  @Test("a layout that could not work comes back with what was typed and what is wrong")
  func badLayout() throws {
    try minh.post("\(path)/layout", [("place-name", "1"), ("heading-name", "Tên"), ("answer-verdict", "KQ")])
    #expect(minh.status == 422)
    #expect(says("trả lời cần mã phiếu, số định danh") && says("value=\"KQ\""))
  }

  @Test("clerks see where a person stands, and none of the lists")
  func clerks() throws {
    try sent()
    let lan = try Browser.lan(box)
    #expect(try lan.get("/desk/people/1").body.contains("Danh sách số 1, gửi ngày 21/11/2026"))
    for place in ["", "/1", "/layout"] { #expect(try lan.get(path + place).status == 403) }
    #expect(try lan.post("\(path)/1/files", [("format", "csv")]).status == 403)
  }
}
