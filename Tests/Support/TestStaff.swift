import Synchronization
import UseCases

/// Hashes that can be read, in no time, and counted: argon2id itself is tried in its own tests.
package final class TestPasswords: PasswordHashing {
  private let counts = Mutex((hashed: 0, compared: 0))

  package init() {}

  /// How many hashes were made or compared; each would take a hundred milliseconds.
  package var count: Int { counts.withLock { $0.hashed + $0.compared } }

  package func hash(_ password: String) -> String {
    counts.withLock { $0.hashed += 1 }
    return "$argon2id$test$\(password)"
  }

  package func matches(_ password: String, _ hash: String?) -> Bool {
    counts.withLock { $0.compared += 1 }
    return hash == "$argon2id$test$\(password)"
  }
}

/// Tries to sign in as the product counts them.
package final class TestTries: SignInTries {
  private let ledger = Mutex(TryLedger())

  package init() {}

  package func wait(login: String, peer: String, at instant: Int64) -> Int {
    ledger.withLock { $0.wait(login: login, peer: peer, at: instant) }
  }

  package func takeBack(peer: String) {
    ledger.withLock { $0.takeBack(peer: peer) }
  }

  package func forget(login: String) {
    ledger.withLock { $0.forget(login: login) }
  }
}

/// Who was seen when, as the product keeps it.
package final class TestPresence: StaffPresence {
  private let ledger = Mutex(PresenceLedger())

  package init() {}

  package func note(_ session: StaffSession.ID, at instant: Int64) {
    ledger.withLock { $0.note(session, at: instant) }
  }

  package func lastUse(of session: StaffSession.ID) -> Int64? {
    ledger.withLock { $0.lastUse(of: session) }
  }

  package func forget(_ session: StaffSession.ID) {
    ledger.withLock { $0.forget(session) }
  }
}
