import Assessment
import Slip
import TestSupport
import Testing
import UseCases

@Suite("The log held against a slip")
struct HoldAgainstSlipTests {
  private let box: TestBox
  private let text: String

  init() throws {
    box = try TestBox()
    let browser = Browser(box)
    try browser.finish(right: 4)
    guard let slip = try box.store.slip(of: 1) else { throw TestBox.Unexpected() }
    text = SlipText.encode(slip.bytes)
    // The box's own fact of a start, which the service writes.
    _ = try box.store.countBoot(at: box.clock.now())
  }

  @Test("an untouched box agrees with its slip")
  func agrees() throws {
    #expect(try box.kiosk.holdAgainst(slip: text).finding == .agrees)
  }

  @Test("what no known key signed is no evidence")
  func notEvidence() throws {
    let other = String(text.dropLast()) + (text.hasSuffix("0") ? "1" : "0")
    guard case .notEvidence = try box.kiosk.holdAgainst(slip: other).finding else {
      return #expect(Bool(false), "an altered slip was taken for evidence")
    }
  }

  private let digest: [UInt8] = [1, 2, 3]

  /// What the tables hold of the slip with serial 5, whose own entry is the 41st of 60.
  private func evidence(_ change: (inout SlipEvidence) -> Void) -> SlipEvidence {
    var evidence = SlipEvidence()
    (evidence.lastEntry, evidence.headEntry, evidence.lastSerial, evidence.boots) = (60, 40, 7, 9)
    (evidence.issuedDigest, evidence.storedDigest) = (digest, digest)
    evidence.lastEntryAt = World.morning
    change(&evidence)
    return evidence
  }

  private func found(_ change: (inout SlipEvidence) -> Void) throws -> [SlipContradiction] {
    let claims = try Claims(
      issuer: Issuer("99999-1"), issuedAt: Int(World.morning.seconds), token: SlipToken(digits: "310094827561"),
      serial: 5, audience: 1, frameworkVersion: 1, blueprintVersion: 1, bankHash: [0, 0, 0, 0], right: 4, asked: 4,
      outcome: .passed, areaBits: 1, identity: .cardString, help: .none, bootCounter: 9,
      logHead: [1, 2, 3, 4, 5, 6, 7, 8], holderCheck: nil)
    return evidence(change).contradictions(of: claims, digest: digest)
  }

  @Test("each way of contradicting is told by itself")
  func contradictions() throws {
    #expect(try found { _ in } == [])
    #expect(try found { $0.brokenEntry = 12 } == [.chainBroken(entry: 12)])
    #expect(try found { $0.headEntry = nil } == [.headUnknown])
    #expect(try found { $0.issuedDigest = [9] } == [.entryReplaced(entry: 41)])
    #expect(try found { $0.issuedDigest = nil } == [.entryReplaced(entry: 41)])
    #expect(try found { $0.lastEntry = 40 } == [.entryMissing(after: 40)])
    #expect(try found { $0.storedDigest = [9] } == [.slipReplaced])
    #expect(try found { $0.storedDigest = nil } == [.slipMissing])
    #expect(try found { $0.lastSerial = 4 } == [.olderThanSlip(lastSerial: 4)])
    #expect(try found { $0.boots = 8 } == [.fewerStarts(counted: 8)])
    let before = Moment(milliseconds: World.morning.milliseconds - 60_000)
    #expect(try found { $0.lastEntryAt = before } == [.endsBefore(before)])
  }
}
