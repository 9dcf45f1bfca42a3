/// Whether the person holding a slip is the one it was made for.
///
/// Twelve bits: a stranger's number agrees once in 4,096 times, and the
/// slip's bits do not narrow a citizen number down to one person.
package enum HolderComparison: Hashable, Sendable {
  case rightPerson
  case otherPerson
  /// The slip was made without a citizen number.
  case notBound

  /// Compares a genuine slip's claims with the bits `computed` from the number on the holder's card.
  package init<Failure: Error>(
    of claims: Claims, with computed: (SlipToken) throws(Failure) -> Int
  ) throws(Failure) {
    guard let expected = claims.holderCheck else {
      self = .notBound
      return
    }
    self = try computed(claims.token) == expected ? .rightPerson : .otherPerson
  }
}
