import SQLiteStore
import Synchronization
import UseCases

/// Takes away what has been kept for long enough: once a day, a little in each turn of the writer, so that no answer waits.
final class RetentionWatch: Sendable {
  private let writer: GroupCommit
  private let kiosk: @Sendable (KioskStore) -> Kiosk
  /// The day whose work is done; nil after the start.
  private let done = Mutex<CivilDay?>(nil)
  private typealias CivilDay = Int64

  init(writer: GroupCommit, kiosk: @escaping @Sendable (KioskStore) -> Kiosk) {
    (self.writer, self.kiosk) = (writer, kiosk)
  }

  /// Once a minute: one step, until nothing is due on this day any more.
  func look() {
    let day = SystemClock().now().milliseconds / 86_400_000
    guard done.withLock({ $0 != day }) else { return }
    _ = writer.submit { [self] store in
      if try !kiosk(store).carryOutRetention() { done.withLock { $0 = day } }
      return .keep
    } done: { fate in
      switch fate {
      case .committed, .discarded: break
      case .failed(let error), .lost(let error):
        Log.write(.error, "problem=retention cause=\"\(OperatorWording.text(error))\"")
      }
    }
  }
}
