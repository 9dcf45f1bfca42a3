import Assessment
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("One attempt in the hands of the desk")
struct DeskAttemptJourneyTests {
  private let box: TestBox
  private let lan: Browser
  private let id: Attempt.ID

  init() throws {
    box = try TestBox()
    try box.hireOffice()
    lan = try Browser.lan(box)
    id = try box.sit(1)
  }

  private func act(_ browser: Browser, _ act: DeskRoute.Act, seen: Int, _ fields: (String, String)...) throws {
    try browser.post("/desk/attempts/1/\(act.rawValue)", [("seen", "\(seen)")] + fields)
  }

  @Test("the page has the person in full but of the number only its end")
  func person() throws {
    try lan.get("/desk/attempts/1")
    #expect(lan.body.contains("Trần Văn Dũng") && lan.body.contains("… 101") && !lan.body.contains("008158999101"))
  }

  @Test("pause, minutes and going on are done in turn, each told afterwards with who did it and why")
  func actsInTurn() throws {
    try act(lan, .pause, seen: 1, ("reason", "nghi"))
    #expect(lan.path == "/desk/attempts/1" && lan.body.contains("Đã ghi: tạm dừng (Nghỉ giải lao)."))
    try act(lan, .minutes, seen: 2, ("reason", "mat-dien"), ("minutes", "10"))
    try act(lan, .minutes, seen: 3, ("reason", "mat-dien"), ("minutes", "other"), ("other", "7"))
    try act(lan, .resumption, seen: 4)
    #expect(try box.record(id).attempt.allowed == 600_000 + 17 * 60_000)
    let log = try #require(lan.body.split(separator: "<ol class=\"log\">").last)
    for deed in ["mời vào máy", "tạm dừng (Nghỉ giải lao)", "thêm 10 phút (Mất điện)", "thêm 7 phút", "cho làm tiếp"] {
      #expect(log.contains("<b>Chị Lan</b>: \(deed)"), "\(deed)")
    }
  }

  @Test("what is just done is told for half a minute, and to nobody else")
  func justDone() throws {
    try act(lan, .pause, seen: 1, ("reason", "nghi"))
    #expect(try !Browser.minh(box).get("/desk/attempts/1").body.contains("Đã ghi:"))
    box.clock.advance(seconds: 30)
    #expect(try !lan.get("/desk/attempts/1").body.contains("Đã ghi:"))
  }

  @Test("two clerks at one attempt: the second reads what the first did, keeps the choice, and may press again")
  func twoClerks() throws {
    let minh = try Browser.minh(box)
    try act(minh, .minutes, seen: 1, ("reason", "mat-dien"), ("minutes", "15"))
    try act(lan, .pause, seen: 1, ("reason", "nghi"))
    #expect(lan.status == 409)
    #expect(lan.body.contains("Ông Minh đã thêm 15 phút (Mất điện) lúc 09:00"))
    #expect(lan.body.contains("<option value=\"nghi\" selected>"))
    #expect(lan.body.contains("name=\"seen\" value=\"2\""))
    #expect(try box.record(id).attempt.state == .inProgress)
    try act(lan, .pause, seen: 2, ("reason", "nghi"))
    #expect(try box.record(id).attempt.state == .paused)
  }

  @Test("the second half of a double click is no act of somebody else, and is not done again")
  func doubleClick() throws {
    for _ in 1...2 { try act(lan, .minutes, seen: 1, ("reason", "mat-dien"), ("minutes", "5")) }
    #expect(lan.status == 200 && lan.path == "/desk/attempts/1")
    #expect(try box.record(id).attempt.allowed == 900_000)
    box.clock.advance(seconds: 6)
    try act(lan, .minutes, seen: 1, ("reason", "mat-dien"), ("minutes", "5"))
    #expect(lan.status == 409)
  }

  @Test(
    "an act without its reason is refused with a sentence, and nothing is done",
    arguments: [(DeskRoute.Act.pause, ""), (.move, "nghi"), (.end, "lam-ho"), (.voidance, "mat-dien"), (.pause, "x")])
  func reasons(wanted: DeskRoute.Act, reason: String) throws {
    let before = try box.store.acts(on: id, after: 0)
    try act(lan, wanted, seen: 1, ("reason", reason), ("confirmed", "yes"))
    #expect(lan.status == 422 && lan.body.contains("class=\"faults\""))
    #expect(try box.store.acts(on: id, after: 0) == before)
  }

  @Test(
    "minutes out of bounds are refused with the bounds, and stay in the field", arguments: ["0", "61", "nhiều", ""])
  func minutes(text: String) throws {
    try act(lan, .minutes, seen: 1, ("reason", "mat-dien"), ("minutes", "other"), ("other", text))
    #expect(lan.status == 409 && lan.body.contains(DeskAttemptWording.minutesOutOfBounds))
    #expect(lan.body.contains("value=\"\(text)\""))
  }

  @Test("each list holds the reasons of its act only, in two levels")
  func lists() throws {
    try lan.get("/desk/attempts/1")
    let list = try #require(
      lan.body.split(separator: "<select id=\"reason-pause\"").last?.split(separator: "</select>").first)
    #expect(list.contains("<optgroup label=\"Sức khỏe\">") && list.contains("nghi") && !list.contains("lam-ho"))
  }

  @Test("a move shows the number for the next screen, and the old one shows nothing more")
  func moves() throws {
    try act(lan, .move, seen: 1, ("reason", "mat-dien"))
    #expect(lan.path == "/desk/attempts/1/ticket")
    #expect(try !box.store.isBound(id))
    try lan.get("/desk/attempts/1")
    #expect(lan.body.contains(DeskAttemptWording.moving) && lan.body.contains(DeskAttemptWording.ticket))
  }

  @Test("ending and voiding are asked once more; nothing is done before")
  func asksOnceMore() throws {
    try act(lan, .end, seen: 1, ("reason", "mat-dien"))
    #expect(lan.status == 200 && lan.body.contains("Cho nộp bài ngay?"))
    try act(lan, .voidance, seen: 1, ("reason", "lam-ho"))
    #expect(lan.body.contains("Hủy lượt này?") && lan.body.contains("Có người làm hộ"))
    #expect(try box.record(id).attempt.state == .inProgress)
    try act(lan, .voidance, seen: 1, ("reason", "lam-ho"), ("confirmed", "yes"))
    #expect(try box.record(id).attempt.state == .voided)
    #expect(lan.body.contains(DeskAttemptWording.voided))
  }

  @Test("whoever is ended having passed has the slip at once")
  func ends() throws {
    try box.answerAll(id, right: 4)
    try act(lan, .end, seen: 1, ("reason", "mat-dien"), ("confirmed", "yes"))
    #expect(lan.body.contains("Đạt, 4/4 điểm") && lan.body.contains("số 1, chưa in"))
  }

  @Test("help is one tap, and stands in the log with its place and its helper")
  func help() throws {
    try act(lan, .help, seen: 1, ("kind", "read-aloud"))
    #expect(lan.body.contains("<b>Chị Lan</b>: Đọc to, ở câu 1"))
    try act(lan, .help, seen: 1, ("kind", "whistled"))
    #expect(lan.status == 400)
  }

  @Test("help that is not allowed: the slip waits, a clerk cannot decide, an officer does, and the slip is there")
  func decision() throws {
    try act(lan, .help, seen: 1, ("kind", "suggested-answer"))
    #expect(lan.body.contains(DeskAttemptWording.decisionElse) && !lan.body.contains(DeskAttemptWording.decide))
    try box.answerAll(id, right: 4)
    try box.kiosk.submit(box.record(id), confirmed: true, prepared: box.kiosk.prepareSlip(for: box.record(id)))
    #expect(try box.store.slip(of: id) == nil)
    try act(lan, .decision, seen: 1, ("kind", "counts"), ("reason", "lam-ho"))
    #expect(lan.status == 403)

    let minh = try Browser.minh(box)
    #expect(try minh.get("/desk").body.contains(BoardWording.decide))
    try act(minh, .decision, seen: 1, ("kind", "counts"), ("reason", "lam-ho"))
    #expect(minh.status == 200 && minh.body.contains("quyết định về phiếu: Kết quả vẫn tính"))
    #expect(try box.store.slip(of: id) != nil)
    #expect(try lan.get("/desk").body.contains(BoardWording.toPrint))
  }

  @Test("an officer who decides without a word or a reason is asked for it")
  func halfDecision() throws {
    try act(lan, .help, seen: 1, ("kind", "suggested-answer"))
    let minh = try Browser.minh(box)
    try act(minh, .decision, seen: 1, ("kind", "counts"), ("reason", ""))
    #expect(minh.status == 422 && minh.body.contains("value=\"counts\" required checked"))
  }

  @Test("the second clerk to answer a call is told that nobody calls any more")
  func answers() throws {
    try box.kiosk.callForHelp(id, session: box.session(101))
    #expect(try lan.get("/desk/attempts/1").body.contains("Đang gọi giúp từ 09:00"))
    try act(Browser.minh(box), .helpAnswer, seen: 1)
    try act(lan, .helpAnswer, seen: 1)
    #expect(lan.status == 409 && lan.body.contains("không còn gọi nữa"))
  }

  @Test("what was chosen when the session ended is offered again after signing in")
  func keeps() throws {
    let token = lan.staffToken
    box.clock.advance(seconds: 13 * 3_600)
    try lan.post("/desk/attempts/1/pause", [("seen", "1"), ("reason", "nghi")], token: token)
    #expect(lan.status == 401 && lan.body.contains("name=\"kept-reason\" value=\"nghi\""))
  }

  @Test("practice, unknown attempts and other doors have no such page")
  func elsewhere() throws {
    _ = try box.kiosk.beginPractice(for: SampleBank.audience, session: box.session(9))
    #expect(try lan.get("/desk/attempts/2").status == 409)
    #expect(try lan.get("/desk/attempts/99").status == 404)
    #expect(try lan.post("/desk/attempts/99/pause", [("seen", "0"), ("reason", "nghi")]).status == 404)
    #expect(try Browser(box).get("/desk/attempts/1").status == 404)
  }
}
