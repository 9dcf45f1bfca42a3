import Slip

/// Why a bundle waits. Nothing is wrong with it; what it needs comes later, and then it is applied by itself.
package enum BundleWait: Hashable, Sendable {
  /// Bundles with smaller numbers have not come; the first that is missing.
  case gap(missing: Int)
  /// Its key was withdrawn. Only the next bundle of the box, signed by a key that counts, can vouch for it.
  case withdrawnKey
}

/// Why a bundle is not applied.
package enum BundleRefusal: Hashable, Sendable {
  /// No bundle at all, cut short, or with bytes changed; `cause` is a word of the format's reader.
  case damaged(cause: String)
  /// No key of the province's list has this number.
  case unknownKey(kid: String)
  /// The key is on the list, for another box.
  case keyOfAnotherBox(owner: String)
  /// The head is not what the key signed.
  case forged
  /// Sealed for another recipient.
  case otherProvince
  /// Of a later version than this program reads.
  case laterVersion(Int)
  case tooLarge(bytes: Int, most: Int)
  /// Another bundle with this number was applied: the box was copied, or restored without taking a new number.
  case otherOfThisNumber
  /// It follows another bundle than the one that was applied before it.
  case otherPast
  /// Sample data.
  case sample
  /// What it holds contradicts itself; nothing of it was taken.
  case unreadable(cause: String)
}

/// What became of a bundle.
package enum BundleState: Hashable, Sendable {
  case applied
  case waiting(BundleWait)
  case refused(BundleRefusal)
}

/// What came of handing a bundle in.
package enum BundleOutcome: Hashable, Sendable {
  /// Everything in it counts now.
  case applied(records: Int)
  /// It had been applied before; nothing changed.
  case again
  case waiting(BundleWait)
  case refused(BundleRefusal)
}
