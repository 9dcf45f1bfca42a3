import ArgumentParser
import Glibc
import SQLiteStore
import Sealing
import Slip
import UseCases

/// Puts a new key for slips in the place of the one in use. Slips of before verify on: the old public key stays.
struct KeysRotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Make a new key for slips; slips signed with the old one verify on.",
    discussion: """
      Not while the box serves. The old private key is gone afterwards; its public half stays in keys/former-keys.txt with the
      serials it may have signed. Tell the province the new key: `sathach keys export`.
      """)

  @OptionGroup var options: BoxOptions

  func run() throws {
    let box = try options.existing()
    guard !box.hasCredential("slip.key") else {
      throw Failure.refused(
        "sathach: the key for slips comes from a credential: take it away, rotate, and seal the new key")
    }
    try OpenBox.change(options) { open in
      let rotation = KeyRotation(box: box)
      let (former, new) = try rotation.run(lastSerial: Int(try open.store.nextSerial()) - 1)
      try open.store.atomically {
        _ = try open.store.append(
          Event(
            .keyRotated, digest: Digest.sha256(new.publicKey),
            note: "from=\(former.kid.hex) to=\(new.kid.hex) first-serial=\(new.fromSerial)"), at: SystemClock().now())
      }
      Terminal.say(
        "slips are signed with \(new.kid.hex) from serial \(new.fromSerial) on; \(former.kid.hex) verifies on")
    }
  }
}

/// The files of a rotation, in an order in which a power cut at any point leaves a key that signs and is known.
struct KeyRotation {
  let box: BoxFolder

  func run(lastSerial: Int) throws -> (former: KnownKey, new: KnownKey) {
    let old = try box.signing(creating: false)
    var keys = try box.formerKeys()
    let issuer = try box.issuer()
    // Where a cut came between the list and the key, the old one stands there already.
    if keys.entries.last?.publicKey != old.publicKey {
      keys.entries.append(
        FormerKeys.Entry(
          publicKey: old.publicKey, issuer: issuer, firstSerial: keys.nextSerial, lastSerial: lastSerial,
          isRotated: true))
      try FileSystem.write(keys.text, to: box.formerKeysFile, mode: 0o600)
    }
    let file = KeyFile(folder: box.keys, name: "slip.key")
    let next = KeyFile(folder: box.keys, name: "slip.key.next")
    unlink(next.path)
    try next.create(RandomBytes.bytes(KeyFile.keyLength))
    // The copy first: one that is older than its key and differs is taken for the better one.
    unlink(KeyTwin(box: box, name: "slip.key").copy)
    guard rename(next.path, file.path) == 0 else { throw FileFault(path: file.path, action: "move", code: errno) }
    FileSystem.syncFolder(of: file.path)
    try KeyTwin(box: box, name: "slip.key").keep()
    let signing = try box.signing(creating: false)
    let new = try KnownKey(
      kid: signing.keyID, publicKey: signing.publicKey, issuer: issuer, fromSerial: keys.nextSerial)
    guard let former = try keys.known().last else { throw Failure.couldNot("sathach: no former key was kept") }
    return (former, new)
  }
}
