import Assessment

/// Remembers, in memory only, since when each attempt's page has been on a screen.
///
/// Losing it at a stop of the service costs nobody anything: time that was not yet counted is given to the candidate.
package protocol Servings: Sendable {
  /// A page of the attempt goes out. Time since an earlier page that brought no answer is kept pending.
  /// - Returns: milliseconds pending, not yet in the store.
  func serve(_ attempt: Attempt.ID, at instant: Int64) -> Int

  /// An answer came in: all time served since the last answer, which is now counted and forgotten here.
  func take(_ attempt: Attempt.ID, at instant: Int64) -> Int

  /// As ``take(_:at:)``, but leaves everything as it is.
  func peek(_ attempt: Attempt.ID, at instant: Int64) -> Int
}

/// The bookkeeping behind ``Servings``, for one thread at a time.
package struct ServingLedger: Sendable {
  private struct Serving {
    var start: Int64
    var pending: Int
  }

  private var servings: [Attempt.ID: Serving] = [:]

  package init() {}

  package mutating func serve(_ attempt: Attempt.ID, at instant: Int64) -> Int {
    let pending = peek(attempt, at: instant)
    servings[attempt] = Serving(start: instant, pending: pending)
    return pending
  }

  package mutating func take(_ attempt: Attempt.ID, at instant: Int64) -> Int {
    let served = peek(attempt, at: instant)
    servings[attempt] = nil
    return served
  }

  package func peek(_ attempt: Attempt.ID, at instant: Int64) -> Int {
    guard let serving = servings[attempt] else { return 0 }
    return serving.pending + Attempt.served(from: serving.start, to: instant)
  }
}
