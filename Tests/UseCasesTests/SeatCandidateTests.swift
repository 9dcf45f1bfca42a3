import Assessment
import TestSupport
import Testing
import UseCases

@Suite("Seating a candidate")
struct SeatCandidateTests {
  private let box: TestBox
  private let session: SessionID

  init() throws {
    box = try TestBox()
    session = try box.session(1)
  }

  private func begin() throws -> Attempt.ID {
    try box.kiosk.beginTested(for: SampleBank.audience, noticeVersion: 2, session: session)
  }

  @Test("a card seats its person, draws the form and puts the first warm-up on the screen")
  func seatsByCard() throws {
    let id = try box.seatHoa(session: session)
    let record = try box.record(id)

    #expect(record.attempt.state == .inProgress)
    #expect(record.attempt.place == FormPlace(.warmUp, 1))
    #expect(record.identity == .cardString)
    #expect(record.counts == [.warmUp: 2, .scored: 4])
    #expect(record.noticeVersion == 2)
  }

  @Test("consent to a notice that has changed meanwhile is asked for again")
  func consentIsToThisNotice() throws {
    #expect(throws: UseCaseError.noticeChanged) {
      try box.kiosk.beginTested(for: SampleBank.audience, noticeVersion: 1, session: session)
    }
  }

  @Test("an unknown audience is told")
  func unknownAudience() throws {
    let nobody = Audience.ID("khong-co")
    #expect(throws: UseCaseError.unknownAudience(nobody)) {
      try box.kiosk.beginPractice(for: nobody, session: session)
    }
  }

  @Test("typed particulars name every field at fault at once")
  func tellsAllFaults() throws {
    #expect(throws: UseCaseError.particulars([.name, .birthYear, .number])) {
      try box.kiosk.candidate(from: .typed(name: "4", birthYear: "57", number: "123"))
    }
    let dung = World.dung
    let candidate = try box.kiosk.candidate(
      from: .typed(name: dung.name, birthYear: dung.birthYear, number: dung.number))
    #expect(candidate.identity == .selfDeclared)
  }

  @Test("what does not agree is asked about, and can be confirmed")
  func confirmsDisagreements() throws {
    let id = try begin()
    let odd = try box.kiosk.candidate(
      from: .typed(name: "Trần Văn Dũng", birthYear: "1985", number: World.dung.number))

    #expect(throws: UseCaseError.unconfirmed([.birthYear])) {
      try box.kiosk.seat(odd, at: id, isConfirmed: false, session: session)
    }
    #expect(try box.kiosk.seat(odd, at: id, isConfirmed: true, session: session) == id)
  }

  @Test("under sixteen the kiosk sends people to the desk with somebody who answers for them")
  func guardian() throws {
    let id = try begin()
    let nam = try box.kiosk.candidate(from: .card(World.nam))

    #expect(throws: UseCaseError.guardianNeeded(ageLimit: 16)) {
      try box.kiosk.seat(nam, at: id, isConfirmed: true, session: session)
    }
  }

  @Test("somebody who left an attempt open is led back to it, also from another browser")
  func resumesOpenAttempt() throws {
    let first = try box.seatHoa(session: session)
    let other = try box.session(2)
    let again = try box.kiosk.beginTested(for: SampleBank.audience, noticeVersion: 2, session: other)
    let hoa = try box.kiosk.candidate(from: .card(World.hoa))

    #expect(try box.kiosk.seat(hoa, at: again, isConfirmed: true, session: other) == first)
    #expect(try box.record(again).attempt.state == .voided)
    #expect(try box.kiosk.attempt(first, of: other).attempt.id == first)
  }

  @Test("the next try waits for the retake delay, counted in days of the calendar")
  func waitsForRetake() throws {
    let first = try box.seatHoa(session: session)
    try box.answerAll(first, right: 0)
    try box.kiosk.submit(box.record(first), confirmed: true, prepared: nil)

    #expect(throws: UseCaseError.tooEarly(earliest: CivilDate(year: 2026, month: 11, day: 22))) {
      try box.seatHoa(session: session)
    }
    box.clock.advance(days: 1)
    #expect(try box.seatHoa(session: session) > first)
  }

  @Test("a person's next form repeats nothing of the one before")
  func nextFormIsFresh() throws {
    let first = try box.seatHoa(session: session)
    try box.answerAll(first, right: 0)
    try box.kiosk.submit(box.record(first), confirmed: true, prepared: nil)
    box.clock.advance(days: 1)
    let second = try box.seatHoa(session: session)

    #expect(try scoredItems(first).isDisjoint(with: scoredItems(second)))
  }

  @Test("an attempt cannot be seated twice, nor practice at all")
  func seatsOnce() throws {
    let id = try box.seatHoa(session: session)
    let dung = try box.kiosk.candidate(
      from: .typed(name: World.dung.name, birthYear: World.dung.birthYear, number: World.dung.number))
    #expect(throws: AssessmentError.notSeating(state: .inProgress)) {
      try box.kiosk.seat(dung, at: id, isConfirmed: true, session: session)
    }
    let practice = try box.kiosk.beginPractice(for: SampleBank.audience, session: session)
    #expect(throws: UseCaseError.practiceOnly) {
      try box.kiosk.seat(dung, at: practice, isConfirmed: true, session: session)
    }
  }

  private func scoredItems(_ id: Attempt.ID) throws -> Set<Item.ID> {
    Set(try box.store.rows(of: id).filter { $0.place.part == .scored }.map(\.item))
  }
}
