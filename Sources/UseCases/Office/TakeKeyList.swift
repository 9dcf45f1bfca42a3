import Assessment
import Slip

/// Why a list of the province's keys is not taken in.
package enum KeyListFault: Equatable, Sendable {
  /// No key of the province is trusted here yet; a technician installs it.
  case noAnchor
  /// Altered, signed by somebody else, or no list at all.
  case unreadable(SlipError)
  /// One as new, or newer, is held already.
  case notNewer(held: Int)
}

/// The keys that slips are checked with here, for officers.
package struct KeyStanding: Sendable {
  package let own: KnownKey?
  /// Of this box too, and no longer signing: oldest first.
  package let former: [KnownKey]
  /// Six groups of five digits; nil where no key of the province is trusted.
  package let anchor: String?
  package let edition: KeyList.Edition?
  /// Keys of other boxes, and slips withdrawn, as the list has them.
  package let others: Int
  package let revoked: Int
}

extension Kiosk {
  package func keyStanding() throws -> KeyStanding {
    let keys = try keyRing.keys()
    let mine = keys.keys.filter { office.keepsSlips(of: $0.issuer) }
    let own = mine.last { $0.publicKey == signing.publicKey }
    return KeyStanding(
      own: own, former: mine.filter { $0.publicKey != signing.publicKey }, anchor: try keyRing.anchorFingerprint(),
      edition: keys.edition, others: keys.keys.count - mine.count, revoked: keys.revoked.count)
  }

  /// Takes in the province's signed list, if it is newer than the one held.
  ///
  /// - Throws: ``UseCaseError/keyList(_:)``.
  package func takeKeyList(_ text: String, by account: StaffID) throws -> KeyList.Edition? {
    let edition = try keyRing.keepList(text)
    try store.append(
      Event(
        .keyListTaken, digest: secrets.sha256(Array(text.utf8)),
        note: "account=\(account) number=\(edition?.number ?? 0)"), at: clock.now())
    return edition
  }
}
