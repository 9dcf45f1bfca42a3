import SQLiteStore
import UseCases

/// Locks colleagues' sessions that were left alone and ends those that are over, in a turn of the writer. Where there is
/// nothing to lock or to end, nothing is written.
struct StaffTidying: Sendable {
  let writer: GroupCommit
  let kiosk: @Sendable (KioskStore) -> Kiosk

  /// - Returns: false once the writer has stopped.
  func look() -> Bool {
    writer.submit { store in
      try kiosk(store).tidyStaffSessions()
      return .keep
    } done: { fate in
      switch fate {
      case .committed, .discarded: break
      case .failed(let error), .lost(let error):
        Log.write(.error, "problem=staffSessions cause=\"\(OperatorWording.text(error))\"")
      }
    }
  }
}
