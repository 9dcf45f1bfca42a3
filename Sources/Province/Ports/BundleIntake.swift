import Bundles
import Slip

/// Takes bundles into the store, each in one transaction.
package protocol BundleIntake: BundleLedger {
  /// Runs `body` while no other import of the box's commune goes on. When it returns, everything it added is on the disk
  /// and counts; when it throws, nothing of it is there. It may be run twice, the first time without effect.
  func importing<T>(_ issuer: Issuer, _ body: (any OpenIntake) throws -> T) throws -> T
}

/// One bundle on its way in. Of each thing the last record that was added holds; what the box could not have gone back on is
/// kept: submitted and void attempts, revocations, erasures.
package protocol OpenIntake: AnyObject {
  var standing: DeviceStanding? { get }
  /// Whether the bundle of this content was applied.
  func isApplied(number: Int, digest: [UInt8]) throws -> Bool
  /// - Parameters:
  ///   - key: whom the province takes the person for, 16 bytes; nil where the record does not say.
  ///   - personal: name, number and birth under the province's own key.
  func add(_ person: BundledPerson, key: [UInt8]?, personal: [UInt8]?) throws
  /// Everything but people.
  ///
  /// - Parameter bytes: the record's encoding.
  func add(_ record: BundleRecord, bytes: [UInt8]) throws
  /// Brings what was added together with what was there, counts, and writes the bundle down as applied; the last call.
  func finish(_ bundle: ReceivedBundle, records: Int) throws
}
