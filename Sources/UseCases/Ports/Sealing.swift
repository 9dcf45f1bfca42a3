import Assessment
import Slip

/// Hashing and this box's secrets, as the verbs need them.
package protocol Secrets: Sendable {
  func sha256(_ bytes: [UInt8]) -> [UInt8]
  /// SHA-256 of what comes piece by piece.
  func runningSHA256() -> any RunningDigest
  /// Hides a text from whoever reads the database file; the purpose is bound to it, so that fields cannot be swapped.
  func seal(_ text: String, purpose: String) throws -> [UInt8]
  func open(_ sealed: [UInt8], purpose: String) throws -> String
  /// A keyed hash to find a person by number, the same for the same number, useless without the key.
  func lookup(_ number: CitizenNumber) -> [UInt8]
  /// A keyed hash of a one-time code, different for each kind and owner.
  func mark(_ code: String, kind: String) -> [UInt8]
  /// A keyed hash of a session id, to be written into every form that session is shown.
  func formToken(for session: SessionID) -> [UInt8]
}

/// Signs slips with this box's key.
package protocol SlipSigning: Sendable {
  var keyID: KeyID { get }
  var publicKey: [UInt8] { get }
  func sign(_ bytes: [UInt8]) throws -> [UInt8]
  /// Whether an Ed25519 signature holds, of whatever key.
  func verify(_ signature: [UInt8], _ message: [UInt8], _ publicKey: [UInt8]) -> Bool
  /// The first 12 bits of argon2id over the number, salted from the token. Slow on purpose (tens of milliseconds):
  /// never to be called on the writer.
  func holderCheck(of number: CitizenNumber, token: SlipToken) throws -> Int
}

/// The keys that slips are checked with: this box's own and the province's list.
package protocol KeyRing: Sendable {
  /// - Throws: where the list on the disk is damaged; then the box's own keys alone would be a half truth.
  func keys() throws -> KeyList
  /// The province's list as it was signed, to be handed on; nil where none is held.
  func provinceList() throws -> HeldKeyList?
  /// Six groups of five digits to be compared by voice; nil where no key of the province is trusted.
  func anchorFingerprint() throws -> String?
  /// The key of the province that lists and answers are trusted by; nil where there is none.
  func provinceAnchor() throws -> Anchor?
  /// Puts a newer signed list in the place of the one held.
  ///
  /// - Throws: ``UseCaseError/keyList(_:)``.
  func keepList(_ text: String) throws -> KeyList.Edition?
}

/// A signed list with the key it is trusted by.
package struct HeldKeyList: Equatable, Sendable {
  package let anchor: [UInt8]
  package let text: String

  package init(anchor: [UInt8], text: String) {
    self.anchor = anchor
    self.text = text
  }
}

/// 128 random bits in a browser's cookie.
package struct SessionID: Hashable, Sendable {
  package let bytes: [UInt8]

  package init?(_ bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.bytes = bytes
  }
}
