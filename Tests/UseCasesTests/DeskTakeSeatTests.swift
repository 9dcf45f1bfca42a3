import Assessment
import TestSupport
import Testing
import UseCases

@Suite("Taking a seat by its number")
struct DeskTakeSeatTests {
  private let box: TestBox
  private let (one, two): (SessionID, SessionID)

  init() throws {
    box = try TestBox()
    (one, two) = (try box.session(1), try box.session(2))
  }

  private func take(_ seat: SeatNumber, _ session: SessionID, peer: String = "kiosk") throws -> AttemptRecord {
    try box.kiosk.takeSeat(seat, session: session, device: nil, peer: peer)
  }

  @Test("the number leads to the attempt, where the person is still asked: silence is not consent")
  func asksThere() throws {
    let (id, seat) = try box.seatByLan()
    let record = try take(seat, one)
    #expect(record.attempt.id == id && box.kiosk.awaitsConsent(record))
    #expect(throws: AssessmentError.notInProgress(state: .seating)) {
      try box.kiosk.show(FormPlace(.warmUp, 1), of: record)
    }
    #expect(try box.store.rows(of: id).isEmpty)

    try box.kiosk.agree(to: 2, at: id, session: one)
    let agreed = try box.record(id)
    #expect(agreed.attempt.state == .inProgress && agreed.noticeVersion == 2)
    #expect(agreed.counts == [.warmUp: 2, .scored: 4])
  }

  @Test("a notice that changed meanwhile is asked for again, and nobody agrees twice or for another")
  func consentIsToThisNotice() throws {
    let (id, seat) = try box.seatByLan()
    _ = try take(seat, one)
    #expect(throws: UseCaseError.noticeChanged) { try box.kiosk.agree(to: 1, at: id, session: one) }
    #expect(throws: UseCaseError.foreignAttempt(id)) { try box.kiosk.agree(to: 2, at: id, session: two) }
    try box.kiosk.agree(to: 2, at: id, session: one)
    #expect(throws: AssessmentError.notSeating(state: .inProgress)) {
      try box.kiosk.agree(to: 2, at: id, session: one)
    }
  }

  @Test("who declines has no attempt, and the number leads nowhere")
  func declines() throws {
    let (id, seat) = try box.seatByLan()
    _ = try take(seat, one)
    try box.kiosk.decline(id, session: one)
    #expect(try box.record(id).attempt.state == .voided)
    #expect(throws: UseCaseError.desk(.unknownSeatNumber)) { try take(seat, two) }
  }

  @Test("nobody else can be seated on an attempt that waits for its person")
  func notForOthers() throws {
    let (id, seat) = try box.seatByLan()
    _ = try take(seat, one)
    let dung = try box.kiosk.candidate(
      from: .typed(name: World.dung.name, birthYear: World.dung.birthYear, number: World.dung.number))
    #expect(throws: UseCaseError.consentMissing) {
      try box.kiosk.seat(dung, at: id, isConfirmed: true, session: one)
    }
  }

  @Test("a number is good for one screen; the same screen may ask twice")
  func oneScreen() throws {
    let (id, seat) = try box.seatByLan()
    _ = try take(seat, one)
    #expect(try take(seat, one).attempt.id == id)
    #expect(throws: UseCaseError.desk(.seatTaken(seat))) { try take(seat, two) }
  }

  @Test("after a screen was left the number is good again")
  func leftScreen() throws {
    let (id, seat) = try box.seatByLan()
    _ = try take(seat, one)
    try box.kiosk.leave(one)
    #expect(try take(seat, two).attempt.id == id)
  }

  @Test("numbers cannot be tried out: after a burst one try in six seconds, and checking codes has its own count")
  func limited() throws {
    let (_, seat) = try box.seatByLan()
    let wrong = try #require(SeatNumber(seat.value == 9_999 ? 1_000 : seat.value + 1))
    for _ in 0..<LookupLedger.burst {
      #expect(throws: UseCaseError.desk(.unknownSeatNumber)) { try take(wrong, one, peer: "stranger") }
    }
    #expect(throws: UseCaseError.tooManyLookups(seconds: 6)) { try take(seat, one, peer: "stranger") }
    _ = try box.kiosk.checkSlip("0000 0000 0000 0000", holder: nil, peer: "stranger")
    #expect(throws: Never.self) { try take(seat, one, peer: "neighbour") }
  }

  @Test("a finished attempt's number may be given to somebody else")
  func reused() throws {
    let id = try box.finished(session: one)
    let seat = try #require(try box.store.seatNumber(of: id))
    #expect(throws: UseCaseError.desk(.unknownSeatNumber)) { try take(seat, two) }
    #expect(try box.store.openAttempt(at: seat) == nil)
  }
}
