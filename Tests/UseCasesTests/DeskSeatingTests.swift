import Assessment
import TestSupport
import Testing
import UseCases

@Suite("Seating somebody from the desk")
struct DeskSeatingTests {
  private let box: TestBox
  private let (one, two): (SessionID, SessionID)
  private let mother = GuardianAgreement(relation: .mother, name: "Lê Thị Mai", at: World.morning)

  init() throws {
    box = try TestBox()
    (one, two) = (try box.session(1), try box.session(2))
  }

  @Test("face and card compared: the attempt waits under a seat number, with the third level of identity")
  func seats() throws {
    let (id, seat) = try box.seatByLan()
    let record = try box.record(id)
    #expect(record.attempt.state == .seating && record.identity == .confirmedByStaff)
    #expect(record.noticeVersion == nil && record.counts == [.warmUp: 0, .scored: 0])
    #expect(SeatNumber.range.contains(seat.value))
    #expect(try box.store.seatNumber(of: id) == seat)
    #expect(try box.store.acts(on: id, after: 0).map(\.kind) == [.seat])
  }

  @Test("who was not compared with a card keeps the level the particulars came in with")
  func notCompared() throws {
    let candidate = try box.kiosk.readCard(World.hoa).candidate()
    let request = SeatRequest(candidate: candidate, audience: SampleBank.audience, isFaceCompared: false)
    guard case .seated(let id, _) = try box.kiosk.seatByClerk(request, by: TestBox.lan) else { return }
    #expect(try box.record(id).identity == .cardString)
  }

  @Test("a mangled card seats its person under the name the clerk has corrected")
  func mangledCard() throws {
    let reading = try box.kiosk.readCard("008158999003~~Nguye64n Thi5 Hoa~02091958~Nu~To 5")
    #expect(reading.isNameDoubtful && reading.name == "Nguyen Thi Hoa")
    let candidate = try reading.candidate(named: "Nguyễn Thị Hoa")
    let request = SeatRequest(candidate: candidate, audience: SampleBank.audience, isFaceCompared: true)
    guard case .seated(let id, _) = try box.kiosk.seatByClerk(request, by: TestBox.lan) else { return }
    let person = try #require(try box.record(id).person)
    #expect(try box.store.candidate(person)?.name == "Nguyễn Thị Hoa")
    #expect(throws: UseCaseError.card(.birthDate)) { try box.kiosk.readCard("008158999003~~Hoa") }
  }

  @Test("the person seated twice: the open attempt is offered and nothing is made")
  func twice() throws {
    let (id, seat) = try box.seatByLan()
    #expect(try box.kiosk.seatByClerk(box.request(), by: TestBox.minh) == .alreadyOpen(id, seat))
    #expect(try box.store.attempt(id + 1) == nil)
  }

  @Test("somebody who sat down alone and is seated again is offered that attempt too")
  func selfSeatedBefore() throws {
    let id = try box.seatHoa(session: one)
    #expect(try box.kiosk.seatByClerk(box.request(), by: TestBox.lan) == .alreadyOpen(id, nil))
  }

  @Test("somebody the clerk has seated who starts alone at a kiosk is led to the waiting attempt and asked there")
  func clerkSeatedBefore() throws {
    let (id, _) = try box.seatByLan()
    #expect(try box.seatHoa(session: one) == id)
    #expect(try box.kiosk.awaitsConsent(box.record(id)))
  }

  @Test("under sixteen nobody is seated without the word of somebody who answers for the child")
  func guardian() throws {
    #expect(throws: UseCaseError.guardianNeeded(ageLimit: 16)) {
      try box.kiosk.seatByClerk(box.request(World.nam), by: TestBox.lan)
    }
    let nameless = GuardianAgreement(relation: .father, name: " ", at: World.morning)
    #expect(throws: UseCaseError.desk(.guardianIncomplete)) {
      try box.kiosk.seatByClerk(box.request(World.nam, guardian: nameless), by: TestBox.lan)
    }
    let offer = try box.kiosk.seatByClerk(box.request(World.nam, guardian: mother), by: TestBox.lan)
    guard case .seated(let id, _) = offer else { return }
    #expect(try box.store.seating(of: id)?.guardian == mother)
  }

  @Test("of a grown-up no guardian is kept, even where one was typed")
  func noGuardian() throws {
    let offer = try box.kiosk.seatByClerk(box.request(guardian: mother), by: TestBox.lan)
    guard case .seated(let id, _) = offer else { return }
    #expect(try box.store.seating(of: id)?.guardian == nil)
  }

  @Test("accommodations, hamlet and groups are kept, and a factor of time makes the time longer")
  func accommodations() throws {
    let hamlet = try box.kiosk.addHamlet("Tổ 5")
    let tag = try box.kiosk.addTag("Nông dân")
    let slow = Accommodations(time: .halfMore, needs: [.largeText, .restBreaks])
    let request = SeatRequest(
      candidate: try box.kiosk.readCard(World.hoa).candidate(), audience: SampleBank.audience, isFaceCompared: true,
      hamlet: hamlet, tags: [tag, tag], accommodations: slow)
    guard case .seated(let id, _) = try box.kiosk.seatByClerk(request, by: TestBox.lan) else { return }
    let seating = try #require(try box.store.seating(of: id))
    #expect(seating.hamlet == hamlet && seating.tags == [tag] && seating.accommodations == slow)
    #expect(try box.record(id).attempt.allowed == 900_000)
  }

  @Test("what does not agree, a list entry that is gone and an audience that does not exist are told")
  func refuses() throws {
    let odd = SeatRequest(
      candidate: try box.kiosk.candidate(
        from: .typed(name: "Trần Văn Dũng", birthYear: "1985", number: World.dung.number)),
      audience: SampleBank.audience, isFaceCompared: true)
    #expect(throws: UseCaseError.unconfirmed([.birthYear])) { try box.kiosk.seatByClerk(odd, by: TestBox.lan) }
    let candidate = try box.kiosk.readCard(World.hoa).candidate()
    for (request, refusal) in [
      (
        SeatRequest(candidate: candidate, audience: SampleBank.audience, isFaceCompared: true, hamlet: 9),
        UseCaseError.desk(.unknownHamlet(9))
      ),
      (
        SeatRequest(candidate: candidate, audience: SampleBank.audience, isFaceCompared: true, tags: [9]),
        .desk(.unknownTag(9))
      ),
      (
        SeatRequest(candidate: candidate, audience: Audience.ID("la"), isFaceCompared: true),
        .unknownAudience(Audience.ID("la"))
      ),
    ] {
      #expect(throws: refusal) { try box.kiosk.seatByClerk(request, by: TestBox.lan) }
    }
  }

  @Test("the retake delay holds at the desk too")
  func tooEarly() throws {
    _ = try box.finished(right: 0, session: one)
    #expect(throws: UseCaseError.tooEarly(earliest: CivilDate(year: 2026, month: 11, day: 22))) {
      try box.kiosk.seatByClerk(box.request(), by: TestBox.lan)
    }
  }

  @Test("seat numbers of open attempts are all different")
  func unique() throws {
    var seats: Set<SeatNumber> = []
    for number in 0..<60 {
      let tail = String(1_000 + number).dropFirst()
      let card = "008158999\(tail)||Nguyễn Thị Số|02091958|Nữ|Tổ 5|15082021"
      seats.insert(try box.seatByLan(card).seat)
    }
    #expect(seats.count == 60)
  }

  @Test("the log names the account and the level, never the person")
  func log() throws {
    let (id, _) = try box.seatByLan()
    let events = try box.store.events(of: id)
    #expect(events == ["attempt-seated account=1 identity=2 time=100"])
  }
}
