import Glibc
import Sealing
import Slip
import UseCases

/// The keys in a box's folder: its own, the province's public key that it trusts lists by, and the list it holds.
struct KeyRingFiles: KeyRing {
  let box: BoxFolder

  /// The province's public key, 64 hexadecimal digits in a line.
  var anchorFile: String { box.keys + "/province.pub" }
  /// The signed list as it was imported.
  var listFile: String { box.keys + "/key-list.txt" }

  /// The box's own key and the list's; read anew each time, for both files are small and change while the server runs.
  func keys() throws -> KeyList {
    let signing = try box.signing(creating: false)
    let former = try box.formerKeys()
    let own = try KnownKey(
      kid: signing.keyID, publicKey: signing.publicKey, issuer: try box.issuer(), fromSerial: former.nextSerial)
    let mine = try former.known() + [own]
    return try list()?.adding(mine) ?? KeyList(keys: mine)
  }

  /// The list held, its signature checked again: whoever could change the file could not sign it.
  func list() throws -> KeyList? {
    guard FileSystem.exists(listFile) else { return nil }
    return try open(FileSystem.text(listFile), held: nil)
  }

  func provinceList() throws -> HeldKeyList? {
    guard try list() != nil else { return nil }
    return HeldKeyList(anchor: try anchor().publicKey, text: try FileSystem.text(listFile))
  }

  func anchorFingerprint() throws -> String? {
    FileSystem.exists(anchorFile) ? try anchor().fingerprint : nil
  }

  func provinceAnchor() throws -> Anchor? {
    FileSystem.exists(anchorFile) ? try anchor() : nil
  }

  func keepList(_ text: String) throws -> KeyList.Edition? {
    guard FileSystem.exists(anchorFile) else { throw UseCaseError.keyList(.noAnchor) }
    let held = try list()?.edition
    do {
      let list = try open(text, held: held)
      try FileSystem.write(text, to: listFile, mode: 0o600)
      return list.edition
    } catch SlipError.listNotNewer {
      throw UseCaseError.keyList(.notNewer(held: held?.number ?? 0))
    } catch let error as SlipError {
      throw UseCaseError.keyList(.unreadable(error))
    }
  }

  func anchor() throws -> Anchor {
    guard FileSystem.exists(anchorFile) else {
      throw Failure.refused("sathach: no province key in \(anchorFile); `sathach keys anchor FILE` installs one")
    }
    return try Self.anchor(from: FileSystem.text(anchorFile))
  }

  static func anchor(from text: String) throws -> Anchor {
    guard let bytes = text.trimmed.hexBytes, bytes.count == KnownKey.publicKeyLength else {
      throw Failure.refused("sathach: expected a public key, 64 hexadecimal digits in one line")
    }
    return try Anchor(publicKey: bytes, sha256: Digest.sha256)
  }

  /// - Throws: ``SlipError`` where the list is altered, foreign or not newer than the one held.
  func open(_ text: String, held: KeyList.Edition?) throws -> KeyList {
    try KeyListFile.open(text, anchor: try anchor(), held: held, check: Ed25519.verify, sha256: Digest.sha256)
  }
}

extension String {
  /// Nil for anything but an even number of hexadecimal digits.
  var hexBytes: [UInt8]? {
    let digits = Array(utf8)
    guard digits.count % 2 == 0, digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)
    }
  }
}
