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
