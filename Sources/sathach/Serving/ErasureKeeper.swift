import Backups
import Glibc
import SQLiteStore
import Synchronization
import UseCases

/// Brings the keys of everybody who was erased to where copies of the box lie, and has a new backup made after an erasure.
final class ErasureKeeper: Sendable {
  private let box: BoxFolder
  private let places: [String]
  private let backups: any BackupFacts
  /// Nil until the first look.
  private let known = Mutex<Int?>(nil)

  init(_ box: BoxFolder, places: [String], backups: any BackupFacts) {
    (self.box, self.places, self.backups) = (box, places, backups)
  }

  /// Once a minute.
  func look() {
    do {
      let keys = Set(try box.openReading().erasures(most: .max).map(\.key))
      let before = known.withLock { known in
        defer { known = keys.count }
        return known
      }
      if let before, before < keys.count { _ = backups.request() }
      for place in places { try Self.bring(keys, of: box, to: place) }
    } catch {
      Log.write(.error, "problem=erasureList cause=\"\(OperatorWording.text(error))\"")
    }
  }

  static func bring(_ keys: Set<[UInt8]>, of box: BoxFolder, to place: String) throws {
    try ErasureList(keys: keys).bring(to: place, issuer: try box.issuer().text)
  }
}
