import Synchronization
import UseCases

/// A first run without files: what is said is kept, and every other thing goes well.
package final class TestFirstRun: FirstRun {
  package let isOpen: Bool
  private let kept = Mutex(SetupState(values: ["device": "1"]))
  private let plugged = Mutex<[String]>([])
  private let keys = Mutex(0)

  package init(isOpen: Bool) {
    self.isOpen = isOpen
  }

  package func set(_ change: (inout SetupState) -> Void) { kept.withLock { change(&$0) } }
  package func plug(_ folders: [String]) { plugged.withLock { $0 = folders } }

  package func begin() {}
  package func state() -> SetupState { kept.withLock { $0 } }

  package func keep(_ lines: [SetupLine], of step: SetupStep) throws {
    if let bad = lines.first(where: { $0.value.isEmpty && $0.key != "backup-to" }) { throw SetupFault.setting(bad.key) }
    kept.withLock { state in
      for line in lines { state.values[line.key] = line.value }
      state.done.insert(step)
    }
  }

  package func note(_ step: SetupStep) { kept.withLock { _ = $0.done.insert(step) } }
  package func note(slipCode: String) { kept.withLock { $0.slipCode = slipCode } }
  package func sticks() -> [String] { plugged.withLock { $0 } }

  package func makeFolder(_ path: String) throws {
    guard path.hasPrefix("/media/") else { throw SetupFault.folder(path: path) }
  }

  package func restart() { note(.restart) }
  package func savePublicKey(in folder: String) throws -> String {
    try makeFolder(folder)
    return "\(folder)/sathach-02215-1.json"
  }
  package func publicKey() -> String { "[{\"issuer\":\"02215-1\"}]" }
  package var hasRecoveryKey: Bool { keys.withLock { $0 > 0 } }
  package func makeRecoveryKey() -> RecoveryKeyText {
    keys.withLock { $0 += 1 }
    return RecoveryKeyText(
      groups: ["0A1B", "2C3D", "4E5F", "6G7H", "8J9K", "ABCD", "EFGH", "JKMN"],
      fingerprint: "01234 56789 01234 56789 01234 56789")
  }
  package func finish() { kept.withLock { $0 = SetupState() } }
}
