import Synchronization
import UseCases

/// Tries of spoken codes by address, in memory, for every thread: see ``Lookups``.
final class LookupLimits: Lookups {
  private let ledger = Mutex(LookupLedger())

  func wait(for peer: String, at instant: Int64) -> Int {
    ledger.withLock { $0.wait(for: peer, at: instant) }
  }
}
