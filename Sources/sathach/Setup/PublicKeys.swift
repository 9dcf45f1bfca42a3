import Assessment
import Sealing
import Slip

extension BoxFolder {
  /// The public key that updates on a stick are checked with, 64 hexadecimal digits in a line.
  var updateKeyFile: String { keys + "/update.pub" }
  /// There while an update runs; left behind by a power cut.
  var updateJournal: String { path + "/update.journal" }

  /// The public halves of the keys that this box has signed with, the present one last: what `keys export` prints.
  func publicKeys(_ issuer: Issuer) throws -> JSON {
    let signing = try signing(creating: false)
    let former = try formerKeys()
    let own = try KnownKey(
      kid: signing.keyID, publicKey: signing.publicKey, issuer: issuer, fromSerial: former.nextSerial)
    return JSON(
      try (former.known() + [own]).map { key in
        JSON.object([
          "kid": JSON(key.kid.hex), "public": JSON(key.publicKey.hex), "issuer": JSON(key.issuer.text),
          "fromSerial": JSON(key.fromSerial),
          "withdrawnFromSerial": key.withdrawnFromSerial.map { JSON($0) } ?? JSON(.null),
        ])
      })
  }
}
