import Assessment
import Backups
import Glibc
import SQLiteStore
import Sealing
import Slip
import UseCases

/// Makes a box of what was unpacked: another device number, another key for slips, and an entry in the log that says so.
struct RestoredBox {
  let folder: BoxFolder
  let unpacked: Unpacked

  struct Names {
    let former: Issuer
    let issuer: Issuer
    let firstSerial: Int
    let erasures: Int
  }

  /// - Parameter device: nil for the next number after all that this box had.
  func finish(device: Int?, at now: Moment) throws -> Names {
    let former = try Issuer(unpacked.manifest.issuer)
    let names = try NewIdentity(
      folder: folder, former: former, formerKey: unpacked.manifest.slipKey, lastSerial: unpacked.census.lastSerial
    ).take(device: device)
    return Names(
      former: former, issuer: names.issuer, firstSerial: names.firstSerial,
      erasures: try open(former, names.issuer, names.firstSerial, now))
  }

  /// Brings the database up to date, erases again what was erased since, and writes the restore into the log.
  private func open(_ former: Issuer, _ issuer: Issuer, _ firstSerial: Int, _ now: Moment) throws -> Int {
    let store = try KioskStore.writer(at: folder.database, secrets: try folder.secrets(creating: false))
    return try store.atomically {
      let erasures = try Erasures.apply(to: store)
      let how = unpacked.changes == nil ? "backup" : "mirror"
      try store.append(
        Event(
          .restored,
          note: "from=\(how) former=\(former.text) issuer=\(issuer.text) first-serial=\(firstSerial) "
            + "made=\(unpacked.manifest.madeAt.milliseconds)"), at: now)
      return erasures
    }
  }
}

/// What people asked to have erased after the backup was made. The box keeps no list of erasures yet; the verb that brings
/// one puts it here, so that every restore runs it.
enum Erasures {
  /// - Returns: how many were carried out again.
  static func apply(to store: KioskStore) throws -> Int { 0 }
}
