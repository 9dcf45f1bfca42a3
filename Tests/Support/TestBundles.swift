import Synchronization
import UseCases

/// Bundles that a test has made or failed as it likes.
package final class TestBundles: BundleFacts {
  private let known = Mutex(BundleState())

  package init() {}

  package func set(_ change: (inout BundleState) -> Void) {
    known.withLock { change(&$0) }
  }

  package func state() -> BundleState { known.withLock { $0 } }

  package func request(by account: StaffID) -> Bool {
    known.withLock { state in
      if state.obstacle != nil || state.isRunning { return false }
      state.isRunning = true
      return true
    }
  }
}
