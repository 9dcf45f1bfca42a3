import Assessment
import Synchronization
import UseCases

/// When each device and attempt last asked for anything, in memory, for every thread: see ``Presences``.
final class SeenScreens: Presences {
  private let ledger = Mutex(ScreenLedger())

  func note(_ device: Device.ID?, attempt: Attempt.ID?, at instant: Int64) {
    ledger.withLock { $0.note(device, attempt: attempt, at: instant) }
  }

  func lastSeen(device: Device.ID) -> Presence? {
    ledger.withLock { $0.lastSeen(device: device) }
  }

  func lastSeen(attempt: Attempt.ID) -> Presence? {
    ledger.withLock { $0.lastSeen(attempt: attempt) }
  }
}
