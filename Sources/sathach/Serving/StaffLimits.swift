import Synchronization
import UseCases

/// Tries to sign in by account and address, in memory, for every thread: see ``SignInTries``.
final class SignInLimits: SignInTries {
  private let ledger = Mutex(TryLedger())

  func wait(login: String, peer: String, at instant: Int64) -> Int {
    ledger.withLock { $0.wait(login: login, peer: peer, at: instant) }
  }

  func takeBack(peer: String) {
    ledger.withLock { $0.takeBack(peer: peer) }
  }

  func forget(login: String) {
    ledger.withLock { $0.forget(login: login) }
  }
}

/// When each staff session was last used, in memory, for every thread: see ``StaffPresence``.
final class StaffPresences: StaffPresence {
  private let ledger = Mutex(PresenceLedger())

  func note(_ session: StaffSession.ID, at instant: Int64) {
    ledger.withLock { $0.note(session, at: instant) }
  }

  func lastUse(of session: StaffSession.ID) -> Int64? {
    ledger.withLock { $0.lastUse(of: session) }
  }

  func forget(_ session: StaffSession.ID) {
    ledger.withLock { $0.forget(session) }
  }
}
