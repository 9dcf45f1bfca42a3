import Assessment
import Slip

/// How far a box has come.
package struct DeviceStanding: Equatable, Sendable {
  package let issuer: Issuer
  /// Of the last bundle that was applied; 0 before the first.
  package let lastNumber: Int
  /// SHA-256 of its file.
  package let lastDigest: [UInt8]?
  /// By the box's own clock, which may be wrong.
  package let lastMadeAt: Moment?
  package let lastAppliedAt: Moment?
  /// When anything signed by the box last came, by the province's clock.
  package let lastSeenAt: Moment

  package init(
    issuer: Issuer, lastNumber: Int, lastDigest: [UInt8]?, lastMadeAt: Moment?, lastAppliedAt: Moment?,
    lastSeenAt: Moment
  ) {
    self.issuer = issuer
    self.lastNumber = lastNumber
    self.lastDigest = lastDigest
    self.lastMadeAt = lastMadeAt
    self.lastAppliedAt = lastAppliedAt
    self.lastSeenAt = lastSeenAt
  }
}

/// A bundle that came, and what became of it.
package struct ReceivedBundle: Equatable, Sendable {
  package let issuer: Issuer
  /// As its head or its name says; 0 where neither does.
  package let number: Int
  /// SHA-256 of its file.
  package let digest: [UInt8]
  package let state: BundleState
  package let madeAt: Moment?
  package let size: Int
  /// By the province's clock.
  package let firstSeenAt: Moment
  package let changedAt: Moment

  package init(
    issuer: Issuer, number: Int, digest: [UInt8], state: BundleState, madeAt: Moment?, size: Int,
    firstSeenAt: Moment, changedAt: Moment
  ) {
    self.issuer = issuer
    self.number = number
    self.digest = digest
    self.state = state
    self.madeAt = madeAt
    self.size = size
    self.firstSeenAt = firstSeenAt
    self.changedAt = changedAt
  }
}

/// What came from which box, and what became of it.
package protocol BundleLedger {
  /// Every box from which anything came, in the order of their issuers.
  func devices() throws -> [DeviceStanding]
  func device(_ issuer: Issuer) throws -> DeviceStanding?
  /// Bundles that wait or were refused, newest first; of one box or of all.
  func openBundles(of issuer: Issuer?, atMost limit: Int) throws -> [ReceivedBundle]
  /// Writes down what is not applied. What was applied under this digest stays so.
  func note(_ bundle: ReceivedBundle) throws
}

/// Keys that the boxes' bundles and slips are signed with, as the province's list has them.
package protocol ProvinceKeys {
  func keys() throws -> [KnownKey]
  /// Adds keys, or what is new about them; a withdrawal is never taken back.
  func keep(_ keys: [KnownKey]) throws
}
