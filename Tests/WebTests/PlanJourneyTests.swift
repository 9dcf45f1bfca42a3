import TestSupport
import Testing

@Suite("The officer's rules, targets and returns, in a browser")
struct PlanJourneyTests {
  private func minh() throws -> Browser {
    let box = try TestBox()
    try box.hireOffice()
    return try Browser.minh(box)
  }

  @Test("rules changed and adopted stand on the next slip, with the office and its document")
  func adoptedRulesReachTheSlip() throws {
    let browser = try minh()
    try browser.adopt(safe: 3)
    #expect(browser.status == 200)
    #expect(browser.body.contains("12/QĐ-UBND ngày 20/11/2026, Nguyễn Văn Ký ký"))
    let hoa = Browser(browser.box)
    try hoa.begin()
    #expect(!hoa.body.contains("đề xuất"))
    try hoa.seatHoa()
    for number in 1...2 {
      try hoa.respond("warm-up", number, option: "a")
      try hoa.respond("warm-up", number)
    }
    for number in 1...5 { try hoa.respond("scored", number, option: "a") }
    try hoa.post("/attempts/1/submission", [])
    #expect(hoa.body.contains("UBND xã Thử ban hành, 12/QĐ-UBND"))
    #expect(hoa.body.contains("6"))
  }

  @Test("rules that the bank cannot fill come back with what was typed and the number there is")
  func refusedRulesComeBack() throws {
    let browser = try minh()
    try browser.adopt(safe: 9)
    #expect(browser.status == 422)
    #expect(browser.body.contains("An toàn, mức dễ: muốn rút 9 câu, ngân hàng chỉ có 8."))
    #expect(
      browser.body.contains(
        "name=\"count-an-toan_de\" type=\"number\" min=\"0\" aria-label=\"An toàn, mức dễ: số câu\" value=\"9\""))
    #expect(browser.body.contains("value=\"12/QĐ-UBND\""))
  }

  @Test("until adoption the notice says that the rules are a proposal; afterwards it says whose they are")
  func noticeSaysWhoseRules() throws {
    let browser = try minh()
    let notice = Browser(browser.box)
    #expect(try notice.get("/audiences/nguoi-dan/notice").body.contains("phiên bản 5: đề xuất, chưa được ban hành"))
    try browser.adopt(safe: 3)
    #expect(
      try notice.get("/audiences/nguoi-dan/notice").body.contains("phiên bản 6: UBND xã Thử ban hành, 12/QĐ-UBND"))
  }

  @Test("the office may go back to the bank's proposal")
  func backToTheProposal() throws {
    let browser = try minh()
    try browser.adopt(safe: 3)
    try browser.post("/office/rules/nguoi-dan/proposal", [])
    #expect(browser.path == "/office/rules/nguoi-dan")
    #expect(browser.body.contains("trở về đề xuất"))
    try browser.post("/office/rules/nguoi-dan/proposal", [])
    #expect(browser.status == 409)
  }

  @Test("a target without a population says what to enter, and with one how many are needed a week")
  func targetWithAndWithoutPopulation() throws {
    let browser = try minh()
    try browser.box.followPlanA()
    try browser.box.passedNeighbours()
    try browser.get("/office/targets")
    #expect(browser.body.contains("Chưa có dân số của nhóm “Người dân trưởng thành”. Bấm Nhập số liệu."))
    try browser.population("1.250")
    try browser.get("/office/targets")
    #expect(browser.body.contains("3/1.250 người (0,2 %)"))
    #expect(browser.body.contains("Dân số nhóm: ngày 01/10/2026, Công an xã"))
    // 622 in the six weeks from 21 November to 31 December.
    #expect(browser.body.contains("Còn thiếu 622 người trong 6 tuần: mỗi tuần 104 người."))
    #expect(browser.body.contains("Quá hạn 144 ngày, còn thiếu 3 người."))
  }

  @Test("a population of nobody is refused with a sentence, and what was typed comes back")
  func populationOfNobody() throws {
    let browser = try minh()
    try browser.box.followPlanA()
    try browser.population("0")
    #expect(browser.status == 422)
    #expect(browser.body.contains("Dân số bằng 0 thì không tính được tỷ lệ."))
    #expect(browser.body.contains("value=\"Công an xã\""))
  }

  @Test("a return is written, closed and frozen; its paper has the nine columns and the office's letterhead")
  func returnJourney() throws {
    let browser = try minh()
    try browser.box.followPlanA()
    try browser.box.passedNeighbours()
    try browser.population("1250")
    try browser.openQuarter(4)
    try browser.writeRow(work: "Mở 3 lớp", difficulty: "Thiếu máy")
    #expect(browser.path == "/office/returns/1")
    #expect(browser.body.contains("Mở 3 lớp"))
    try browser.letterhead()
    try browser.close(1)
    #expect(browser.body.contains("Đã chốt ngày 21/11/2026"))
    #expect(!browser.body.contains("/rows/"))
    try browser.population("2000")
    try browser.get("/office/returns/1/paper")
    let headings = [
      "STT", "Tên nhiệm vụ", "Thời gian thực hiện", "Chỉ tiêu", "Công tác triển khai/phối hợp", "Kết quả thực hiện",
      "Đánh giá", "Khó khăn, vướng mắc", "Đề xuất, kiến nghị",
    ]
    #expect(browser.body.contains(headings.map { "<th>\($0)</th>" }.joined()))
    #expect(browser.body.contains("3/1.250 người (0,2 %)"))
    #expect(browser.body.contains("Xã Thử, ngày 21 tháng 11 năm 2026"))
    #expect(browser.body.contains("TM. ỦY BAN NHÂN DÂN"))
    #expect(try browser.get("/office/returns/1/rows/a-1").status == 409)
  }

  @Test("clerks see none of it but note that a certificate was seen")
  func clerks() throws {
    let box = try TestBox()
    try box.hireOffice()
    try box.followPlanA()
    try box.passedNeighbours()
    let lan = try Browser.lan(box)
    for path in ["/office/rules", "/office/targets", "/office/figures", "/office/returns", "/office/letterhead"] {
      #expect(try lan.get(path).status == 403, "\(path)")
    }
    try lan.post("/desk/people/1/certificates", [("course", "Kỹ năng số")])
    #expect(lan.path == "/desk/people/1")
    #expect(try box.store.certificates(of: 1).map(\.course) == ["Kỹ năng số"])
    #expect(try box.standing("a-2").count == 1)
  }
}
