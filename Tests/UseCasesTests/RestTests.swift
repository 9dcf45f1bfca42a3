import Assessment
import TestSupport
import Testing
import UseCases

@Suite("Resting in between")
struct RestTests {
  private let box: TestBox
  private let (one, two): (SessionID, SessionID)
  private let id: Attempt.ID

  init() throws {
    box = try TestBox()
    (one, two) = (try box.session(1), try box.session(2))
    id = try box.atFirstItem(session: one, accommodations: Accommodations(time: .usual, needs: [.restBreaks]))
  }

  @Test("whoever may rest stops the clock alone and goes on alone; the log says so without an account")
  func rests() throws {
    _ = try box.kiosk.show(FormPlace(.scored, 1), of: box.record(id))
    box.clock.advance(seconds: 30)
    #expect(try box.kiosk.mayRest(box.record(id)))
    try box.kiosk.takeRest(id, session: one)
    let resting = try box.record(id)
    #expect(resting.attempt.state == .paused && resting.attempt.spent == 30_000)
    #expect(try box.kiosk.isResting(resting))
    box.clock.advance(seconds: 600)
    try box.kiosk.endRest(id, session: one)
    #expect(try box.record(id).attempt.state == .inProgress && box.record(id).attempt.spent == 30_000)
    #expect(try box.store.events(of: id).suffix(2) == ["rest-taken reason=nghi", "rest-ended"])
  }

  @Test("what staff have paused, staff let go on, whatever the reason they gave and whatever was before")
  func staffPause() throws {
    try box.kiosk.takeRest(id, session: one)
    try box.kiosk.endRest(id, session: one)
    try box.kiosk.pause(id, for: TestBox.Why.rest, turn: box.turn(id))
    #expect(try !box.kiosk.isResting(box.record(id)))
    #expect(throws: UseCaseError.desk(.notResting(id))) { try box.kiosk.endRest(id, session: one) }
    try box.kiosk.resume(id, turn: box.turn(id))
    try box.kiosk.takeRest(id, session: one)
    #expect(try box.kiosk.isResting(box.record(id)))
  }

  @Test("staff can end a rest too")
  func endedByStaff() throws {
    try box.kiosk.takeRest(id, session: one)
    try box.kiosk.resume(id, turn: box.turn(id))
    #expect(throws: UseCaseError.desk(.notResting(id))) { try box.kiosk.endRest(id, session: one) }
  }

  @Test("nobody rests without a clerk's word, or in somebody else's place")
  func notGranted() throws {
    let other = try box.atFirstItem(World.suong, session: two)
    #expect(try !box.kiosk.mayRest(box.record(other)))
    #expect(throws: UseCaseError.desk(.noRests(other))) { try box.kiosk.takeRest(other, session: two) }
    #expect(throws: UseCaseError.foreignAttempt(id)) { try box.kiosk.takeRest(id, session: two) }
  }
}

@Suite("Counting without names")
struct TallyTests {
  private let box: TestBox

  init() throws {
    box = try TestBox()
  }

  private var counts: [TallyKind: Int] {
    get throws {
      let today = CivilDate(box.clock.now())
      return Dictionary(
        uniqueKeysWithValues: try box.store.tallies(on: today).map { ($0.kind, $0.count) })
    }
  }

  @Test("counts go up and down by one, by day, and never below nothing")
  func counting() throws {
    try box.kiosk.tally([.poor, .disabled], of: SampleBank.audience)
    try box.kiosk.change(.poor, of: SampleBank.audience, by: 1)
    try box.kiosk.change(.disabled, of: SampleBank.audience, by: -1)
    try box.kiosk.change(.disabled, of: SampleBank.audience, by: -1)
    #expect(try counts == [.poor: 2, .disabled: 0])
    box.clock.advance(seconds: 86_400)
    #expect(try counts.isEmpty)
  }

  @Test("nothing of it is in the log, and an audience that does not exist counts nobody")
  func leavesNoTrace() throws {
    let before = try box.store.head()
    try box.kiosk.tally([.ethnicMinority], of: SampleBank.audience)
    #expect(try box.store.head() == before)
    #expect(throws: UseCaseError.unknownAudience(Audience.ID("la"))) {
      try box.kiosk.tally([.poor], of: Audience.ID("la"))
    }
  }
}
