import Assessment
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("The board")
struct BoardJourneyTests {
  private let box: TestBox
  private let lan: Browser

  init() throws {
    box = try TestBox()
    try box.hireOffice()
    lan = try Browser.lan(box)
  }

  /// Whether words stand on the page in this order.
  private func reads(_ words: String...) -> Bool {
    var rest = Substring(lan.body)
    for word in words {
      guard let end = rest.split(separator: word, maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first
      else { return false }
      rest = end
    }
    return true
  }

  @Test("who calls stands first, then who is lost, then who does well")
  func order() throws {
    for number in 1...3 { try box.sit(number) }
    box.clock.advance(seconds: 120)
    for number in 1...2 { box.kiosk.notePresence(Int64(number), attempt: Int64(number)) }
    try box.kiosk.callForHelp(2, session: box.session(102))
    try lan.get("/desk")
    #expect(reads(BoardWording.calling, "Máy 2", BoardWording.go, BoardWording.atScreens, "Máy 3", "Mất liên lạc"))
    #expect(reads("Mất liên lạc", "Trần Văn Dũng"))
  }

  @Test("an unchanged board is told without a body, a changed one comes whole with another tag")
  func tags() throws {
    try box.sit(1)
    try lan.get("/desk/board")
    let tag = try #require(lan.header("ETag"))
    #expect(try lan.get("/desk/board", unless: tag).status == 304 && lan.body.isEmpty)
    try box.kiosk.callForHelp(1, session: box.session(101))
    #expect(try lan.get("/desk/board", unless: tag).status == 200 && lan.body.contains(BoardWording.calling))
    #expect(lan.header("ETag") != tag)
  }

  @Test("the page begins with the tag of what it shows, so that the first look costs nothing")
  func firstTag() throws {
    try box.sit(1)
    let page = try lan.get("/desk").body
    let tag = try #require(lan.get("/desk/board").header("ETag"))
    #expect(page.contains(lan.body))
    #expect(page.contains("data-tag=\"&quot;\(tag.dropFirst().dropLast())&quot;\""))
  }

  @Test("looking at the board keeps nobody signed in", arguments: ["/desk", "/desk/board"])
  func keepsNobody(path: String) throws {
    for _ in 1...4 {
      #expect(try lan.get(path).status == 200)
      box.clock.advance(seconds: 299)
    }
    box.clock.advance(seconds: 10)
    #expect(try lan.get(path).status == 401)
  }

  @Test("names are shown to whoever is signed in, and to nobody else", arguments: ["/desk", "/desk/board"])
  func access(path: String) throws {
    try box.sit(1)
    let stranger = try Browser(box, door: .office).get(path)
    #expect(stranger.status == 401 && !stranger.body.contains("Trần Văn Dũng"))
    let minh = try Browser.minh(box).get(path)
    #expect(minh.status == 200 && minh.body.contains("Trần Văn Dũng"))
  }

  @Test("letting somebody go on leads back to the board, going to somebody to their page")
  func buttons() throws {
    try box.sit(1)
    try box.kiosk.pause(1, for: TestBox.Why.rest, turn: box.turn(1))
    try lan.post("/desk/attempts/1/resumption", [("seen", "2"), ("from", "board")])
    #expect(lan.path == "/desk" && lan.status == 200)
    #expect(try box.record(1).attempt.state == .inProgress)
    try box.kiosk.callForHelp(1, session: box.session(101))
    try lan.post("/desk/attempts/1/help-answer", [("seen", "3"), ("from", "attempt")])
    #expect(lan.path == "/desk/attempts/1" && lan.body.contains("Đã ghi: đến chỗ người gọi"))
  }

  @Test("a slip is offered to be printed, fetched where nobody asked for it, and told where an officer must decide")
  func finished() throws {
    _ = try box.finished(TestBox.card(1), session: box.session(1))
    let late = try box.atFirstItem(TestBox.card(2), session: box.session(2))
    try box.answerAll(late, right: 4)
    try box.kiosk.submit(box.record(late), confirmed: true, prepared: nil)
    try lan.get("/desk")
    #expect(
      reads(BoardWording.finished, BoardWording.toPrint, "/desk/slips/1", BoardWording.toIssue, BoardWording.issue))
    try lan.post("/desk/attempts/2/slip", [])
    #expect(lan.path == "/desk/slips/2")
    #expect(try box.store.slip(of: late)?.serial == 2)
  }

  @Test("a page without scripts comes again by itself")
  func refreshes() throws {
    #expect(try lan.get("/desk").body.contains("<noscript><meta http-equiv=\"refresh\" content=\"15\"></noscript>"))
  }
}
