import Assessment
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Items in and out, in the officer's browser")
struct ItemsJourneyTests {
  private let box: TestBox
  private let browser: Browser

  init() throws {
    box = try TestBox(rules: ItemTable.rules)
    try box.hireOffice()
    browser = try Browser.minh(box)
  }

  private func cards() throws -> [Item.ID] {
    let version = try #require(try box.store.currentVersion(for: SampleBank.audience))
    return try box.store.cards(for: SampleBank.audience, in: version).map(\.id)
  }

  @Test("a dry run tells every line in Vietnamese and keeps nothing; taking in keeps drafts, which are not drawn")
  func dryRunThenDrafts() throws {
    let before = try cards()
    try browser.bring(ItemTable.text)
    #expect(browser.status == 200)
    #expect(browser.body.contains("dòng 4"))
    #expect(browser.body.contains("ghi “hình vẽ”. Hãy chọn một trong:"))
    #expect(browser.body.contains("Thiếu giải thích."))
    #expect(try box.store.drafts().isEmpty)

    try browser.takeIn()

    #expect(browser.path == "/office/items/drafts")
    #expect(try box.store.drafts().map(\.item.text) == ["cau-moi", "cau-thieu"])
    #expect(try box.store.drafts().map(\.line) == [2, 3])
    #expect(browser.body.contains("Ông Minh nhận lúc"))
    #expect(try cards() == before)
  }

  @Test("a draft is released by an officer who says to have read it, and is drawn from then on; who and when is shown")
  func releasing() throws {
    try browser.bring(ItemTable.text).takeIn()
    try browser.post("/office/items/drafts/cau-moi/release", [])
    #expect(browser.status == 422)
    #expect(try !cards().contains(Item.ID("cau-moi")))

    try browser.post("/office/items/releases", [("read", "yes")])

    #expect(try cards().contains(Item.ID("cau-moi")))
    #expect(browser.body.contains("cau-moi: Ông Minh phát hành lúc"))
    #expect(try box.store.drafts().map(\.item.text) == ["cau-thieu"])
    #expect(try box.store.auditEvents().isWhole)
  }

  @Test("a draft that lacks something says so and waits on; discarded it is gone")
  func waitingOn() throws {
    try browser.bring(ItemTable.text).takeIn()
    try browser.post("/office/items/drafts/cau-thieu/release", [("read", "yes")])
    #expect(browser.status == 422)
    #expect(browser.body.contains("Thiếu giải thích."))

    try browser.post("/office/items/drafts/cau-thieu/discard", [])

    #expect(browser.body.contains("cau-thieu: Ông Minh bỏ lúc"))
    #expect(try browser.get("/office/items/drafts/cau-thieu").status == 404)
  }

  @Test("what a file does not say is put in from the form, and the same file with another choice is another dry run")
  func defaults() throws {
    let bare = "Dạng câu hỏi;Lời dẫn;Phương án A;Phương án B;Phương án C;Đáp án\nmột đáp án;Làm gì?;Một;Hai;Ba;A\n"
    try browser.bring(bare)
    #expect(browser.body.contains("Thiếu năng lực."))
    let mark = browser.hidden("mark")
    try browser.bring(
      bare, [("competence", "an-toan.mot"), ("audience-nguoi-dan", "yes"), ("use", "tested"), ("difficulty", "2")])
    #expect(!browser.body.contains("Thiếu năng lực."))
    #expect(browser.hidden("mark") != mark)
    try browser.post("/office/items/intake", [("mark", mark)])
    #expect(browser.status == 409)
    #expect(try box.store.drafts().isEmpty)
  }

  @Test("a dry run is forgotten after half an hour")
  func forgotten() throws {
    try browser.bring(ItemTable.text)
    let mark = browser.hidden("mark")
    box.clock.advance(seconds: Kiosk.keptMinutes * 60)
    #expect(throws: UseCaseError.items(.notKept)) { try box.kiosk.lookAgain(atItems: mark, by: TestBox.minh) }
  }

  @Test("a file that is refused leaves everything as it was, and its sentence says where and what to do")
  func refused() throws {
    let before = try cards()
    for (text, status, sentence) in [
      ("", 422, "Chưa chọn tệp"), (ItemTable.head + "\"a;b\n", 422, "Dấu ngoặc kép mở ở đây"),
      ("Mã câu\ncau-moi\n", 422, "thiếu cột"), (String(repeating: "a", count: 8 << 20) + "b", 413, "nhiều nhất 8 MB"),
    ] {
      try browser.bring(text)
      #expect(browser.status == status && browser.body.contains(sentence), "\(sentence): \(browser.body.prefix(2000))")
    }
    #expect(try box.store.drafts().isEmpty)
    #expect(try cards() == before)
  }

  @Test("no text of a file becomes markup or a formula")
  func foreignTexts() throws {
    let script = "<img src=x onerror=a()>"
    try browser.bring(
      ItemTable.head + ItemTable.row("cau-moi").replacing("Cúp máy", with: "=1+1"), named: "\(script).csv")
    #expect(!browser.body.contains(script) && browser.body.contains("&lt;img src=x"))
    try browser.get("/office/items/reports/\(browser.hidden("mark")).csv")
    #expect(browser.body.contains("cau-moi"))
    try browser.bring(ItemTable.head + ItemTable.row("cau-moi").replacing("Nhận cuộc", with: "=Nhận"))
    try browser.get("/office/items/reports/\(browser.hidden("mark")).csv")
    #expect(browser.body.contains("'=Nhận"))
  }

  @Test("a page of any number of items stays small, and the table to be taken out has them all")
  func manyItems() throws {
    let rows = (1...200).map {
      ItemTable.row("cau-\($0)").replacing(";nguyên tắc chung", with: $0 % 2 == 0 ? ";" : ";luật")
    }
    try browser.bring(ItemTable.head + rows.joined())
    #expect(browser.body.utf8.count < 40_000)
    try browser.get("/office/items/reports/\(browser.hidden("mark")).csv")
    #expect(browser.body.split(separator: "\r\n").count == 201)
    try browser.bring(ItemTable.head + rows.joined()).takeIn()
    #expect(browser.body.utf8.count < 40_000)
    #expect(try browser.get("/office/items/draft-pages/8").status == 200)
    #expect(try browser.get("/office/items/draft-pages/9").status == 404)
  }

  @Test("an export names what its format cannot hold, and comes as a file; so do the template and results")
  func takingOut() throws {
    try browser.get("/office/items/exports/csv")
    #expect(browser.body.contains("Dạng này chứa được mọi câu."))
    try browser.get("/office/items/exports/moodle-xml/file")
    #expect(browser.header("Content-Disposition") == "attachment; filename=\"cau-hoi-moodle-xml.xml\"")
    #expect(browser.body.contains("<quiz>"))
    #expect(try browser.get("/office/items/template.csv").body.contains("Mã câu;Dạng câu hỏi"))
    let hoa = Browser(box)
    try hoa.finish(right: 4)
    try browser.post("/office/items/results", [("from", ""), ("to", "")])
    #expect(browser.body.split(separator: "\n").count == 1)
    #expect(browser.body.contains("\"answers\":") && !browser.body.contains(World.dung.number))
    try browser.post("/office/items/results", [("from", "2031-01-01"), ("to", "")])
    #expect(browser.body.isEmpty)
    try browser.post("/office/items/results", [("from", "2026-02-30")])
    #expect(browser.status == 400)
  }
}
