import Assessment
import Slip
import TestSupport
import Testing
import UseCases

@Suite("Help, allowed and not")
struct DeskHelpTests {
  private let box: TestBox
  private let one: SessionID
  private let id: Attempt.ID

  init() throws {
    box = try TestBox()
    one = try box.session(1)
    id = try box.atFirstItem(session: one)
  }

  private func finish() throws {
    try box.answerAll(id, right: 4)
    try box.kiosk.submit(box.record(id), confirmed: true, prepared: box.kiosk.prepareSlip(for: box.record(id)))
  }

  private func issue() throws -> StoredSlip {
    try box.kiosk.issueSlip(for: box.record(id), prepared: box.kiosk.prepareSlip(for: box.record(id)))
  }

  private func helpOnSlip() throws -> Claims.Help? {
    let slip = try #require(try box.store.slip(of: id))
    let check = try box.kiosk.checkSlip(SlipText.encode(slip.bytes), holder: nil, peer: "desk")
    guard case .verdict(.genuine(let claims, _)) = check.finding else { return nil }
    return claims.help
  }

  @Test("a slip without help says so, one with allowed help says that")
  func allowed() throws {
    try box.kiosk.recordHelp(.readAloud, in: id, by: TestBox.lan)
    try box.kiosk.recordHelp(.operatedMouse, in: id, by: TestBox.minh)
    try finish()
    #expect(try helpOnSlip() == .allowed)
    let other = try box.finished("008158999555||Nguyễn Thị Năm|02091958|Nữ|T|15082021", session: box.session(5))
    #expect(try box.kiosk.result(of: box.record(other)).help.standing == .clear(.none))
  }

  @Test("help with an answer: no slip until an officer has decided, and the kiosk is told why")
  func flagged() throws {
    try box.kiosk.recordHelp(.suggestedAnswer, in: id, by: TestBox.lan)
    try finish()
    #expect(try box.store.slip(of: id) == nil)
    #expect(try box.kiosk.result(of: box.record(id)).help.standing == .awaitsOfficer)
    #expect(throws: UseCaseError.desk(.awaitsOfficer(id))) { try issue() }
  }

  @Test(
    "the officer's word decides what the slip says of it",
    arguments: [(FlagDecision.Verdict.counts, Claims.Help.coaching), (.mistaken, .none)])
  func decided(verdict: FlagDecision.Verdict, help: Claims.Help) throws {
    try box.kiosk.recordHelp(.explainedQuestion, in: id, by: TestBox.lan)
    try finish()
    try box.kiosk.decideFlag(verdict, on: id, for: TestBox.Why.coached, turn: box.turn(id, by: TestBox.minh))
    _ = try issue()
    #expect(try helpOnSlip() == help)
    #expect(try box.store.auditEvents().isWhole)
  }

  @Test("refused means no slip, also not at the store's door")
  func refused() throws {
    try box.kiosk.recordHelp(.suggestedAnswer, in: id, by: TestBox.lan)
    try finish()
    try box.kiosk.decideFlag(.refused, on: id, for: TestBox.Why.coached, turn: box.turn(id, by: TestBox.minh))
    #expect(throws: UseCaseError.desk(.slipRefused(id))) { try issue() }
    let slip = StoredSlip(
      serial: 1, attempt: id, token: try SlipToken(number: 7), bytes: [0], issuedAt: World.morning)
    #expect(throws: (any Error).self) { try box.store.add(slip) }
  }

  @Test("an officer decides once, and only where something waits")
  func decidesOnce() throws {
    #expect(throws: UseCaseError.desk(.notFlagged(id))) {
      try box.kiosk.decideFlag(.counts, on: id, for: TestBox.Why.coached, turn: box.turn(id))
    }
    try box.kiosk.recordHelp(.suggestedAnswer, in: id, by: TestBox.lan)
    let seen = try box.turn(id, by: 3)
    try box.kiosk.decideFlag(.counts, on: id, for: TestBox.Why.coached, turn: box.turn(id))
    #expect(throws: UseCaseError.desk(.changedMeanwhile(id, acts: try box.store.acts(on: id, after: seen.seen)))) {
      try box.kiosk.decideFlag(.refused, on: id, for: TestBox.Why.coached, turn: seen)
    }
  }

  @Test("help that comes to light after the slip was given waits too; refused then revokes the slip")
  func afterwards() throws {
    try finish()
    let slip = try #require(try box.store.slip(of: id))
    try box.kiosk.recordHelp(.suggestedAnswer, in: id, by: TestBox.lan)
    #expect(try box.kiosk.board().finished.first?.need == .decide)
    try box.kiosk.decideFlag(.refused, on: id, for: TestBox.Why.coached, turn: box.turn(id))
    #expect(try box.store.revocation(of: slip.serial) != nil)
  }

  @Test("help is written down with its helper and place, by two clerks at once, in the log without names")
  func ledger() throws {
    try box.kiosk.recordHelp(.readAloud, in: id, by: TestBox.lan)
    try box.kiosk.recordHelp(.readAloud, in: id, by: TestBox.minh)
    let acts = try box.store.help(of: id).acts
    #expect(acts.map(\.account) == [TestBox.lan, TestBox.minh] && acts.map(\.number) == [1, 2])
    #expect(acts.allSatisfy { $0.place == FormPlace(.scored, 1) })
    #expect(try box.store.events(of: "help-recorded").first == "account=1 kind=read-aloud place=scored-1")
  }

  @Test("a double click writes one entry; the same help again, elsewhere or by somebody else writes another")
  func doubleClick() throws {
    for _ in 1...2 { try box.kiosk.recordHelp(.readAloud, in: id, by: TestBox.lan) }
    try box.kiosk.recordHelp(.readAloud, in: id, by: TestBox.minh)
    box.clock.advance(seconds: 2)
    try box.kiosk.recordHelp(.readAloud, in: id, by: TestBox.minh)
    #expect(try box.store.help(of: id).acts.map(\.account) == [TestBox.lan, TestBox.minh, TestBox.minh])
  }

  @Test("a decision that clears a test that is handed in gives the slip at once")
  func issuesAtOnce() throws {
    try box.kiosk.recordHelp(.suggestedAnswer, in: id, by: TestBox.lan)
    try finish()
    try box.kiosk.decideFlag(
      .counts, on: id, for: TestBox.Why.coached, turn: box.turn(id, by: TestBox.minh),
      prepared: box.kiosk.prepareSlip(for: box.record(id)))
    #expect(try helpOnSlip() == .coaching)
    #expect(try box.kiosk.board().toPrint.map(\.attempt) == [id])
  }

  @Test("nobody helps with an attempt that has not begun or is void")
  func outside() throws {
    let (waiting, _) = try box.seatByLan("008158999556||Nguyễn Thị Sáu|02091958|Nữ|T|15082021")
    #expect(throws: AssessmentError.notInProgress(state: .seating)) {
      try box.kiosk.recordHelp(.readAloud, in: waiting, by: 1)
    }
  }

  @Test("a call for help is on the board until somebody goes; the second to go is told")
  func call() throws {
    try box.kiosk.callForHelp(id, session: one)
    box.clock.advance(seconds: 30)
    try box.kiosk.callForHelp(id, session: one)
    #expect(try box.kiosk.board().open.first?.asksForHelpSince == World.morning)
    try box.kiosk.answerHelp(id, by: TestBox.lan)
    #expect(try box.kiosk.board().open.first?.asksForHelpSince == nil)
    #expect(throws: UseCaseError.desk(.noHelpCalled(id))) { try box.kiosk.answerHelp(id, by: TestBox.minh) }
    try box.kiosk.callForHelp(id, session: one)
    #expect(try box.store.events(of: "help-called").count == 2)
  }

  @Test("who went is known, until somebody calls again and another goes")
  func answered() throws {
    try box.kiosk.callForHelp(id, session: one)
    try box.kiosk.answerHelp(id, by: TestBox.lan)
    #expect(try box.store.lastHelpAnswer(of: id)?.account == TestBox.lan)
    try box.kiosk.callForHelp(id, session: one)
    #expect(try box.kiosk.helpCall(of: id) != nil)
    try box.kiosk.answerHelp(id, by: TestBox.minh)
    #expect(try box.store.lastHelpAnswer(of: id)?.account == TestBox.minh)
    #expect(try box.kiosk.helpCall(of: id) == nil)
  }

  @Test("whoever practises is offered no call and makes none: the desk does not see practice")
  func practiceCallsNobody() throws {
    let two = try box.session(2)
    let practice = try box.kiosk.beginPractice(for: SampleBank.audience, session: two)
    #expect(try !box.kiosk.canCall(box.record(practice)) && box.kiosk.canCall(box.record(id)))
    #expect(throws: UseCaseError.desk(.notTested(practice))) { try box.kiosk.callForHelp(practice, session: two) }
  }

  @Test("only who sits there calls for help, and not after handing in")
  func callers() throws {
    #expect(throws: UseCaseError.foreignAttempt(id)) { try box.kiosk.callForHelp(id, session: box.session(9)) }
    try finish()
    #expect(throws: AssessmentError.notInProgress(state: .submitted)) { try box.kiosk.callForHelp(id, session: one) }
  }
}
