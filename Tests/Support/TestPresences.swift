import Assessment
import Synchronization
import UseCases

/// Who was seen when, as the product keeps it.
package final class TestPresences: Presences {
  private let ledger = Mutex(ScreenLedger())

  package init() {}

  package func note(_ device: Device.ID?, attempt: Attempt.ID?, at instant: Int64) {
    ledger.withLock { $0.note(device, attempt: attempt, at: instant) }
  }

  package func lastSeen(device: Device.ID) -> Presence? {
    ledger.withLock { $0.lastSeen(device: device) }
  }

  package func lastSeen(attempt: Attempt.ID) -> Presence? {
    ledger.withLock { $0.lastSeen(attempt: attempt) }
  }
}
