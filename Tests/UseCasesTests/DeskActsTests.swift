import Assessment
import TestSupport
import Testing
import UseCases

@Suite("What a clerk does to a running attempt")
struct DeskActsTests {
  private let box: TestBox
  private let (one, two): (SessionID, SessionID)
  private let id: Attempt.ID
  private typealias Why = TestBox.Why

  init() throws {
    box = try TestBox()
    (one, two) = (try box.session(1), try box.session(2))
    id = try box.atFirstItem(session: one)
  }

  private var kiosk: Kiosk { box.kiosk }
  private func item(_ number: Int) -> FormPlace { FormPlace(.scored, number) }

  private func answer(_ number: Int) throws {
    _ = try kiosk.recordResponse(
      SampleBank.page(SampleBank.key), isMarked: false, at: item(number), step: .next, of: box.record(id))
  }

  @Test("in a pause nothing is shown and nothing is taken; afterwards the same item is back with the same time")
  func pause() throws {
    _ = try kiosk.show(item(1), of: box.record(id))
    box.clock.advance(seconds: 20)
    try kiosk.pause(id, for: Why.rest, turn: box.turn(id))
    #expect(throws: AssessmentError.notInProgress(state: .paused)) { try kiosk.show(item(1), of: box.record(id)) }
    #expect(throws: AssessmentError.notInProgress(state: .paused)) { try answer(1) }
    #expect(throws: AssessmentError.notInProgress(state: .paused)) {
      try kiosk.submit(box.record(id), confirmed: true, prepared: nil)
    }
    #expect(throws: AssessmentError.notInProgress(state: .paused)) { try kiosk.review(box.record(id)) }
    box.clock.advance(seconds: 3_600)
    try kiosk.resume(id, turn: box.turn(id))

    let view = try kiosk.show(item(1), of: box.record(id))
    #expect(view.remaining == 580_000)
    #expect(try box.record(id).attempt.spent == 20_000)
  }

  @Test("a paused attempt is still the person's own, and found by card")
  func pausedIsFound() throws {
    try kiosk.pause(id, for: Why.rest, turn: box.turn(id))
    #expect(try kiosk.unfinished(of: one)?.attempt.id == id)
    #expect(try box.seatHoa(session: two) == id)
  }

  @Test("minutes are added to what was allowed, and stand in the time left at once")
  func minutes() throws {
    try kiosk.addMinutes(7, to: id, for: Why.power, turn: box.turn(id))
    #expect(try box.record(id).attempt.allowed == 1_020_000)
    #expect(try kiosk.show(item(1), of: box.record(id)).remaining == 1_020_000)
    #expect(throws: AssessmentError.minutesOutOfBounds(61)) {
      try kiosk.addMinutes(61, to: id, for: Why.power, turn: box.turn(id))
    }
  }

  @Test("a move parts the old screen, keeps answers and place, and the number works on another screen")
  func move() throws {
    try answer(1)
    let device = try kiosk.enrolDevice(number: 2, name: "Máy 2", token: [UInt8](repeating: 3, count: 16), by: 1)
    let seat = try kiosk.move(id, for: Why.power, turn: box.turn(id))
    #expect(throws: UseCaseError.foreignAttempt(id)) { try kiosk.attempt(id, of: one) }
    let record = try kiosk.takeSeat(seat, session: two, device: device, peer: "tablet")
    #expect(record.attempt.place == item(2))
    #expect(try box.store.row(at: item(1), of: id)?.response == SampleBank.key.text)
    #expect(throws: UseCaseError.desk(.seatTaken(seat))) {
      try kiosk.takeSeat(seat, session: one, device: nil, peer: "kiosk")
    }
  }

  @Test("time on a screen that died is given to the person")
  func deadScreen() throws {
    _ = try kiosk.show(item(1), of: box.record(id))
    box.clock.advance(seconds: 150)
    _ = try kiosk.move(id, for: Why.power, turn: box.turn(id))
    #expect(try box.record(id).attempt.spent == 0)
    #expect(kiosk.servings.peek(id, at: box.clock.monotonic()) == 0)
  }

  @Test("who sat down without a clerk gets a number by being moved")
  func moveSelfSeated() throws {
    let card = "008158999777||Nguyễn Thị Hai|02091958|Nữ|Tổ 5|15082021"
    let begun = try kiosk.beginTested(for: SampleBank.audience, noticeVersion: 2, session: two)
    let own = try kiosk.seat(kiosk.candidate(from: .card(card)), at: begun, isConfirmed: true, session: two)
    let seat = try kiosk.move(own, for: Why.power, turn: DeskTurn(1, seen: 0))
    #expect(try kiosk.takeSeat(seat, session: one, device: nil, peer: "k").attempt.id == own)
  }

  @Test("staff end an attempt: what is answered is judged, and an earned slip is issued")
  func end() throws {
    try box.answerAll(id, right: 4)
    try kiosk.pause(id, for: Why.rest, turn: box.turn(id))
    try kiosk.endByStaff(
      id, for: Why.power, turn: box.turn(id), prepared: kiosk.prepareSlip(for: box.record(id)))
    let record = try box.record(id)
    #expect(record.attempt.state == .submitted && record.attempt.ending == .staff)
    #expect(try kiosk.result(of: record).outcome.right == 4)
    #expect(try box.store.slip(of: id) != nil)
  }

  @Test("an attempt that cannot be ended yet goes on with the time it had")
  func endTooEarly() throws {
    let other = try box.seatByLan(TestBox.card(9)).id
    let seat = try #require(try box.store.seatNumber(of: other))
    _ = try kiosk.takeSeat(seat, session: two, device: nil, peer: "k")
    try kiosk.agree(to: 2, at: other, session: two)
    #expect(throws: AssessmentError.warmUpUnfinished) {
      try kiosk.endByStaff(other, for: Why.power, turn: box.turn(other), prepared: nil)
    }
    _ = try kiosk.show(item(1), of: box.record(id))
    box.clock.advance(seconds: 20)
    #expect(throws: UseCaseError.desk(.reasonNotFor(Why.coached, act: .end))) {
      try kiosk.endByStaff(id, for: Why.coached, turn: box.turn(id), prepared: nil)
    }
    #expect(kiosk.servings.peek(id, at: box.clock.monotonic()) == 20_000)
  }

  @Test("a voided attempt is gone for the person and cannot be acted on, and a slip goes with it")
  func void() throws {
    try box.answerAll(id, right: 4)
    try kiosk.submit(box.record(id), confirmed: true, prepared: kiosk.prepareSlip(for: box.record(id)))
    let slip = try #require(try box.store.slip(of: id))
    try kiosk.void(id, for: Why.coached, turn: box.turn(id))
    #expect(try box.record(id).attempt.state == .voided)
    #expect(throws: UseCaseError.voided(id)) { try kiosk.attempt(id, of: one) }
    #expect(try box.store.revocation(of: slip.serial)?.reason == Why.coached)
    #expect(throws: AssessmentError.notInProgress(state: .voided)) {
      try kiosk.pause(id, for: Why.rest, turn: box.turn(id))
    }
    #expect(throws: Never.self) { try box.seatByLan() }
  }

  @Test("two clerks at once: the second is told what the first did, and nothing of the second's is done")
  func twoClerks() throws {
    let seen = try box.turn(id, by: TestBox.minh)
    try kiosk.pause(id, for: Why.rest, turn: box.turn(id, by: TestBox.lan))
    let acts = try box.store.acts(on: id, after: seen.seen)
    #expect(acts.map(\.kind) == [.pause] && acts.map(\.account) == [TestBox.lan])
    let refusal = UseCaseError.desk(.changedMeanwhile(id, acts: acts))
    #expect(throws: refusal) { try kiosk.void(id, for: Why.coached, turn: seen) }
    #expect(throws: refusal) { try kiosk.addMinutes(5, to: id, for: Why.power, turn: seen) }
    #expect(throws: refusal) { try kiosk.move(id, for: Why.power, turn: seen) }
    #expect(throws: refusal) { try kiosk.endByStaff(id, for: Why.power, turn: seen, prepared: nil) }
    #expect(try box.record(id).attempt.allowed == 600_000)
  }

  @Test("what the candidate does meanwhile does not stop a clerk")
  func candidateGoesOn() throws {
    let turn = try box.turn(id)
    try answer(1)
    #expect(throws: Never.self) { try kiosk.addMinutes(5, to: id, for: Why.power, turn: turn) }
  }

  @Test("every act needs a reason that is meant for it")
  func reasons() throws {
    let strange = Reason.ID("khong-co")
    #expect(throws: UseCaseError.desk(.unknownReason(strange))) {
      try kiosk.pause(id, for: strange, turn: box.turn(id))
    }
    #expect(throws: UseCaseError.desk(.reasonNotFor(Why.rest, act: .void))) {
      try kiosk.void(id, for: Why.rest, turn: box.turn(id))
    }
  }

  @Test("practice is nobody's business")
  func practice() throws {
    let practice = try kiosk.beginPractice(for: SampleBank.audience, session: two)
    let turn = DeskTurn(1, seen: 0)
    #expect(throws: UseCaseError.desk(.notTested(practice))) { try kiosk.pause(practice, for: Why.rest, turn: turn) }
    #expect(throws: UseCaseError.desk(.notTested(practice))) {
      try kiosk.recordHelp(.readAloud, in: practice, by: 1)
    }
    #expect(throws: UseCaseError.unknownAttempt(99)) { try kiosk.pause(99, for: Why.rest, turn: turn) }
  }

  @Test("nothing staff do changes an answer")
  func answersStay() throws {
    try answer(1)
    try answer(2)
    let before = try box.store.rows(of: id)
    try kiosk.pause(id, for: Why.rest, turn: box.turn(id))
    try kiosk.addMinutes(5, to: id, for: Why.power, turn: box.turn(id))
    _ = try kiosk.move(id, for: Why.power, turn: box.turn(id))
    try kiosk.resume(id, turn: box.turn(id))
    try kiosk.recordHelp(.operatedMouse, in: id, by: 1)
    try kiosk.endByStaff(id, for: Why.power, turn: box.turn(id), prepared: nil)
    try kiosk.void(id, for: Why.coached, turn: box.turn(id))
    #expect(try box.store.rows(of: id) == before)
  }

  @Test("every act is in the log with account and reason, and the log stays whole")
  func log() throws {
    try kiosk.pause(id, for: Why.rest, turn: box.turn(id))
    try kiosk.resume(id, turn: box.turn(id))
    try kiosk.addMinutes(5, to: id, for: Why.power, turn: box.turn(id))
    let events = try box.store.events(of: id).suffix(3)
    #expect(
      Array(events) == [
        "attempt-paused account=1 reason=nghi", "attempt-continued account=1",
        "minutes-added account=1 reason=mat-dien minutes=5",
      ])
    #expect(try box.store.auditEvents().isWhole)
  }
}

@Suite("The clock of an attempt in the hands of staff")
struct DeskTimeTests {
  @Test(
    "in whatever order staff and candidate act, exactly the time on the screen counts",
    arguments: 0..<12 as Range<UInt64>)
  func servedTime(seed: UInt64) throws {
    let box = try TestBox(bank: SampleBank.make(minutes: 240))
    let id = try box.atFirstItem(session: box.session(1))
    var dice = SeededDice(seed: seed)
    var (spent, given, isShown, isPaused) = (0, 0, false, false)
    for _ in 0..<50 {
      let seconds = Int(dice.next() % 15) + 1
      switch dice.next() % 5 {
      case 0 where !isPaused:
        try box.kiosk.pause(id, for: TestBox.Why.rest, turn: box.turn(id))
        (isPaused, isShown) = (true, false)
      case 1 where isPaused:
        try box.kiosk.resume(id, turn: box.turn(id))
        isPaused = false
      case 2:
        try box.kiosk.addMinutes(seconds, to: id, for: TestBox.Why.power, turn: box.turn(id))
        given += seconds * 60_000
        if given + 240 * 60_000 > Attempt.longestAllowed - 60 * 60_000 { return }
      case 3 where !isPaused:
        let page = SampleBank.page(dice.next() % 2 == 0 ? SampleBank.key : nil)
        _ = try box.kiosk.recordResponse(
          page, isMarked: false, at: FormPlace(.scored, 1), step: .place(1), of: box.record(id))
        isShown = false
      default:
        if !isPaused {
          _ = try box.kiosk.show(FormPlace(.scored, 1), of: box.record(id))
          isShown = true
        }
      }
      box.clock.advance(seconds: seconds)
      if isShown { spent += seconds * 1_000 }
      let attempt = try box.record(id).attempt
      #expect(attempt.spent + box.kiosk.servings.peek(id, at: box.clock.monotonic()) == spent)
      #expect(attempt.allowed == 240 * 60_000 + given)
    }
  }
}
