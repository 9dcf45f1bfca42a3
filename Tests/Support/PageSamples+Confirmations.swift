import Assessment
import UseCases

/// Lists for VNeID and their answers in every state.
extension PageSamples {
  static func confirmations() throws -> [PageSample] { try lists() + answerFiles() + people() }

  /// Ông Minh at a box whose three neighbours have passed.
  private static func minh() throws -> Browser {
    let box = try TestBox()
    try box.hireOffice()
    return try Browser.minh(box)
  }

  private static func lists() throws -> [PageSample] {
    let browser = try minh()
    _ = try browser.box.kiosk.keepConfirmationLayout(TestBox.layout, by: nil)
    var samples = [take("confirmations-empty", try browser.get("/office/confirmations"))]
    try browser.box.passedNeighbours()
    samples.append(take("confirmations-waiting", try browser.get("/office/confirmations")))
    samples.append(take("confirmation-draft-empty", try browser.draftList(until: "2026-01-01")))
    samples.append(take("confirmation-draft", try browser.draftList()))
    samples.append(take("confirmation-list", try browser.makeList()))
    samples.append(
      take("confirmation-list-withdrawn", try browser.post("/office/confirmations/1/withdrawal", [("entry", "2")])))
    samples.append(take("confirmation-list-sent", try browser.post("/office/confirmations/1/sending", [])))
    samples.append(take("confirmation-layout", try browser.get("/office/confirmations/layout")))
    samples.append(
      take(
        "confirmation-layout-refused",
        try browser.post("/office/confirmations/layout", [("place-name", "1"), ("heading-name", "")])))
    return samples
  }

  private static func answerFiles() throws -> [PageSample] {
    let browser = try minh()
    let box = browser.box
    try box.sentNeighbours()
    let path = "/office/confirmations/answers"
    var samples = [take("answers-unreadable", try browser.answers("Mã phiếu,Ghi chú\n1,2\n"))]
    let bad = """
      Mã phiếu,Họ và tên,Ngày sinh,Kết quả,Lý do,Ghi thêm
      \(try box.code(of: 3)),,,đã xác nhận,,x
      ,nguyen thi hoa,02/09/1958,từ chối,Ảnh mờ,
      \(try box.code(of: 1)),Lê Văn Cường,,đã xác nhận,,
      1234 5678 9012 3456,,,đã xác nhận,,
      0000 0000 0000 0000,,,đã xác nhận,,
      \(try box.code(of: 3)),,,từ chối,,
      \(try box.code(of: 2)),,,=1+1,,
      """
    samples.append(take("answers-preview", try browser.answers(bad)))
    let seen = browser.hidden("seen")
    samples.append(take("answers-applied", try browser.applyAnswers(1, [("line-3", "2"), ("line-4", "")])))
    samples.append(
      take("answers-twice", try browser.post("\(path)/1/application", [("seen", seen), ("page", "1")])))
    samples.append(take("confirmations", try browser.get("/office/confirmations")))
    samples.append(take("answers-undone", try browser.post("\(path)/1/undoing", [])))
    samples.append(take("answers-nothing", try browser.answers("Mã phiếu,Kết quả\n0000 0000 0000 0000,từ chối\n")))
    return samples
  }

  private static func people() throws -> [PageSample] {
    let browser = try minh()
    let box = browser.box
    try box.sentNeighbours()
    var samples = [take("person-sent-to-vneid", try browser.get("/desk/people/3"))]
    try box.answer(
      TestBox.table(
        ["Mã phiếu", "Kết quả", "Lý do"], [try box.code(of: 1), "từ chối", "Ảnh căn cước mờ"],
        [try box.code(of: 2), "đã xác nhận", ""]))
    samples.append(take("person-refused-by-vneid", try browser.get("/desk/people/1")))
    samples.append(take("person-confirmed-on-vneid", try browser.get("/desk/people/2")))
    samples.append(take("slip-confirmed-on-vneid", try browser.get("/desk/slips/2")))
    box.clock.advance(days: 40)
    try browser.box.open(browser)
    samples.append(take("confirmations-long-ago", try browser.get("/office/confirmations")))
    samples.append(
      take("confirmations-corrected", try browser.post("/office/confirmations/entries/1/correction", [])))
    return samples
  }
}

extension TestBox {
  /// Ông Minh's browser with a session of today.
  fileprivate func open(_ browser: Browser) throws { browser.keep(try open(TestBox.minh), as: "sathach-staff") }
}

extension Browser {
  @discardableResult
  package func draftList(until: String = "") throws -> Browser {
    try post("/office/confirmations/draft", [("audience", ""), ("until", until)])
  }

  /// From the page that shows who would be on it.
  @discardableResult
  package func makeList() throws -> Browser {
    try post("/office/confirmations", [("audience", ""), ("until", ""), ("last", hidden("last"))])
  }

  @discardableResult
  package func answers(_ text: String) throws -> Browser {
    try answers(Array(text.utf8))
  }

  @discardableResult
  package func answers(_ bytes: [UInt8]) throws -> Browser {
    try upload(
      "/office/confirmations/answers", [], files: [("file", "tra-loi.csv", bytes)])
  }

  @discardableResult
  package func applyAnswers(_ id: Int, _ choices: [(String, String)] = []) throws -> Browser {
    try post(
      "/office/confirmations/answers/\(id)/application", choices + [("seen", hidden("seen")), ("page", "1")])
  }
}
