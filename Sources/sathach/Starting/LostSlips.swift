import SQLiteStore
import Sealing
import Slip
import UseCases

/// Finds out whether slips that were given out are gone from the database, and then goes on under another device number and
/// key, as a restored box does: their serials are on paper and must not come twice.
struct LostSlips {
  let box: BoxFolder
  let store: KioskStore

  struct Renewal {
    let signing: BoxSigning
    let event: Event
    /// For officers.
    let report: String
  }

  /// - Returns: nil where nothing speaks for it.
  func mend(_ signing: BoxSigning, isRebuilt: Bool) throws -> Renewal? {
    if box.isSample { return nil }
    let mark = SerialMark(box: box)
    let (known, former) = (mark.read(), try box.issuer())
    let last = try store.nextSerial() - 1
    guard isLost(known, former, last, isRebuilt: isRebuilt) else {
      try mark.keep(SerialMark.Line(issuer: former.text, serial: last))
      return nil
    }
    let names = try NewIdentity(
      folder: box, former: former, formerKey: signing.publicKey, lastSerial: Int(last)
    ).take()
    try mark.keep(SerialMark.Line(issuer: names.issuer.text, serial: last))
    let issued = known.map { String($0.serial) } ?? "unknown"
    Log.write(
      .error,
      "problem=slipsLost last=\(last) issued=\(issued); the box is \(names.issuer.text) from now on, before "
        + "\(former.text): tell the province the new key, `sathach keys export`")
    return Renewal(
      signing: try box.signing(creating: false),
      event: Event(
        .issuerRenewed,
        note: "former=\(former.text) issuer=\(names.issuer.text) first-serial=\(names.firstSerial) issued=\(issued)"),
      report: RebuildWording.renewed(last: last, issued: known?.serial, device: names.issuer.device))
  }

  /// A database that had to be rebuilt, and nothing beside it that tells where its serials ended, is not believed.
  private func isLost(_ known: SerialMark.Line?, _ issuer: Issuer, _ last: Int64, isRebuilt: Bool) -> Bool {
    guard let known else { return isRebuilt }
    return known.issuer == issuer.text && known.serial > last
  }
}
