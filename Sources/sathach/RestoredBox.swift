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
  /// A list of erasures that lies elsewhere.
  var erasures: String?

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
    let secrets = try folder.secrets(creating: false)
    let store = try KioskStore.writer(at: folder.database, secrets: secrets)
    var list = try ErasureList.beside(unpacked.source)
    if let file = erasures { list.keys.formUnion(try ErasureList(at: file).keys) }
    return try store.atomically {
      let erasures = try Erasures.apply(list, to: store, in: folder, secrets)
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

/// What people asked to have erased after the backup was made, by the lists that lie beside it.
enum Erasures {
  /// - Returns: how many were carried out again.
  static func apply(_ list: ErasureList, to store: KioskStore, in box: BoxFolder, _ secrets: BoxSecrets) throws -> Int {
    let parts = KioskParts(
      box: box, secrets: secrets, signing: try box.signing(creating: false), office: try box.office())
    return try parts.kiosk(store).repeatErasures(keyed: list.keys)
  }
}
