import Province
import Testing

@Suite("What is done with a bundle that is what it says")
struct BundleDecisionTests {
  private let one: [UInt8] = [1]
  private let other: [UInt8] = [2]

  @Test("the first, and the one that follows the last, are applied")
  func nextIsApplied() {
    #expect(decision(1, after: [], last: 0, nil) == .apply)
    #expect(decision(8, after: one, last: 7, one) == .apply)
  }

  @Test("one before its turn waits for the first that is missing")
  func gapWaits() {
    #expect(decision(9, after: other, last: 6, one) == .wait(.gap(missing: 7)))
  }

  @Test("a number that was applied with other content, or that follows other content, is refused")
  func copiesAreRefused() {
    #expect(decision(6, after: one, last: 6, one) == .refuse(.otherOfThisNumber))
    #expect(decision(7, after: other, last: 6, one) == .refuse(.otherPast))
    #expect(decision(1, after: one, last: 0, nil) == .refuse(.otherPast))
  }

  @Test("under a withdrawn key it waits until the box vouches for it; a gap is told first")
  func withdrawnWaits() {
    #expect(decision(7, after: one, last: 6, one, isWithdrawn: true) == .wait(.withdrawnKey))
    #expect(decision(7, after: one, last: 6, one, isWithdrawn: true, isVouched: true) == .apply)
    #expect(decision(8, after: one, last: 6, one, isWithdrawn: true, isVouched: true) == .wait(.gap(missing: 7)))
  }

  private func decision(
    _ number: Int, after previous: [UInt8], last: Int, _ digest: [UInt8]?, isWithdrawn: Bool = false,
    isVouched: Bool = false
  ) -> BundleDecision {
    BundleDecision(
      number: number, previous: previous, isKeyWithdrawn: isWithdrawn, isVouched: isVouched, lastNumber: last,
      lastDigest: digest)
  }
}

@Suite("What is said about bundles")
struct BundleWordingTests {
  static let refusals: [BundleRefusal] = [
    .damaged(cause: "cut"), .unknownKey(kid: "0102030405060708"), .keyOfAnotherBox(owner: "02215-1"), .forged,
    .otherProvince, .laterVersion(2), .tooLarge(bytes: 9, most: 8), .otherOfThisNumber, .otherPast, .sample,
    .unreadable(cause: "packing"),
  ]

  @Test("every refusal comes back out of the ledger as it went in", arguments: refusals)
  func refusalsAreKept(refusal: BundleRefusal) {
    #expect(BundleRefusal(name: refusal.name, fact: refusal.fact) == refusal)
  }

  @Test(
    "every wait comes back out of the ledger as it went in", arguments: [BundleWait.gap(missing: 3), .withdrawnKey])
  func waitsAreKept(wait: BundleWait) {
    #expect(BundleWait(name: wait.name, fact: wait.fact) == wait)
  }

  @Test("an officer reads what it is and what to do, in sentences", arguments: refusals)
  func adviceIsGiven(refusal: BundleRefusal) {
    let advice = OfficerWording.advice(refusal)
    #expect(advice.what.hasSuffix(".") && advice.whatToDo.hasSuffix("."))
  }

  @Test("a gap names the number that is missing, also in what to do")
  func gapNamesTheNumber() {
    let advice = OfficerWording.advice(.gap(missing: 41))
    #expect(advice.what.contains("41") && advice.whatToDo.contains("again 41"))
  }
}
