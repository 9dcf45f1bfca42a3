import Assessment
import TestSupport
import Testing

@testable import UseCases

@Suite("A wall clock is believed until something speaks against it")
struct ClockTests {
  private let day: Int64 = 86_400_000
  private let morning = World.morning.milliseconds
  private let made = CivilDate(year: 2026, month: 11, day: 20)

  private func ledger(lastEvent: Int64?, wall: Int64, entry: ClockEntry? = nil) -> ClockLedger {
    var ledger = ClockLedger(made: made)
    ledger.open(entry, lastEvent: lastEvent.map(Moment.init(milliseconds:)), wall: wall, steady: 0)
    return ledger
  }

  @Test(
    "at the start: ten years or a day back, and long after the last entry, it is doubted; a day ahead is a day off",
    arguments: [
      (-3_650, ClockDoubt.beforeRelease), (-1, .beforeLastEvent), (0, nil), (1, nil), (3_650, .longSilence),
    ] as [(Int64, ClockDoubt?)])
  func atTheStart(days: Int64, doubt: ClockDoubt?) {
    let last = morning + 30 * day
    var ledger = ledger(lastEvent: last, wall: last + days * day)
    #expect(ledger.look(wall: last + days * day, steady: 0) == doubt)
  }

  @Test(
    "while it runs every jump is seen, and a jump back to the right time ends the doubt", arguments: [-1, 1, 3_650])
  func whileRunning(days: Int64) {
    let start = morning + 30 * day
    var ledger = ledger(lastEvent: start, wall: start)
    #expect(ledger.look(wall: start + 60_000, steady: 60_000) == nil)
    #expect(ledger.look(wall: start + 70_000 + days * day, steady: 70_000) == .jumped)
    #expect(ledger.look(wall: start + 80_000, steady: 80_000) == nil)
  }

  @Test("a jump that nobody settled is still doubted after a restart, and settling ends it")
  func survivesRestart() {
    let wall = morning + 400 * day
    let entry = ClockEntry(
      at: Moment(milliseconds: wall), doubt: .jumped, trusted: World.morning, shift: 0)
    var ledger = ledger(lastEvent: wall, wall: wall, entry: entry)
    #expect(ledger.look(wall: wall + 1_000, steady: 1_000) == .jumped)
    ledger.settle(shift: -400 * day, wall: wall, steady: 2_000)
    #expect(ledger.look(wall: wall + 1_000, steady: 3_000) == nil)
    #expect(ledger.shift == -400 * day)
  }

  @Test(
    "while the clock is doubted the test goes on and the slip waits; it is issued once the desk has settled the date")
  func slipWaits() throws {
    let box = try TestBox()
    box.clockWatch.begin(.jumped)
    let session = try box.session(1)
    let id = try box.seatHoa(session: session)
    try box.answerAll(id, right: 4)
    try box.kiosk.submit(box.record(id), confirmed: true, prepared: box.kiosk.prepareSlip(for: box.record(id)))
    #expect(try box.store.slip(of: id) == nil)
    #expect(throws: UseCaseError.clockBehind) {
      try box.kiosk.issueSlip(for: box.record(id), prepared: box.kiosk.prepareSlip(for: box.record(id)))
    }
    try box.hireOffice()
    let right = Moment(milliseconds: morning + day)
    try box.kiosk.settleClock(.wrong(now: right), by: TestBox.lan)
    #expect(box.clock.now().milliseconds - right.milliseconds < 1_000)
    #expect(try box.store.lastClockEntry()?.shift == day)
    let slip = try box.kiosk.issueSlip(for: box.record(id), prepared: box.kiosk.prepareSlip(for: box.record(id)))
    #expect(CivilDate(slip.issuedAt) == CivilDate(right))
  }

  @Test("a doubt is written down once, and so is its end")
  func isNoted() throws {
    let box = try TestBox()
    box.clockWatch.begin(.jumped)
    try box.kiosk.noteClock()
    try box.kiosk.noteClock()
    #expect(try box.store.lastClockEntry()?.doubt == .jumped)
    box.clockWatch.settle(shift: 0)
    try box.kiosk.noteClock()
    #expect(try box.store.lastClockEntry()?.doubt == nil)
  }

  @Test("with little room nothing new begins, at the kiosk or at the desk, and what has begun goes on")
  func roomForWhatHasBegun() throws {
    let box = try TestBox()
    let session = try box.session(1)
    let id = try box.seatHoa(session: session)
    box.watch.fill()
    #expect(throws: UseCaseError.diskTight) {
      try box.kiosk.beginPractice(for: SampleBank.audience, session: box.session(2))
    }
    try box.answerAll(id, right: 4)
    try box.kiosk.submit(box.record(id), confirmed: true, prepared: nil)
    #expect(try box.record(id).attempt.state == .submitted)
  }
}
