/// Counts how often an address has asked for a spoken code, so that codes cannot be tried out.
package protocol Lookups: Sendable {
  /// - Returns: seconds to wait before the next try counts, 0 where this one may go on.
  func wait(for peer: String, at instant: Int64) -> Int
}

/// The bookkeeping behind ``Lookups``: a bucket of tries for each address that fills again with time. For one thread.
///
/// A clerk mistypes now and then; somebody who tries codes gets one in six seconds, and would need 95,000 years for
/// half of the 10¹² tokens.
package struct LookupLedger: Sendable {
  package static let burst = 20
  package static let millisecondsPerTry: Int64 = 6_000
  /// Addresses remembered; beyond them the ledger is emptied of full buckets, then of all.
  package static let mostPeers = 1_024

  private struct Bucket {
    var tries: Int64
    var filledAt: Int64
  }

  private var buckets: [String: Bucket] = [:]

  package init() {}

  package mutating func wait(for peer: String, at instant: Int64) -> Int {
    var bucket = buckets[peer] ?? Bucket(tries: Int64(Self.burst), filledAt: instant)
    let gained = max(0, instant - bucket.filledAt) / Self.millisecondsPerTry
    bucket.tries = min(Int64(Self.burst), bucket.tries + gained)
    bucket.filledAt = bucket.tries == Int64(Self.burst) ? instant : bucket.filledAt + gained * Self.millisecondsPerTry
    if bucket.tries > 0 {
      bucket.tries -= 1
      keep(bucket, for: peer)
      return 0
    }
    keep(bucket, for: peer)
    return Int((Self.millisecondsPerTry - (instant - bucket.filledAt) + 999) / 1_000)
  }

  private mutating func keep(_ bucket: Bucket, for peer: String) {
    if buckets.count >= Self.mostPeers, buckets[peer] == nil { buckets.removeAll() }
    buckets[peer] = bucket
  }
}
