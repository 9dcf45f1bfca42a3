import Assessment
import Synchronization
import UseCases

/// Since when each attempt's page has been on a screen, in memory, for every thread: see ``Servings``.
final class ServedPages: Servings {
  private let ledger = Mutex(ServingLedger())

  func serve(_ attempt: Attempt.ID, at instant: Int64) -> Int {
    ledger.withLock { $0.serve(attempt, at: instant) }
  }

  func take(_ attempt: Attempt.ID, at instant: Int64) -> Int {
    ledger.withLock { $0.take(attempt, at: instant) }
  }

  func peek(_ attempt: Attempt.ID, at instant: Int64) -> Int {
    ledger.withLock { $0.peek(attempt, at: instant) }
  }
}
