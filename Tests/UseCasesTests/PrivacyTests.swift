import Assessment
import Measurement
import Slip
import TestSupport
import Testing
import UseCases

/// Bà Hoa passed (person 1, slip 1) and asks what is kept of her.
@Suite("What people may ask for about what is kept of them")
struct PrivacyTests {
  private let box: TestBox

  init() throws {
    box = try TestBox()
    try box.hireOffice()
    _ = try box.finished(session: box.session(1))
  }

  private func order(_ reason: String = "asked", document: String = "Đơn số 12") -> ErasureOrder {
    ErasureOrder(person: 1, reason: reason, document: document, isConfirmed: true)
  }

  private func rates() throws -> PassRates {
    let year = try #require(ReportPeriod("year-2026"))
    return try box.kiosk.passRates(
      PassRateQuery(period: year, breakdown: .sex, filter: ReportFilter(), mode: .internal))
  }

  private func check() throws -> SlipCheck {
    let slip = try #require(try box.store.slip(serial: 1))
    return try box.kiosk.checkSlip(SlipText.encode(slip.bytes), holder: nil, peer: "test")
  }

  @Test("everything held stands on one page: particulars, consent with its version, answers, slip")
  func holds() throws {
    let holding = try box.kiosk.holding(of: 1)
    #expect(holding.file.name == "Nguyễn Thị Hoa" && holding.facts.birth == "1958-09-02")
    let attempt = try #require(holding.attempts.first)
    #expect(attempt.record.noticeVersion == 2 && attempt.answered == 6 && attempt.slip?.serial == 1)
    #expect(attempt.seatedBy == "Chị Lan")
  }

  @Test("a file for the person has the number and every answer, and stands in register and log with its digest")
  func exports() throws {
    let bytes = try box.kiosk.exportPerson(1, by: TestBox.minh)
    let json = try JSONReader.read(bytes)
    guard case .object(let members) = json.value else { throw TestBox.Unexpected() }
    #expect(
      members.map(\.name) == [
        "attempts", "birth", "certificates", "confirmations", "consentWithdrawnAt", "disclosures", "firstSeenAt",
        "format", "formerNames", "issuer", "madeAt", "mergedRecords", "name", "number", "office", "sex",
      ])
    guard case .text("008158999003")? = json["number"]?.value, case .text("sathach-person-1")? = json["format"]?.value
    else { throw TestBox.Unexpected() }
    #expect(json["attempts"]?.count == 1)
    let line = try #require(try box.kiosk.disclosures().lines.first)
    #expect(line.disclosure.kind == .personFile && line.disclosure.digest == box.secrets.sha256(bytes))
    #expect(line.who == "Ông Minh" && line.whom == "Nguyễn Thị Hoa")
    #expect(try box.store.events(of: "names-disclosed") == ["account=2 person=1 format=json"])
  }

  @Test(
    "a guardian's agreement is held with name, relation, time and the clerk who wrote it down, and goes with the person"
  )
  func holdsGuardian() throws {
    let guardian = GuardianAgreement(relation: .mother, name: "Lê Thị Mai", at: box.clock.now())
    guard
      case .seated(let id, _) = try box.kiosk.seatByClerk(box.request(World.nam, guardian: guardian), by: TestBox.lan)
    else { throw TestBox.Unexpected() }
    let nam = try #require(try box.record(id).person)
    let held = try #require(try box.kiosk.holding(of: nam).attempts.first)
    #expect(held.settled?.guardian == guardian && held.seatedBy == "Chị Lan")
    try box.kiosk.void(id, for: TestBox.Why.coached, turn: box.turn(id))
    try box.kiosk.erasePerson(
      ErasureOrder(person: nam, reason: "mistaken", document: "Biên bản 3", isConfirmed: true), by: TestBox.minh)
    #expect(try box.store.seating(of: id)?.guardian == nil)
  }

  @Test("who looks at a whole number is written down")
  func showsNumber() throws {
    #expect(try box.kiosk.showNumber(of: 1, to: TestBox.lan).digits == "008158999003")
    #expect(try box.store.disclosures(of: 1, most: 9).map(\.account) == [TestBox.lan])
    #expect(try box.store.events(of: "number-shown") == ["account=1 person=1"])
  }

  @Test("an erased person is found by nothing, and every count is as it was")
  func erases() throws {
    let before = try rates()
    try box.kiosk.erasePerson(order(), by: TestBox.minh)
    let now = try rates()
    #expect(
      now.total.people.proportion == before.total.people.proportion && now.total.attempts == before.total.attempts)
    #expect(now.lines.map(\.attempts) == before.lines.map(\.attempts))
    let number = try #require(CitizenNumber("008158999003"))
    #expect(try box.store.candidate(1) == nil && box.store.person(with: number) == nil)
    #expect(try box.kiosk.findRecords(.name("hoa")).people.isEmpty)
    #expect(try box.store.rows(of: 1).allSatisfy { $0.response == nil })
    #expect(try box.store.scores(of: 1).map(\.credit) == [100, 100, 100, 100])
  }

  @Test("an erased person waits on no class list any more, and others do")
  func leavesClasses() throws {
    let lines = [("Nguyễn Thị Hoa", "02/09/1958", "008158999003"), ("Hoàng Thị Sương", "17/04/1990", "004190999006")]
      .enumerated().map { RosterLine(line: $0 + 2, name: $1.0, birth: $1.1, number: $1.2) }
    let id = try box.kiosk.openClass("Lớp chiều", for: SampleBank.audience, lines: lines, by: TestBox.lan)
    try box.kiosk.erasePerson(order(), by: TestBox.minh)
    #expect(try box.kiosk.classView(id).waiting.map(\.line.name) == ["Hoàng Thị Sương"])
  }

  @Test("the slip of an erased person verifies on, and the check says that nothing more is kept")
  func slipStays() throws {
    #expect(try !check().isHolderErased)
    try box.kiosk.erasePerson(order(), by: TestBox.minh)
    let check = try check()
    guard case .verdict(.genuine) = check.finding else { return #expect(Bool(false), "\(check.finding)") }
    #expect(check.isHolderErased)
    let number = try #require(CitizenNumber("008158999003"))
    let slip = try #require(try box.store.slip(serial: 1))
    let desk = try box.kiosk.checkAtDesk(SlipText.encode(slip.bytes), holder: number, peer: "test")
    #expect(desk.check.holder == .rightPerson && desk.own?.name == nil)
  }

  @Test("the chain stays whole, and says that it was done, by whom and why, without a name")
  func chainStays() throws {
    try box.kiosk.erasePerson(order(), by: TestBox.minh)
    #expect(try box.store.auditEvents().isWhole)
    #expect(try box.store.events(of: "person-erased") == ["account=2 person=1 reason=asked attempts=1"])
    #expect(try box.store.erasure(of: 1)?.document == "Đơn số 12")
  }

  @Test("without reason, paper and a tick nobody is erased; nobody is erased twice")
  func refuses() throws {
    let bare = ErasureOrder(person: 1, reason: "expired", document: " ", isConfirmed: false)
    #expect(throws: UseCaseError.privacy([.reason, .document, .unconfirmed])) {
      try box.kiosk.erasePerson(bare, by: TestBox.minh)
    }
    try box.kiosk.erasePerson(order(), by: TestBox.minh)
    #expect(throws: UseCaseError.privacy([.erased(on: CivilDate(box.clock.now()))])) {
      try box.kiosk.erasePerson(order(), by: TestBox.minh)
    }
  }

  @Test("who sits at a test is not erased, nor parted from the consent to it")
  func waitsForTheTest() throws {
    let id = try box.seatByLan(World.suong).id
    let suong = try #require(try box.record(id).person)
    let order = ErasureOrder(person: suong, reason: "asked", document: "Đơn", isConfirmed: true)
    #expect(throws: UseCaseError.privacy([.openAttempt(id)])) { try box.kiosk.erasePerson(order, by: TestBox.minh) }
    #expect(throws: UseCaseError.privacy([.openAttempt(id)])) {
      try box.kiosk.withdrawConsent(of: suong, by: TestBox.minh)
    }
  }

  @Test("records merged into one go together")
  func erasesMerged() throws {
    _ = try box.finished("008158999030||Nguyen Thi Hoa|02091958|Nữ|Tổ 5|15082021", session: box.session(2))
    try box.kiosk.mergePeople(2, into: 1, for: TestBox.Why.twoRecords, by: TestBox.lan)
    try box.kiosk.erasePerson(order(), by: TestBox.minh)
    #expect(try box.store.erasures(most: 9).map(\.person).sorted() == [1, 2])
    #expect(try box.store.candidate(2) == nil)
  }

  @Test("whoever no longer agrees stands on no list, until the next consent")
  func withdraws() throws {
    let batch = try box.listedHoa()
    try box.kiosk.withdrawConsent(of: 1, by: TestBox.minh)
    #expect(try box.store.entries(of: 1).map(\.state) == [.withdrawn])
    #expect(throws: UseCaseError.confirmation(.nothingToList)) { try box.kiosk.listForConfirmation(by: nil) }
    #expect(throws: UseCaseError.privacy([.alreadyWithdrawn])) {
      try box.kiosk.withdrawConsent(of: 1, by: TestBox.minh)
    }
    box.clock.advance(days: 30)
    _ = try box.finished(session: box.session(3))
    #expect(try box.store.withdrawal(of: 1) == nil && box.kiosk.listForConfirmation(by: nil) > batch)
  }

  @Test("a copy of before the erasure erases again by the list that lies beside it")
  func repeats() throws {
    let key = try #require(try box.store.erasureKey(of: 1))
    #expect(try box.kiosk.repeatErasures(keyed: [[UInt8](repeating: 1, count: 32)]) == 0)
    #expect(try box.kiosk.repeatErasures(keyed: [key]) == 1)
    #expect(try box.store.erasure(of: 1)?.reason == .restored && box.store.candidate(1) == nil)
    #expect(try box.kiosk.repeatErasures(keyed: [key]) == 0)
  }
}

extension TestBox {
  fileprivate func listedHoa() throws -> ConfirmationBatch.ID {
    _ = try kiosk.keepConfirmationLayout(Self.layout, by: nil)
    return try kiosk.listForConfirmation(by: nil)
  }
}
