import Assessment
import Testing
import UseCases

@testable import SQLiteStore

@Suite("Attempts and forms")
struct AttemptTableTests {
  let folder: TemporaryFolder
  let store: KioskStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.writer()
    try store.givenBank()
  }

  @Test("attempts are numbered from 1 without gaps, also where one was given up")
  func numbers() throws {
    struct Stop: Error {}
    #expect(try store.givenAttempt() == 1)
    #expect(throws: Stop.self) {
      try store.atomically {
        _ = try store.givenAttempt()
        throw Stop()
      }
    }
    #expect(try store.givenAttempt() == 2)
    #expect(try store.attempt(3) == nil)
  }

  @Test("a new attempt comes back whole, its seed to the last bit")
  func roundTrip() throws {
    let record = try #require(try store.attempt(try store.givenAttempt()))
    #expect(record.attempt.state == .seating && record.attempt.mode == .tested && record.attempt.spent == 0)
    #expect(record.seed == UInt64.max - 5 && record.attempt.allowed == 1_800_000 && record.noticeVersion == 1)
    #expect(record.person == nil && record.submittedAt == nil && record.beganAt == World.morning)
    #expect(record.attempt.ending == nil && record.counts == [.warmUp: 0, .scored: 0])
  }

  @Test("a seated attempt knows its person, identity and form")
  func seated() throws {
    let id = try store.givenSeated()
    let record = try #require(try store.attempt(id))
    #expect(record.person == 1 && record.identity == .cardString)
    #expect(record.attempt.state == .inProgress && record.attempt.place == FormPlace(.scored, 1))
    #expect(record.counts == [.warmUp: 1, .scored: 4])
  }

  @Test("an attempt under way moves, spends time and keeps its state")
  func moves() throws {
    let id = try store.givenSeated()
    var attempt = try #require(try store.attempt(id)).attempt
    attempt.spend(1_500)
    try attempt.move(to: FormPlace(.scored, 3), within: [.scored: 4])
    try store.save(attempt, at: World.later(9))
    #expect(try store.attempt(id)?.attempt == attempt)
  }

  @Test("handing in stores ending and time, and the time does not change when saved again")
  func submitted() throws {
    let id = try store.givenSubmitted()
    let record = try #require(try store.attempt(id))
    #expect(record.attempt.state == .submitted && record.attempt.ending == .candidate)
    try store.save(record.attempt, at: World.later(900))
    #expect(try store.attempt(id)?.submittedAt == World.later(600))
  }

  @Test("saving or seating an attempt that is not there is an error")
  func missing() throws {
    var attempt = try #require(try store.attempt(try store.givenAttempt())).attempt
    attempt = Attempt(
      id: 99, audience: attempt.audience, mode: .tested, state: .voided, place: attempt.place, spent: 0, allowed: 1)
    #expect(throws: SQLiteStoreError.rowMissing(table: "attempt", what: "save")) {
      try store.save(attempt, at: World.morning)
    }
    #expect(throws: SQLiteStoreError.rowMissing(table: "attempt", what: "seat")) {
      try store.seat(99, person: 1, identity: .cardString, ageYears: 30)
    }
  }

  @Test("a form comes back in order: warm-ups, then scored items, options as drawn")
  func form() throws {
    let id = try store.givenSeated()
    let rows = try store.rows(of: id)
    #expect(rows.map(\.place) == [FormPlace(.warmUp, 1)] + (1...4).map { FormPlace(.scored, $0) })
    #expect(rows.allSatisfy { Set($0.optionOrder.map(\.text)) == ["a", "b", "c"] && $0.response == nil })
    #expect(try store.row(at: FormPlace(.scored, 2), of: id) == rows[2])
    #expect(try store.row(at: FormPlace(.scored, 5), of: id) == nil)
  }

  @Test("a place gives the item it was drawn from, and nothing outside the form")
  func item() throws {
    let id = try store.givenSeated()
    let row = try #require(try store.row(at: FormPlace(.scored, 1), of: id))
    for _ in 1...2 { #expect(try store.entry(at: FormPlace(.scored, 1), of: id)?.item.id == row.item) }
    #expect(try store.entry(at: FormPlace(.scored, 9), of: id)?.item == nil)
  }

  @Test("recording twice replaces the answer and adds up the time")
  func record() throws {
    let id = try store.givenSeated()
    try store.answer(1, with: "b", of: id, spent: 1000)
    try store.answer(1, with: "c", of: id, spent: 500)
    #expect(try store.row(at: FormPlace(.scored, 1), of: id)?.response == "c")
    #expect(try store.openCount(of: id) == 3)
    #expect(try store.database.values("SELECT spent FROM formItem WHERE answeredAt IS NOT NULL") == ["1500"])
  }

  @Test("a mark without an answer is kept, and the item stays open")
  func mark() throws {
    let id = try store.givenSeated()
    let salt = [UInt8](repeating: 1, count: 16)
    try store.record(
      StoredResponse(
        response: nil, credit: 0, isWhole: false, isMarked: true, salt: salt, spent: 0, at: World.morning),
      at: FormPlace(.scored, 2), of: id)
    #expect(try store.row(at: FormPlace(.scored, 2), of: id)?.isMarked == true)
    #expect(try store.openCount(of: id) == 4)
  }

  @Test("scores are what was given when the answers were recorded, whatever a later bank says")
  func scores() throws {
    let id = try store.givenSeated()
    for number in 1...3 { try store.answer(number, with: "a", of: id) }
    try store.givenBank(Content(keyOfFirst: "b"))
    let scores = try store.scores(of: id)
    #expect(scores.map(\.credit) == [100, 100, 100, 0])
    #expect(scores.allSatisfy { ($0.competence.text == "hoi-ai") == ($0.area.text == "ai") })
  }

  @Test("an outcome is stored with its areas, and storing it again replaces them")
  func outcome() throws {
    let id = try store.givenSubmitted()
    let record = try #require(try store.attempt(id))
    let outcome = Outcome(scores: try store.scores(of: id), blueprint: try store.rules(record.content).blueprint)
    try store.store(outcome, of: id)
    #expect(try store.database.values("SELECT right || '/' || asked || ' ' || passed FROM attempt") == ["4/4 1"])
    #expect(
      try store.database.values("SELECT area || ' ' || right || '/' || asked || ' ' || needed FROM attemptArea")
        == ["ai 2/2 1", "an-toan 2/2 1"])
  }

  @Test("practice has a score but no line to pass")
  func practice() throws {
    let id = try store.givenAttempt(.practice)
    try store.givenForm(of: id)
    var record = try #require(try store.attempt(id))
    try record.attempt.submit(openItems: 0, confirmed: true)
    try store.save(record.attempt, at: World.morning)
    let blueprint = try store.rules(record.content).blueprint
    try store.store(Outcome(practice: try store.scores(of: id), blueprint: blueprint), of: id)
    #expect(try store.database.values("SELECT right || '/' || asked FROM attempt WHERE passed IS NULL") == ["0/2"])
  }

  @Test("practice is no real attempt, a test is")
  func realAttempts() throws {
    _ = try store.givenAttempt(.practice)
    #expect(try store.isEmptyOfRealAttempts())
    _ = try store.givenAttempt()
    #expect(try !store.isEmptyOfRealAttempts())
  }

  @Test("a browser session stands at one attempt, the latest it was bound to, until it is unbound")
  func sessions() throws {
    let (first, second) = (try store.givenAttempt(), try store.givenAttempt())
    try store.bind(World.session(1), to: first, at: World.morning)
    try store.bind(World.session(1), to: second, at: World.later(1))
    #expect(try store.attempt(of: World.session(1)) == second)
    #expect(try store.attempt(of: World.session(2)) == nil)
    try store.unbind(World.session(1))
    #expect(try store.attempt(of: World.session(1)) == nil)
  }

  @Test("a session's id is not in the file")
  func sessionDigest() throws {
    try store.bind(World.session(0xC7), to: try store.givenAttempt(), at: World.morning)
    #expect(!folder.bytes().contains(World.session(0xC7).bytes))
  }
}
