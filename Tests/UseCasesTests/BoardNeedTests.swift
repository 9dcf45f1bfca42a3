import Assessment
import TestSupport
import Testing

@testable import UseCases

@Suite("Who on the board needs somebody")
struct BoardNeedTests {
  private let box: TestBox

  init() throws {
    box = try TestBox()
  }

  private func needs() throws -> [BoardNeed] { try box.kiosk.board().atScreens.map(\.need) }

  @Test(
    "slow is twice, stuck four times the person's own minutes shared out over the items",
    arguments: [
      (179_999, 1_800_000, 20, Pace.steady), (180_000, 1_800_000, 20, .slow), (359_999, 1_800_000, 20, .slow),
      (360_000, 1_800_000, 20, .stuck), (360_000, 3_600_000, 20, .slow), (719_999, 3_600_000, 20, .slow),
      (179_999, 1_800_000, 0, .steady), (180_000, 1_800_000, 0, .slow),
    ])
  func pace(still: Int, allowed: Int, items: Int, pace: Pace) {
    #expect(Pace(stillFor: still, allowed: allowed, items: items) == pace)
  }

  @Test("a call comes before a lost screen, that before one who is stuck or slow, then who is just sitting down")
  func order() throws {
    for number in 1...5 { try box.sit(number) }
    let (seated, seat) = try box.seatByLan(TestBox.card(9))
    box.clock.advance(seconds: 330)
    for number in [2, 3, 4, 5] { box.kiosk.notePresence(Int64(number), attempt: Int64(number)) }
    try box.answer(1, of: 4)
    box.clock.advance(seconds: 300)
    for number in [2, 3, 4, 5] { box.kiosk.notePresence(Int64(number), attempt: Int64(number)) }
    try box.kiosk.callForHelp(3, session: box.session(103))
    try box.answer(1, of: 5)
    _ = try box.kiosk.takeSeat(seat, session: box.session(9), device: nil, peer: "k")

    let board = try box.kiosk.board()
    #expect(board.calling.map(\.attempt) == [3])
    #expect(board.atScreens.map(\.attempt) == [1, 2, 4, seated, 5])
    #expect(board.atScreens.map(\.need) == [.isLost, .isStuck, .isSlow, .isSeated, .nothing])
  }

  @Test("of two who call, who called first stands first")
  func calls() throws {
    for number in 1...2 { try box.sit(number) }
    try box.kiosk.callForHelp(2, session: box.session(102))
    box.clock.advance(seconds: 5)
    try box.kiosk.callForHelp(1, session: box.session(101))
    #expect(try box.kiosk.board().calling.map(\.attempt) == [2, 1])
  }

  @Test("nobody is slow for having waited for a seat, or for a break that staff allowed")
  func freshStart() throws {
    let (id, seat) = try box.seatByLan()
    box.clock.advance(seconds: 3_000)
    _ = try box.kiosk.takeSeat(seat, session: box.session(1), device: nil, peer: "k")
    #expect(try needs() == [.isSeated])
    try box.kiosk.agree(to: 2, at: id, session: box.session(1))
    #expect(try needs() == [.nothing])
    try box.kiosk.pause(id, for: TestBox.Why.rest, turn: box.turn(id))
    box.clock.advance(seconds: 3_000)
    let paused = try #require(try box.kiosk.board().atScreens.first)
    #expect(paused.need == .isPaused && paused.since == World.morning(later: 3_000))
    try box.kiosk.addMinutes(5, to: id, for: TestBox.Why.power, turn: box.turn(id))
    #expect(try box.kiosk.board().atScreens.first?.since == World.morning(later: 3_000))
    try box.kiosk.resume(id, turn: box.turn(id))
    #expect(try needs() == [.nothing])
  }

  @Test("who was moved away waits with a seat number and is on no screen")
  func moved() throws {
    let id = try box.sit(1)
    let seat = try box.kiosk.move(id, for: TestBox.Why.power, turn: box.turn(id))
    let board = try box.kiosk.board()
    #expect(board.atScreens.isEmpty && board.waiting.map(\.seat) == [seat])
  }

  @Test("what was left open yesterday stands apart; what a clerk seated for a class does not")
  func leftOver() throws {
    let id = try box.sit(1)
    let (seated, _) = try box.seatByLan(TestBox.card(2))
    box.clock.advance(days: 1)
    let board = try box.kiosk.board()
    #expect(board.left.map(\.attempt) == [id] && board.waiting.map(\.attempt) == [seated])
    box.clock.advance(days: 8)
    #expect(try box.kiosk.board().left.map(\.attempt) == [seated, id])
  }

  @Test("passed without a slip is to be fetched, with an unprinted one to be printed, flagged to be decided about")
  func finished() throws {
    let printed = try box.finished(TestBox.card(1), session: box.session(1))
    _ = try box.kiosk.printAtDesk(1, for: nil, seen: 0, by: TestBox.lan)
    let unprinted = try box.finished(TestBox.card(2), session: box.session(2))
    let late = try box.atFirstItem(TestBox.card(3), session: box.session(3))
    try box.answerAll(late, right: 4)
    try box.kiosk.submit(box.record(late), confirmed: true, prepared: nil)
    let flagged = try box.finished(TestBox.card(4), session: box.session(4))
    try box.kiosk.recordHelp(.suggestedAnswer, in: flagged, by: TestBox.lan)
    let needs = Dictionary(
      uniqueKeysWithValues: try box.kiosk.board().finished.map { ($0.attempt, $0.need) })
    #expect(needs == [printed: .nothing, unprinted: .print, late: .issue, flagged: .decide])
    box.clock.advance(days: 1)
    #expect(Set(try box.kiosk.board().finished.map(\.attempt)) == [unprinted, flagged])
  }

  @Test("a look takes the same few statements for one person and for forty")
  func statements() throws {
    func count() throws -> Int {
      let before = box.store.statementsRun
      _ = try box.kiosk.board()
      return box.store.statementsRun - before
    }
    try box.sit(1)
    let one = try count()
    for number in 2...40 { try box.sit(number) }
    #expect(try count() == one && one <= 4)
  }
}

extension World {
  fileprivate static func morning(later seconds: Int64) -> Moment {
    Moment(milliseconds: morning.milliseconds + seconds * 1_000)
  }
}
