import Synchronization
import UseCases

/// Backups as a test says they stand.
package final class TestBackups: BackupFacts {
  private let known = Mutex(BackupState())

  package init() {}

  package func set(_ change: (inout BackupState) -> Void) {
    known.withLock { change(&$0) }
  }

  package func state() -> BackupState { known.withLock { $0 } }

  package func request() -> Bool {
    known.withLock { state in
      if state.obstacle != nil || state.isRunning { return false }
      state.isRunning = true
      return true
    }
  }
}
