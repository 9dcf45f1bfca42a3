import Bundles
import Slip

/// What of a bundle the province alone can open, and what it keeps of it.
package protocol ProvinceSecrets {
  /// The first bytes of the hash of the public key that bundles are sealed to.
  var recipient: [UInt8] { get }
  /// How personal parts under a bundle's content key are opened; nil where the key itself does not open.
  func opening(_ sealedKey: [UInt8]) -> BundledParticulars.Opening?
  /// A keyed hash of 16 bytes: the same for the same words, useless without the province's key.
  func personKey(_ words: String) -> [UInt8]
  /// Hides a text from whoever reads the database; the purpose is bound to it, so that fields cannot be swapped.
  func seal(_ text: String, purpose: String) -> [UInt8]
  func open(_ sealed: [UInt8], purpose: String) throws -> String
  func verify(_ signature: [UInt8], _ message: [UInt8], _ publicKey: [UInt8]) -> Bool
}

/// A bundle where it lies. Its lengths agree with its head; nothing else is known of it.
package protocol IncomingBundle: AnyObject {
  var envelope: BundleEnvelope { get }
  /// Holds the body against the head.
  ///
  /// - Returns: SHA-256 of the whole file.
  /// - Throws: ``Bundles/BundleFault/bodyDigest``.
  func check() throws -> [UInt8]
  /// Hands out the records in their order, each with its encoding.
  func forEachRecord(_ give: (BundleRecord, _ bytes: [UInt8]) throws -> Void) throws
}
