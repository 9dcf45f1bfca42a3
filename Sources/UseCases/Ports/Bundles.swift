import Assessment
import Bundles
import Slip

/// Entries of the log that a bundle covers, both ends included.
package struct BundleSpan: Equatable, Sendable {
  package let first: Int64
  package let last: Int64
  /// Hash of the last one.
  package let hash: [UInt8]

  package init(first: Int64, last: Int64, hash: [UInt8]) {
    (self.first, self.last, self.hash) = (first, last, hash)
  }
}

/// A bundle that was made, as the database remembers it.
package struct MadeBundle: Equatable, Sendable {
  package let head: BundleHead
  /// SHA-256 of the file.
  package let digest: [UInt8]
  /// Bytes of the file.
  package let size: Int

  package init(head: BundleHead, digest: [UInt8], size: Int) {
    (self.head, self.digest, self.size) = (head, digest, size)
  }
}

/// Where the numbering of bundles stands.
package struct BundleMark: Equatable, Sendable {
  package let number: Int
  package let digest: [UInt8]
  package let lastEvent: Int64
  package let eventHash: [UInt8]

  package init(number: Int, digest: [UInt8], lastEvent: Int64, eventHash: [UInt8]) {
    (self.number, self.digest, self.lastEvent, self.eventHash) = (number, digest, lastEvent, eventHash)
  }
}

/// What the province is told is read from here.
package protocol BundleStore {
  /// The entries after one, so many at most; nil where there are none.
  func bundleSpan(after entry: Int64, most: Int) throws -> BundleSpan?
  /// The hash of an entry of the log.
  func eventHash(of entry: Int64) throws -> [UInt8]?
  /// The state, as it is now, of everything that the span's entries speak of: people before attempts, attempts before
  /// slips. To be called within one snapshot.
  ///
  /// - Parameters:
  ///   - issuer: what the box is called now.
  ///   - seal: seals who a person is; see ``Bundles/BundledParticulars``.
  func eachBundled(
    in span: BundleSpan, issuer: Issuer, seal: BundledParticulars.Sealing, _ give: (BundleRecord) throws -> Void
  ) throws
  /// Attempts and other things that the span's entries speak of, counted; for whoever asks what waits.
  func countBundled(in span: BundleSpan) throws -> Int
  /// The last bundle under that name that the database knows of.
  func bundleMark(of issuer: Issuer) throws -> BundleMark?
  func add(_ bundle: MadeBundle) throws
  /// Whether nothing speaks against the wall clock, as it was last written down.
  func isClockUndoubted() throws -> Bool
}

/// How this box tells the province, for whoever looks after it. Asked anew for every page.
package protocol BundleFacts: Sendable {
  func state() -> BundleState
  /// Asks for a bundle as soon as possible.
  /// - Returns: false where none can be made now.
  func request(by account: StaffID) -> Bool
}

package struct BundleState: Equatable, Sendable {
  package enum Obstacle: Equatable, Sendable {
    /// Nobody has said where to.
    case noPlace
    /// No key of the province was taken in, so there is nothing to seal to.
    case noRecipient
    /// The stick is not there.
    case placeMissing
    /// The last try failed; the operator's log says how.
    case failed
  }

  package struct Last: Equatable, Sendable {
    package let number: Int
    /// By the clock the box had then.
    package let at: Moment
    package let records: Int
    /// Bytes of the file.
    package let size: Int
    package let lastEvent: Int64

    package init(number: Int, at: Moment, records: Int, size: Int, lastEvent: Int64) {
      (self.number, self.at, self.records, self.size, self.lastEvent) = (number, at, records, size, lastEvent)
    }
  }

  /// Where bundles are handed on, as in the settings; nil for nowhere.
  package var place: String?
  package var last: Last?
  /// The last number that lies in the place.
  package var handedOn = 0
  package var isRunning = false
  package var obstacle: Obstacle?

  package init() {}
}
