import Assessment
import TestSupport
import Testing
import UseCases

@testable import SQLiteStore
@testable import Web

@Suite("Seating at the desk, page by page")
struct DeskSeatingJourneyTests {
  private let box: TestBox
  private let lan: Browser

  init() throws {
    box = try TestBox()
    try box.hireOffice()
    lan = try Browser.lan(box)
  }

  private func fields(_ card: String = World.hoa, _ name: String = "Nguyễn Thị Hoa") -> [(String, String)] {
    [("card", card), ("name", name), ("audience", "nguoi-dan"), ("face", "yes")]
  }

  @Test("a scanned card, one button, and the seat number stands there large, without a name")
  func seats() throws {
    try lan.post("/desk/seating", [("card", World.hoa)])
    #expect(lan.status == 200 && lan.body.contains(SeatingWording.faceButton))
    #expect(try box.store.attempt(1) == nil)
    try lan.post("/desk/seatings", fields())
    #expect(lan.path == "/desk/attempts/1/ticket")
    let seat = try #require(try box.store.seatNumber(of: 1))
    #expect(lan.body.contains("<p class=\"number-big\">\(seat)</p>") && !lan.body.contains("Hoa"))
    #expect(try box.record(1).identity == .confirmedByStaff)
  }

  @Test("without the face check the card's own level stays")
  func withoutFace() throws {
    try lan.post("/desk/seatings", fields().dropLast())
    #expect(try box.record(1).identity == .cardString)
  }

  @Test("of a card only what is kept comes into a page")
  func keepsLittle() throws {
    let card = "004190999006|080999006|Hoàng Thị Sương|17041990|Nữ|Thôn 3, Bảo Lạc|20082024||Hoàng Văn Páo|Vi Thị Thắm|"
    try lan.post("/desk/seating", [("card", card)])
    for word in ["Bảo Lạc", "Páo", "Thắm", "080999006"] { #expect(!lan.body.contains(word)) }
  }

  @Test("keystrokes of Telex are offered as the name they stand for, beside what was read")
  func guesses() throws {
    try lan.post("/desk/seating", [("card", "008158999003||Nguyeexn Thij Hoa|02091958|Nuwx|Toor 5|15082021")])
    #expect(
      lan.body.contains("value=\"Nguyễn Thị Hoa\"") && lan.body.contains(SeatingWording.doubtful("Nguyeexn Thij Hoa")))
  }

  @Test("everything that was settled is kept with the attempt; what is counted without names is not")
  func settles() throws {
    let device = try box.enrol(2)
    let (hamlet, tag) = (try box.kiosk.addHamlet("Tổ 5"), try box.kiosk.addTag("Nông dân"))
    try lan.post(
      "/desk/seatings",
      fields() + [
        ("device", String(device)), ("hamlet", String(hamlet)), ("tag-\(tag)", "yes"), ("time", "200"),
        ("need-large-text", "yes"), ("need-rest-breaks", "yes"), ("tally-poor", "yes"),
      ])
    #expect(lan.body.contains(SeatingWording.invite(2)))
    let seating = try #require(try box.store.seating(of: 1))
    #expect(seating.hamlet == hamlet && seating.tags == [tag] && seating.accommodations.time == .double)
    #expect(seating.accommodations.needs == [.largeText, .restBreaks])
    #expect(try box.store.assignedDevice(of: 1) == device)
    let today = CivilDate(box.clock.now())
    #expect(try box.store.tallies(on: today) == [Tally(audience: SampleBank.audience, kind: .poor, count: 1)])
  }

  @Test("the same person twice is led to the seat that waits, and nothing is made or counted")
  func twice() throws {
    try lan.post("/desk/seatings", fields())
    let seat = try #require(try box.store.seatNumber(of: 1))
    try lan.post("/desk/seating", [("card", World.hoa)])
    #expect(
      lan.body.contains(SeatingWording.openWaiting(seat.description)) && !lan.body.contains(SeatingWording.faceButton))
    try lan.post("/desk/seatings", fields() + [("tally-poor", "yes")])
    #expect(lan.body.contains(SeatingWording.openWaiting(seat.description)))
    #expect(try box.store.attempt(2) == nil && box.store.tallies(on: CivilDate(box.clock.now())).isEmpty)
  }

  @Test("two clerks send two people to one device: the second is told, with everything typed and the free devices")
  func twoClerks() throws {
    let (first, second) = (try box.enrol(1), try box.enrol(2))
    let minh = try Browser.minh(box)
    try lan.post("/desk/seating", [("card", World.hoa)])
    try minh.post("/desk/seating", [("card", World.suong)])
    #expect(minh.body.contains("<option value=\"\(first)\" selected>"))
    try lan.post("/desk/seatings", fields() + [("device", String(first))])
    try minh.post(
      "/desk/seatings", fields(World.suong, "Hoàng Thị Sương") + [("device", String(first)), ("need-reader", "yes")])
    #expect(minh.status == 409 && minh.body.contains("Máy số 1 vừa có người") && minh.body.contains("Q-232"))
    #expect(
      minh.body.contains("name=\"need-reader\" value=\"yes\" checked")
        && !minh.body.contains("<option value=\"\(first)\""))
    // Nothing of the refused seating stays, not even the person.
    #expect(try box.store.person(with: #require(CitizenNumber("004190999006"))) == nil)
    try minh.post("/desk/seatings", fields(World.suong, "Hoàng Thị Sương") + [("device", String(second))])
    #expect(minh.path == "/desk/attempts/2/ticket")
  }

  @Test("under sixteen the guardian's block is open, and without one the page comes back with its sentence")
  func child() throws {
    try lan.post("/desk/seating", [("card", World.nam)])
    #expect(lan.body.contains(SeatingWording.guardianTitle))
    try lan.post("/desk/seatings", fields(World.nam, "Lê Văn Nam"))
    #expect(lan.status == 422 && lan.body.contains("Người dưới 16 tuổi cần người giám hộ"))
    try lan.post(
      "/desk/seatings", fields(World.nam, "Lê Văn Nam") + [("relation", "mother"), ("guardian", "Lê Thị Mai")])
    #expect(lan.path == "/desk/attempts/1/ticket")
  }

  @Test("a list entry that was retired meanwhile, a language there is none of, and no seat left have their sentences")
  func meanwhile() throws {
    let hamlet = try box.kiosk.addHamlet("Tổ 5")
    try box.kiosk.retireHamlet(hamlet)
    try lan.post("/desk/seatings", fields() + [("hamlet", String(hamlet))])
    #expect(lan.status == 422 && lan.body.contains("Thôn, tổ này không còn trong danh sách"))
    try lan.post("/desk/seatings", fields() + [("language", "en")])
    #expect(lan.status == 422 && lan.body.contains("Chưa có đề bằng ngôn ngữ này"))

    try box.fillAllSeats()
    try lan.post("/desk/seatings", fields())
    #expect(lan.status == 409 && lan.body.contains("Hết số chỗ") && lan.body.contains("value=\"Nguyễn Thị Hoa\""))
  }

  @Test("typed in a session that has ended, everything is there again after signing in, in words")
  func keepsTyped() throws {
    let token = lan.staffToken
    box.clock.advance(seconds: 13 * 3600)
    try lan.post("/desk/seatings", fields() + [("need-large-text", "yes"), ("tally-poor", "yes")], token: token)
    #expect(lan.status == 401 && lan.body.contains(StaffWording.keptWaits) && lan.body.contains("kept-need-large-text"))
    #expect(try box.store.attempt(1) == nil)
    try lan.signIn("lan")
    try lan.post("/desk/seatings", fields() + [("need-large-text", "yes"), ("tally-poor", "yes")], token: token)
    #expect(lan.body.contains(SeatingWording.need(.largeText)) && lan.body.contains(SeatingWording.tally(.poor)))
    #expect(lan.body.contains("<dd>có</dd>") && !lan.body.contains("<dd>yes</dd>"))
  }

  @Test("what does not agree must be looked at: only then the button seats")
  func disagreement() throws {
    let typed = [
      ("name", World.dung.name), ("birthYear", "1985"), ("number", World.dung.number), ("audience", "nguoi-dan"),
    ]
    try lan.post("/desk/seatings", typed)
    #expect(lan.status == 422 && lan.body.contains(StaffWording.unconfirmed))
    try lan.post("/desk/seatings", typed + [("confirmed", "yes")])
    #expect(lan.path == "/desk/attempts/1/ticket")
  }

  @Test("somebody without papers is seated, self-declared, and has no button for a face check")
  func walkIn() throws {
    let bySau = [("unnumbered", "yes"), ("name", "Bà Sáu"), ("birthYear", "1950"), ("sex", "female")]
    try lan.post("/desk/seating", bySau)
    #expect(lan.body.contains(SeatingWording.noPapers) && !lan.body.contains(SeatingWording.faceButton))
    try lan.post("/desk/seatings", bySau + [("audience", "nguoi-dan")])
    #expect(try box.record(1).identity == .selfDeclared && lan.path == "/desk/attempts/1/ticket")
  }

  @Test("a name that is none comes back to be mended, for a card and for what was typed")
  func badName() throws {
    try lan.post("/desk/seatings", fields(World.hoa, "Hoa 1"))
    #expect(lan.status == 422 && lan.body.contains("value=\"Hoa 1\""))
    try lan.post("/desk/seatings", [("name", "Hoa 1"), ("birthYear", "1958"), ("number", "008158999003")])
    #expect(lan.status == 422 && lan.body.contains("value=\"Hoa 1\"") && lan.body.contains("value=\"008158999003\""))
  }

  @Test("what this clerk seated last is chosen first, and a person's own last audience before that")
  func remembers() throws {
    try lan.post("/desk/seating", [("card", World.hoa)])
    #expect(lan.body.contains("value=\"nguoi-dan\" required checked"))
  }
}

@Suite("Classes, page by page")
struct ClassJourneyTests {
  private let box: TestBox
  private let lan: Browser
  private let fields = [("mode", "tested"), ("title", "Lớp chiều"), ("audience", "nguoi-dan")]
  private let list = "Họ và tên;Năm sinh;Số định danh\nNguyễn Thị Hoa;1958;008158999003\nLê Văn Nam;2012;008212999004\n"

  init() throws {
    box = try TestBox()
    try box.hireOffice()
    lan = try Browser.lan(box)
  }

  @Test("a file is looked at first, line by line; then those who can be are seated together")
  func seats() throws {
    try lan.upload("/desk/classes", fields, files: [("file", "lop.csv", Array(list.utf8))])
    #expect(lan.path == "/desk/classes/1" && lan.body.contains(ClassWording.ready(1, 2)))
    #expect(lan.body.contains(ClassWording.problem(.guardianNeeded)) && !lan.body.contains(ClassWording.seat))
    #expect(try box.store.attempt(1) == nil)
    try lan.post("/desk/classes/1/seats", [])
    let seat = try #require(try box.store.seatNumber(of: 1))
    #expect(lan.body.contains("<strong>\(seat)</strong>") && lan.body.contains("chờ vào máy"))
    try lan.get("/desk/classes/1/cards")
    #expect(lan.body.contains("N. T. Hoa") && !lan.body.contains("Nguyễn Thị Hoa"))
  }

  @Test("pasted lines are read as a file is")
  func pastes() throws {
    try lan.upload("/desk/classes", fields + [("list", list)], files: [("file", "", [])])
    #expect(lan.body.contains(ClassWording.ready(1, 2)))
  }

  @Test("nothing brought and nobody found come back with what was typed")
  func nothing() throws {
    try lan.upload("/desk/classes", fields)
    #expect(lan.status == 422 && lan.body.contains("value=\"Lớp chiều\""))
    try lan.upload("/desk/classes", fields + [("list", "Họ tên;Năm sinh\n")])
    #expect(lan.status == 422 && lan.body.contains("Trong danh sách không thấy ai") && lan.body.contains("Q-238"))
  }

  @Test("a form in parts without its token is refused, and one in the usual way is no upload")
  func token() throws {
    try lan.upload("/desk/classes", fields + [("list", list)], token: "00")
    #expect(lan.body.contains(StaffWording.keptTitle))
    #expect(try box.kiosk.classrooms().isEmpty)
    try lan.post("/desk/classes", fields)
    #expect(lan.status == 400)
  }

  @Test("a practice class opens practice on every device until it is closed")
  func practises() throws {
    try box.enrol(1)
    let tablet = Browser(box)
    tablet.setDevice(box.deviceToken(1))
    try tablet.get("/")
    #expect(tablet.body.contains(Wording.whoAreYou) && tablet.body.contains("data-state=\"free\""))
    try lan.upload("/desk/classes", [("mode", "practice"), ("title", "Tổ 5"), ("audience", "nguoi-dan")])
    #expect(try tablet.state(of: "/") == "\"class-1\"")
    try tablet.get("/")
    #expect(tablet.body.contains(SeatWording.practiceOpen("Tổ 5")))
    try tablet.post("/attempts", [("audience", "nguoi-dan"), ("mode", "practice")])
    #expect(tablet.path == "/attempts/1/items/1")
    #expect(try Browser(box).get("/").body.contains(Wording.whoAreYou))
    try lan.post("/desk/classes/1/closing", [])
    try tablet.post("/departure", [])
    #expect(try tablet.get("/").body.contains(Wording.whoAreYou))
  }
}

@Suite("Counts without names, page by page")
struct TalliesJourneyTests {
  @Test("one more, one less, and never below nothing")
  func counts() throws {
    let box = try TestBox()
    try box.hireOffice()
    let lan = try Browser.lan(box)
    let poor = [("audience", "nguoi-dan"), ("kind", "poor")]
    try lan.post("/desk/tallies", poor + [("step", "1")])
    #expect(lan.path == "/desk/tallies" && lan.body.contains("<span class=\"count\">1</span>"))
    for _ in 0..<2 { try lan.post("/desk/tallies", poor + [("step", "-1")]) }
    #expect(!lan.body.contains("<span class=\"count\">1</span>"))
    #expect(try lan.post("/desk/tallies", poor + [("step", "7")]).status == 400)
  }
}

extension TestBox {
  /// An open attempt at every seat number there is.
  fileprivate func fillAllSeats() throws {
    try store.database.execute(
      """
      WITH RECURSIVE seats(number) AS (SELECT 1000 UNION ALL SELECT number + 1 FROM seats WHERE number < 9999)
      INSERT INTO attempt (audience, mode, framework, blueprint, bank, notice, seed, allowed, seatNumber, beganAt, changedAt)
      SELECT f.audience, 'tested', f.framework, f.blueprint, f.bank, f.notice, 1, 60000, number, 1, 1 FROM seats, inForce f
      """)
  }
}
