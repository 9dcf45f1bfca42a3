import Assessment
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("A seat that waits at a kiosk")
struct SeatAtKioskJourneyTests {
  private let box: TestBox
  private let kiosk: Browser

  init() throws {
    box = try TestBox()
    kiosk = Browser(box)
    kiosk.setDevice(box.deviceToken(2))
  }

  private func seat(_ needs: Set<Need> = [], at device: Device.ID?) throws -> SeatNumber {
    let request = SeatRequest(
      candidate: try box.kiosk.readCard(World.hoa).candidate(), audience: SampleBank.audience, isFaceCompared: true,
      accommodations: Accommodations(time: .usual, needs: needs), device: device)
    guard case .seated(_, let seat) = try box.kiosk.seatByClerk(request, by: TestBox.lan) else {
      throw TestBox.Unexpected()
    }
    return seat
  }

  @Test("two taps lead from the number on the screen to the first question, with a yes in between")
  func twoTaps() throws {
    let seat = try seat(at: box.enrol(2))
    try kiosk.get("/")
    #expect(kiosk.body.contains(SeatWording.invited(seat.description)) && !kiosk.body.contains("Hoa"))
    try kiosk.post("/seats", [("seat", seat.description)])
    #expect(kiosk.path == "/attempts/1/consent")
    #expect(kiosk.body.contains("N. T. Hoa") && kiosk.body.contains("003") && !kiosk.body.contains("Nguyễn Thị Hoa"))
    #expect(!kiosk.body.contains("nên làm gì"))
    try kiosk.post("/attempts/1/consent", [("notice", "2"), ("answer", "agree")])
    #expect(kiosk.path == "/attempts/1/warm-ups/1" && kiosk.body.contains("nên làm gì"))
  }

  @Test("the first page changes its state by itself when somebody is asked there, and back")
  func waits() throws {
    let device = try box.enrol(2)
    try kiosk.get("/")
    #expect(try kiosk.state(of: "/") == "\"free\"")
    let seat = try seat(at: device)
    #expect(try kiosk.state(of: "/") == "\"seat-\(seat)\"")
    _ = try box.kiosk.takeSeat(seat, session: box.session(9), device: nil, peer: "a")
    #expect(try kiosk.state(of: "/") == "\"free\"")
  }

  @Test("who declines has no test, and is offered practice")
  func declines() throws {
    let seat = try seat(at: nil)
    try kiosk.get("/seats")
    try kiosk.post("/seats", [("seat", " \(seat) ")])
    try kiosk.post("/attempts/1/consent", [("notice", "2"), ("answer", "decline")])
    #expect(kiosk.path == "/audiences/nguoi-dan")
    #expect(try box.record(1).attempt.state == .voided && box.store.rows(of: 1).isEmpty)
  }

  @Test("silence, a word of somebody's own and an old notice are no consent")
  func onlyTheButton() throws {
    let seat = try seat(at: nil)
    try kiosk.get("/seats")
    try kiosk.post("/seats", [("seat", seat.description)])
    #expect(try kiosk.post("/attempts/1/consent", [("notice", "2")]).status == 400)
    #expect(try kiosk.post("/attempts/1/consent", [("notice", "2"), ("answer", "yes")]).status == 400)
    #expect(try kiosk.post("/attempts/1/consent", [("notice", "1"), ("answer", "agree")]).status == 409)
    #expect(try box.record(1).attempt.state == .seating)
  }

  @Test("“not me” leaves the seat to its person, and the kiosk clean")
  func notMe() throws {
    let seat = try seat(at: box.enrol(2))
    try kiosk.get("/")
    try kiosk.post("/seats", [("seat", seat.description)])
    #expect(try kiosk.get("/").path == "/attempts/1/consent")
    try kiosk.post("/departure", [])
    #expect(kiosk.path == "/" && kiosk.body.contains(SeatWording.invited(seat.description)))
    #expect(try kiosk.get("/attempts/1/consent").status == 403)
  }

  @Test("a number that is none, one of somebody else's screen, and too many tries have their sentences")
  func refusals() throws {
    let seat = try seat(at: nil)
    let stranger = Browser(box)
    try stranger.get("/seats")
    #expect(try stranger.post("/seats", [("seat", "48")]).body.contains(SeatWording.seatDigits))
    try kiosk.get("/seats")
    try kiosk.post("/seats", [("seat", seat.description)])
    try stranger.post("/seats", [("seat", seat.description)])
    #expect(stranger.status == 409 && stranger.body.contains("đang mở ở máy khác"))
    for _ in 0..<LookupLedger.burst { try stranger.post("/seats", [("seat", "1000")]) }
    #expect(stranger.status == 429 && stranger.body.contains("Chờ 6 giây"))
  }

  @Test("a double tap on “I agree” and on the seat's button leads on")
  func doubleTap() throws {
    let seat = try seat(at: nil)
    try kiosk.get("/seats")
    for _ in 0..<2 { try kiosk.post("/seats", [("seat", seat.description)]) }
    for _ in 0..<2 { try kiosk.post("/attempts/1/consent", [("notice", "2"), ("answer", "agree")]) }
    #expect(kiosk.path == "/attempts/1/warm-ups/1")
  }

  @Test("on the office's network an enrolled tablet is a kiosk, any other browser only the front page")
  func tablet() throws {
    let seat = try seat(at: box.enrol(2))
    let tablet = Browser(box, door: .office)
    #expect(try !tablet.get("/").body.contains(SeatWording.haveSeat))
    tablet.setDevice(box.deviceToken(2))
    #expect(try tablet.get("/").body.contains(SeatWording.invited(seat.description)))
    try tablet.post("/seats", [("seat", seat.description)])
    #expect(tablet.path == "/attempts/1/consent")
  }

  @Test("where the office wants it, no test begins without the desk; practice does")
  func deskOnly() throws {
    let browser = Browser(try TestBox(seatsThemselves: false))
    try browser.get("/audiences/nguoi-dan")
    #expect(browser.body.contains(SeatWording.deskTitle) && !browser.body.contains(Wording.testedButton))
    #expect(try browser.get("/audiences/nguoi-dan/notice").path == "/audiences/nguoi-dan")
    try browser.post(
      "/attempts", [("audience", "nguoi-dan"), ("mode", "tested"), ("notice", "2"), ("consent", "given")])
    #expect(browser.status == 409 && browser.body.contains("Mời đến quầy nhận số chỗ"))
    try browser.post("/attempts", [("audience", "nguoi-dan"), ("mode", "practice")])
    #expect(browser.path == "/attempts/1/items/1")
  }
}

@Suite("What was granted at the desk, at the kiosk")
struct AccommodationsAtKioskTests {
  private let box: TestBox
  private let kiosk: Browser

  init() throws {
    box = try TestBox()
    kiosk = Browser(box)
  }

  private func begin(_ needs: Set<Need>) throws {
    let (_, seat) = try box.seatByLan(accommodations: Accommodations(time: .usual, needs: needs))
    try kiosk.get("/seats")
    try kiosk.post("/seats", [("seat", seat.description)])
    try kiosk.post("/attempts/1/consent", [("notice", "2"), ("answer", "agree")])
    for number in 1...2 {
      try kiosk.respond("warm-up", number, option: "a")
      try kiosk.respond("warm-up", number)
    }
  }

  @Test("large text and reading aloud stand on every page of the attempt, and on no other")
  func needs() throws {
    try begin([.largeText, .readAloud])
    #expect(kiosk.body.contains("<html lang=\"vi\" class=\"large-text\" data-read-aloud=\"yes\">"))
    #expect(!kiosk.body.contains(SeatWording.rest))
    #expect(try kiosk.get("/attempts/1/review").body.contains("class=\"large-text\""))
    #expect(try !kiosk.get("/").body.contains("large-text"))
  }

  @Test("a rest keeps what was chosen, stops the clock, and ends with one button")
  func rests() throws {
    try begin([.restBreaks])
    box.clock.advance(seconds: 20)
    try kiosk.respond("scored", 1, option: "a", go: "rest")
    #expect(kiosk.path == "/attempts/1/pause" && kiosk.body.contains(SeatWording.restOver))
    #expect(try box.store.rows(of: 1).contains { $0.place == FormPlace(.scored, 1) && $0.response == "a" })
    box.clock.advance(seconds: 900)
    try kiosk.post("/attempts/1/pause", [])
    #expect(kiosk.path == "/attempts/1/items/1" && kiosk.body.contains("checked"))
    #expect(try box.record(1).attempt.spent == 20_000)
  }

  @Test("a pause of staff has no such button, and its page notices when they let it go on")
  func staffPause() throws {
    try begin([.restBreaks])
    try box.kiosk.pause(1, for: TestBox.Why.power, turn: box.turn(1))
    try kiosk.get("/attempts/1")
    #expect(kiosk.path == "/attempts/1/pause" && !kiosk.body.contains(SeatWording.restOver))
    #expect(try kiosk.post("/attempts/1/pause", []).status == 409)
    #expect(try kiosk.state(of: "/attempts/1/pause") == "\"paused\"")
    try box.kiosk.resume(1, turn: box.turn(1))
    #expect(try kiosk.state(of: "/attempts/1/pause") == nil)
    #expect(try kiosk.get("/attempts/1/pause").path == "/attempts/1/items/1")
  }

  @Test("whoever may not rest has no button, and the word alone does nothing")
  func notGranted() throws {
    try begin([])
    #expect(!kiosk.body.contains(SeatWording.rest))
    #expect(try kiosk.respond("scored", 1, go: "rest").status == 409)
    #expect(try box.record(1).attempt.state == .inProgress)
  }
}
