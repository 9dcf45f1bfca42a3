/// What is to be done with a bundle that is what it says, by what was applied before. Pure, so that every order of sticks
/// can be tried.
package enum BundleDecision: Equatable, Sendable {
  case apply
  case wait(BundleWait)
  case refuse(BundleRefusal)

  /// - Parameters:
  ///   - isVouched: a later bundle of the box, signed with a key that counts, names this one by its digest.
  ///   - lastNumber: of the last bundle that was applied; 0 before the first.
  package init(
    number: Int, previous: [UInt8], isKeyWithdrawn: Bool, isVouched: Bool, lastNumber: Int, lastDigest: [UInt8]?
  ) {
    if number <= lastNumber {
      self = .refuse(.otherOfThisNumber)
    } else if number > lastNumber + 1 {
      self = .wait(.gap(missing: lastNumber + 1))
    } else if previous != lastDigest ?? [] {
      self = .refuse(.otherPast)
    } else if isKeyWithdrawn, !isVouched {
      self = .wait(.withdrawnKey)
    } else {
      self = .apply
    }
  }
}
