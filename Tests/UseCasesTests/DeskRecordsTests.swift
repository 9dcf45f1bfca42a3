import Assessment
import Slip
import TestSupport
import Testing
import UseCases

@Suite("Slips at the desk")
struct DeskSlipTests {
  private let box: TestBox
  private let id: Attempt.ID
  private let slip: StoredSlip

  init() throws {
    box = try TestBox()
    id = try box.finished(session: box.session(1))
    slip = try #require(try box.store.slip(of: id))
  }

  private var kiosk: Kiosk { box.kiosk }

  @Test("a revoked slip is told by scan and by code, and is printed no more")
  func revoked() throws {
    try kiosk.revokeSlip(slip.serial, for: TestBox.Why.coached, by: TestBox.minh)
    for text in [SlipText.encode(slip.bytes), SpokenCode(slip.token).text] {
      let finding = try kiosk.checkSlip(text, holder: nil, peer: "desk").finding
      guard case .verdict(.revoked(let claims)) = finding else {
        Issue.record("\(finding)")
        continue
      }
      #expect(claims.token == slip.token)
    }
    #expect(throws: UseCaseError.desk(.slipRevoked(serial: 1))) { try kiosk.printSlip(of: box.record(id)) }
    #expect(try kiosk.result(of: box.record(id)).revocation?.account == TestBox.minh)
  }

  @Test("a slip is revoked once, by a reason that is meant for it, and only one that exists")
  func revokesOnce() throws {
    #expect(throws: UseCaseError.desk(.unknownSlip)) {
      try kiosk.revokeSlip(9, for: TestBox.Why.coached, by: 1)
    }
    #expect(throws: UseCaseError.desk(.reasonNotFor(TestBox.Why.rest, act: .revokeSlip))) {
      try kiosk.revokeSlip(1, for: TestBox.Why.rest, by: 1)
    }
    try kiosk.revokeSlip(1, for: TestBox.Why.coached, by: 1)
    #expect(throws: UseCaseError.desk(.slipRevoked(serial: 1))) {
      try kiosk.revokeSlip(1, for: TestBox.Why.coached, by: 1)
    }
    #expect(try box.store.events(of: "slip-revoked") == ["account=1 reason=lam-ho serial=1"])
  }

  @Test("the first sheet needs no reason, every further one does, and copies are counted")
  func reprint() throws {
    #expect(try kiosk.printAtDesk(1, for: nil, seen: 0, by: 1) == 1)
    #expect(throws: UseCaseError.desk(.unknownReason(Reason.ID("")))) {
      try kiosk.printAtDesk(1, for: nil, seen: 1, by: 1)
    }
    #expect(try kiosk.printAtDesk(1, for: TestBox.Why.jam, seen: 1, by: 1) == 2)
    #expect(try box.store.events(of: "slip-printed") == ["account=1 serial=1 copy=1", "serial=1 copy=2"])
    #expect(try box.store.events(of: "slip-reprinted") == ["account=1 reason=may-in serial=1 copy=2"])
    #expect(throws: UseCaseError.desk(.unknownSlip)) { try kiosk.printAtDesk(7, for: nil, seen: 0, by: 1) }
  }

  @Test("a button pressed twice gives the one sheet; a colleague's or the kiosk's sheet in between is told")
  func printsOnce() throws {
    #expect(try kiosk.printAtDesk(1, for: nil, seen: 0, by: 1) == 1)
    #expect(try kiosk.printAtDesk(1, for: nil, seen: 0, by: 1) == 1)
    #expect(try box.store.printCount(of: 1) == 1)
    #expect(throws: UseCaseError.desk(.printedMeanwhile(serial: 1, copies: 1))) {
      try kiosk.printAtDesk(1, for: nil, seen: 0, by: 2)
    }
    box.clock.advance(seconds: 11)
    #expect(throws: UseCaseError.desk(.printedMeanwhile(serial: 1, copies: 1))) {
      try kiosk.printAtDesk(1, for: nil, seen: 0, by: 1)
    }
    _ = try kiosk.printSlip(of: box.record(id))
    #expect(throws: UseCaseError.desk(.printedMeanwhile(serial: 1, copies: 2))) {
      try kiosk.printAtDesk(1, for: TestBox.Why.jam, seen: 1, by: 1)
    }
  }

  @Test("a slip's file tells every sheet with who and why, and what the paper says")
  func file() throws {
    try box.hireOffice()
    _ = try kiosk.printSlip(of: box.record(id))
    box.clock.advance(seconds: 60)
    _ = try kiosk.printAtDesk(1, for: TestBox.Why.jam, seen: 1, by: TestBox.lan)
    box.clock.advance(seconds: 60)
    try kiosk.revokeSlip(1, for: TestBox.Why.coached, by: TestBox.minh)

    let file = try kiosk.slipFile(1)
    #expect(file.sheets.map(\.copy) == [1, 2])
    #expect(file.sheets.map(\.entry.who) == [nil, "Chị Lan"])
    #expect(file.sheets.map(\.entry.why) == [nil, "Máy in kẹt"])
    #expect(file.revocation?.at == box.clock.now() && file.revocation?.who == "Ông Minh")
    #expect(file.revocation?.why == "Có người làm hộ")
    #expect(file.holder?.name == "Nguyễn Thị Hoa" && file.claims.right == 4 && file.claims.asked == 4)
    #expect(throws: UseCaseError.desk(.unknownSlip)) { try kiosk.slipFile(2) }
  }

  @Test("a slip waits for paper until it has a sheet or is revoked, newest first")
  func queue() throws {
    let second = try box.finished(World.suong, session: box.session(2))
    #expect(try kiosk.slipsToPrint().map(\.slip.attempt) == [second, id])
    _ = try kiosk.printSlip(of: box.record(id))
    #expect(try kiosk.slipsToPrint().map(\.slip.attempt) == [second])
    try kiosk.revokeSlip(2, for: TestBox.Why.coached, by: 1)
    #expect(try kiosk.slipsToPrint().isEmpty)
  }

  @Test("a check at the desk also tells whose slip it is, and when and why it was revoked")
  func checkedAtDesk() throws {
    try box.hireOffice()
    let text = SlipText.encode(slip.bytes)
    let check = try kiosk.checkAtDesk(text, holder: nil, peer: "desk")
    #expect(check.own?.name == "Nguyễn Thị Hoa" && check.own?.slip == slip && check.revocation == nil)
    try kiosk.revokeSlip(1, for: TestBox.Why.coached, by: TestBox.minh)
    #expect(try kiosk.checkAtDesk(text, holder: nil, peer: "desk").revocation?.why == "Có người làm hộ")
    let altered = String(text.dropLast()) + (text.hasSuffix("0") ? "1" : "0")
    #expect(try kiosk.checkAtDesk(altered, holder: nil, peer: "desk").own == nil)
  }

  @Test("a slip is found by spoken code, serial, number, and parts of the name without marks")
  func found() throws {
    let number = try #require(CitizenNumber("008158999003"))
    for query in [
      SlipQuery.spokenCode(SpokenCode(slip.token).text), .serial(1), .number(number), .name("hoa"), .name("Nguyễn Hoa"),
      .name("NGUYEN THI"), .scanned(SlipText.encode(slip.bytes)), .printed(kiosk.office.issuer, serial: 1),
    ] {
      let found = try kiosk.findRecords(query)
      #expect(found.slips.map(\.slip) == [slip], "\(query)")
      #expect(found.slips.first?.name == "Nguyễn Thị Hoa" && found.slips.first?.prints == 0)
      #expect(found.people.map(\.name) == ["Nguyễn Thị Hoa"] && found.people.first?.birthYear == 1958, "\(query)")
    }
  }

  @Test("what is not there is not found, and what is mistyped is told by group")
  func notFound() throws {
    let other = try #require(CitizenNumber(World.dung.number))
    for query in [SlipQuery.number(other), .serial(2), .name("dũng")] {
      let found = try kiosk.findRecords(query)
      #expect(found.slips.isEmpty && found.people.isEmpty)
    }
    #expect(throws: UseCaseError.desk(.tooFewLetters)) { try kiosk.findRecords(.name(" . ")) }
    #expect(throws: UseCaseError.desk(.slipCode(groups: [1, 2]))) {
      try kiosk.findRecords(.spokenCode("1111 1111 0000 0000"))
    }
    #expect(throws: UseCaseError.desk(.slipCode(groups: []))) { try kiosk.findRecords(.spokenCode("12")) }
    #expect(throws: UseCaseError.desk(.slipText)) { try kiosk.findRecords(.scanned("8411")) }
  }

  @Test("a slip of another box is not looked for: whose it is is told")
  func foreign() throws {
    let other = try Issuer("02215-3")
    #expect(throws: UseCaseError.desk(.foreignSlip(other))) { try kiosk.findRecords(.printed(other, serial: 1)) }
  }

  @Test("a person without a slip is found by number and by name")
  func withoutSlip() throws {
    let waiting = try box.seatByLan(World.suong)
    let person = try #require(try box.record(waiting.id).person)
    for query in [SlipQuery.name("sương"), .number(try #require(CitizenNumber("004190999006")))] {
      let found = try kiosk.findRecords(query)
      #expect(found.slips.isEmpty && found.people.map(\.id) == [person])
      #expect(found.people.first?.attempts == 1)
    }
  }
}

@Suite("Putting people's particulars right")
struct DeskPeopleTests {
  private let box: TestBox
  private let one: SessionID
  /// Bà Hoa under the number somebody mistyped.
  private let mistyped = "008158999030||Nguyen Thi Hoa|02091958|Nữ|Tổ 5|15082021"

  init() throws {
    box = try TestBox()
    one = try box.session(1)
  }

  private var kiosk: Kiosk { box.kiosk }

  private func person(_ id: Attempt.ID) throws -> Int64 { try #require(try box.record(id).person) }

  @Test("a corrected name keeps the old one beside it, and neither is in the log")
  func name() throws {
    let id = try box.finished(mistyped, session: one)
    let hoa = try person(id)
    try kiosk.correctName(of: hoa, to: " Nguyễn  Thị Hoa", by: TestBox.lan)
    #expect(try box.store.candidate(hoa)?.name == "Nguyễn Thị Hoa")
    #expect(
      try box.store.formerNames(of: hoa)
        == [FormerName(name: "Nguyen Thi Hoa", account: TestBox.lan, at: box.clock.now())])
    #expect(try box.store.events(of: "name-corrected") == ["account=1 person=\(hoa)"])
    #expect(try kiosk.findRecords(.name("nguyễn thị hoa")).slips.count == 1)
    #expect(try kiosk.personFile(hoa).formerNames.map(\.name) == ["Nguyen Thi Hoa"])
  }

  @Test("no name, the same name and nobody's name are refused")
  func badNames() throws {
    let hoa = try person(box.finished(session: one))
    #expect(throws: UseCaseError.particulars([.name])) { try kiosk.correctName(of: hoa, to: "4", by: 1) }
    #expect(throws: UseCaseError.desk(.nameUnchanged)) {
      try kiosk.correctName(of: hoa, to: "Nguyễn Thị  Hoa", by: 1)
    }
    #expect(throws: UseCaseError.desk(.unknownPerson)) { try kiosk.correctName(of: 99, to: "Hoa", by: 1) }
  }

  @Test("two records of one person: attempts and slips follow, the number leads on, nothing is lost")
  func merge() throws {
    let first = try box.finished(mistyped, session: one)
    let second = try box.finished(session: box.session(2))
    let (wrong, right) = (try person(first), try person(second))
    try kiosk.mergePeople(wrong, into: right, for: TestBox.Why.twoRecords, by: TestBox.minh)

    #expect(try person(first) == right && person(second) == right)
    #expect(try box.store.slips(of: right).map(\.attempt) == [second, first])
    let found = try kiosk.findRecords(.number(#require(CitizenNumber("008158999030"))))
    #expect(found.slips.count == 2 && found.people.map(\.id) == [right])
    #expect(try kiosk.findRecords(.name("nguyen thi hoa")).people.map(\.id) == [right])
    #expect(try box.store.merge(of: wrong)?.kept == right)
    #expect(try box.store.candidate(wrong)?.name == "Nguyen Thi Hoa")
    #expect(try box.store.candidate(right)?.name == "Nguyễn Thị Hoa")
    #expect(try box.store.events(of: "people-merged") == ["account=2 person=\(wrong) into=\(right) reason=hai-ho-so"])
  }

  @Test("a person's file tells attempts, slips, and records that were merged into it")
  func file() throws {
    try box.hireOffice()
    let first = try box.finished(mistyped, session: one)
    let second = try box.finished(right: 0, session: box.session(2))
    let (wrong, right) = (try person(first), try person(second))
    try kiosk.mergePeople(wrong, into: right, for: TestBox.Why.twoRecords, by: TestBox.minh)

    let file = try kiosk.personFile(right)
    #expect(file.attempts.map(\.id) == [second, first])
    #expect(file.attempts.map(\.isPassed) == [false, true] && file.attempts.map(\.slip) == [nil, 1])
    #expect(file.attempts.map(\.isHandedOver) == [false, true])
    #expect(file.merged.map(\.name) == ["Nguyen Thi Hoa"] && file.merged.first?.number.lastThree == "030")
    #expect(file.merged.first?.entry.who == "Ông Minh" && file.merged.first?.entry.why == "Một người hai hồ sơ")
    #expect(file.birthYear == 1958 && file.standIn == nil)
    #expect(try kiosk.personFile(wrong).standIn == right)
    #expect(throws: UseCaseError.desk(.unknownPerson)) { try kiosk.personFile(99) }
  }

  @Test("at the desk a slip belongs to every number of its person, whichever it was made with")
  func holderAfterMerge() throws {
    let first = try box.finished(mistyped, session: one)
    let second = try box.finished(World.suong, session: box.session(2))
    let text = SlipText.encode(try #require(try box.store.slip(of: first)).bytes)
    let right = try #require(CitizenNumber("004190999006"))
    func holder() throws -> HolderComparison? {
      try kiosk.checkAtDesk(text, holder: right, peer: "desk").check.holder
    }
    #expect(try holder() == .otherPerson)
    try kiosk.mergePeople(person(first), into: person(second), for: TestBox.Why.twoRecords, by: 1)
    #expect(try holder() == .rightPerson)
    #expect(try kiosk.checkSlip(text, holder: right, peer: "kiosk").holder == .otherPerson)
  }

  @Test("after a merge the old number seats the one person that is left, with the retake delay of both records")
  func seatsAfterMerge() throws {
    let wrong = try person(box.finished(mistyped, right: 0, session: one))
    box.clock.advance(days: 1)
    let second = try box.finished(right: 0, session: box.session(2))
    try kiosk.mergePeople(wrong, into: person(second), for: TestBox.Why.twoRecords, by: 1)
    #expect(throws: UseCaseError.tooEarly(earliest: CivilDate(year: 2026, month: 11, day: 23))) {
      try box.seatByLan(mistyped)
    }
    box.clock.advance(days: 1)
    #expect(try person(box.seatByLan(mistyped).id) == person(second))
  }

  @Test("records merged one after the other all lead to the last")
  func chain() throws {
    let people = try ["008158999041", "008158999042", "008158999043"].enumerated().map { index, number in
      try person(
        box.finished("\(number)||Nguyễn Thị Hoa|02091958|Nữ|T|15082021", session: box.session(UInt8(index + 1))))
    }
    try kiosk.mergePeople(people[0], into: people[1], for: TestBox.Why.twoRecords, by: 1)
    try kiosk.mergePeople(people[1], into: people[2], for: TestBox.Why.twoRecords, by: 1)
    for number in ["008158999041", "008158999042", "008158999043"] {
      #expect(try box.store.person(with: #require(CitizenNumber(number))) == people[2])
    }
    #expect(try box.store.slips(of: people[2]).count == 3)
    #expect(throws: UseCaseError.desk(.unknownPerson)) {
      try kiosk.mergePeople(people[2], into: people[0], for: TestBox.Why.twoRecords, by: 1)
    }
  }

  @Test("two real numbers need a reason; one that nobody can have does not")
  func realNumbers() throws {
    let (first, second) = (try box.finished(mistyped, session: one), try box.finished(session: box.session(2)))
    let (wrong, right) = (try person(first), try person(second))
    #expect(throws: UseCaseError.desk(.bothNumbersReal)) { try kiosk.mergePeople(wrong, into: right, for: nil, by: 1) }
    #expect(throws: UseCaseError.desk(.samePerson)) {
      try kiosk.mergePeople(right, into: right, for: TestBox.Why.twoRecords, by: 1)
    }
    #expect(throws: UseCaseError.desk(.unknownPerson)) {
      try kiosk.mergePeople(99, into: right, for: TestBox.Why.twoRecords, by: 1)
    }
    let unreal = SeatRequest(
      candidate: try kiosk.readCard("999158999003||Nguyễn Thị Hoa|02091958|Nữ|T|15082021").candidate(),
      audience: SampleBank.audience, isFaceCompared: true, isConfirmed: true)
    guard case .seated(let id, _) = try kiosk.seatByClerk(unreal, by: 1) else { return }
    #expect(throws: Never.self) { try kiosk.mergePeople(person(id), into: right, for: nil, by: 1) }
  }

  @Test("two open attempts cannot become one person's: one must be ended or voided first")
  func bothOpen() throws {
    let (first, second) = (try box.seatByLan(mistyped).id, try box.seatByLan().id)
    let (wrong, right) = (try person(first), try person(second))
    #expect(throws: UseCaseError.desk(.bothHaveOpenAttempts(first, second))) {
      try kiosk.mergePeople(wrong, into: right, for: TestBox.Why.twoRecords, by: 1)
    }
    try kiosk.void(first, for: TestBox.Why.coached, turn: box.turn(first))
    try kiosk.mergePeople(wrong, into: right, for: TestBox.Why.twoRecords, by: 1)
    #expect(try person(first) == right)
  }
}
