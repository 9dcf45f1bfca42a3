import Assessment
import Sealing
import Slip
import TestSupport
import Testing
import UseCases

@Suite("Issuing a slip")
struct IssueSlipTests {
  private let box: TestBox
  private let session: SessionID

  init() throws {
    box = try TestBox()
    session = try box.session(1)
  }

  private func finished(right: Int) throws -> Attempt.ID {
    let id = try box.seatHoa(session: session)
    try box.answerAll(id, right: right)
    let prepared = try box.kiosk.prepareSlip(for: box.record(id))
    try box.kiosk.submit(box.record(id), confirmed: true, prepared: prepared)
    return id
  }

  private func verdict(_ slip: StoredSlip) throws -> Verdict {
    let key = try KnownKey(
      kid: box.signing.keyID, publicKey: box.signing.publicKey, issuer: box.kiosk.office.issuer)
    return SlipVerification.verdict(
      on: SlipText.encode(slip.bytes), keys: KeyList(keys: [key]), check: Ed25519.verify)
  }

  @Test("a passed attempt has its slip the moment it is handed in, and the slip is genuine")
  func isGenuine() throws {
    let id = try finished(right: 4)
    let slip = try #require(try box.store.slip(of: id))
    guard case .genuine(let claims, let isSample) = try verdict(slip) else {
      Issue.record("not genuine: \(try verdict(slip))")
      return
    }

    #expect(!isSample)
    #expect(claims.right == 4 && claims.asked == 4)
    #expect(claims.frameworkVersion == 3 && claims.blueprintVersion == 5)
    #expect(claims.areaBits == 1 << 2 | 1 << 4)
    #expect(claims.serial == 1)
    #expect(slip.bytes.count <= 160)
  }

  @Test("the slip says nothing of name and number")
  func saysNoName() throws {
    let slip = try #require(try box.store.slip(of: finished(right: 4)))
    let text = String(decoding: slip.bytes, as: UTF8.self)

    #expect(!text.contains("Hoa"))
    #expect(!text.contains("008158999003"))
  }

  @Test("the holder check fits the person's number and no other of a thousand but by chance")
  func holderCheck() throws {
    let slip = try #require(try box.store.slip(of: finished(right: 4)))
    guard case .genuine(let claims, _) = try verdict(slip) else { return }

    #expect(
      try HolderComparison(of: claims) { try HolderCheck.bits(number: "008158999003", token: $0) } == .rightPerson)
    #expect(
      try HolderComparison(of: claims) { try HolderCheck.bits(number: "082084999002", token: $0) } == .otherPerson)
  }

  @Test("its log head is the entry before its own, whose entry holds the slip's hash")
  func witnessesTheLog() throws {
    let slip = try #require(try box.store.slip(of: finished(right: 4)))
    let audit = try box.store.auditEvents()

    #expect(audit.isWhole)
    #expect(audit.slipCount == 1)
    guard case .genuine(let claims, _) = try verdict(slip) else { return }
    #expect(claims.logHead.count == 8)
  }

  @Test("asking again gives the same slip, never a second one")
  func isOnlyOne() throws {
    let id = try finished(right: 3)
    let first = try #require(try box.store.slip(of: id))
    let again = try box.kiosk.issueSlip(for: box.record(id), prepared: nil)

    #expect(first == again)
    #expect(try box.kiosk.prepareSlip(for: box.record(id)) == nil)
  }

  @Test("who has not passed gets advice and no slip")
  func notPassed() throws {
    let id = try finished(right: 1)

    #expect(try box.store.slip(of: id) == nil)
    #expect(try box.kiosk.result(of: box.record(id)).outcome.toLearn.count > 0)
    #expect(throws: UseCaseError.notPassed) { try box.kiosk.issueSlip(for: box.record(id), prepared: nil) }
  }

  @Test("an attempt whose time ran out without a prepared slip can have it made afterwards")
  func madeLater() throws {
    let id = try box.seatHoa(session: session)
    try box.answerAll(id, right: 4)
    try box.kiosk.submit(box.record(id), confirmed: true, prepared: nil)
    #expect(try box.store.slip(of: id) == nil)

    let prepared = try box.kiosk.prepareSlip(for: box.record(id))
    let slip = try box.kiosk.issueSlip(for: box.record(id), prepared: prepared)
    #expect(slip.serial == 1)
  }

  @Test("twelve digits that another slip has are never used again")
  func tokenIsUnique() throws {
    let first = try #require(try box.store.slip(of: finished(right: 4)))
    box.clock.advance(days: 2)
    let id = try box.seatHoa(session: session)
    try box.answerAll(id, right: 4)
    try box.kiosk.submit(box.record(id), confirmed: true, prepared: nil)

    #expect(throws: UseCaseError.tokenTaken) {
      try box.kiosk.issueSlip(
        for: box.record(id), prepared: PreparedSlip(attempt: id, token: first.token, holderCheck: 0))
    }
  }
}
