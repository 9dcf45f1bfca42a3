import Sealing
import Slip
import UseCases

/// The keys and names this box had before it was restored or its key was changed, oldest first: `keys/former-keys.txt`, a
/// line for each of public key, issuer, first and last serial, and `rotated` where the last serial is known to be the last.
struct FormerKeys {
  struct Entry: Equatable {
    let publicKey: [UInt8]
    let issuer: Issuer
    let firstSerial: Int
    /// The last one that the backup held; the box may have issued more before it was lost, and they count.
    let lastSerial: Int
    /// The box itself put another key in its place: nothing later counts under this one.
    var isRotated = false

    var line: String { "\(publicKey.hex) \(issuer.text) \(firstSerial) \(lastSerial)\(isRotated ? " rotated" : "")" }
  }

  static let name = "former-keys.txt"
  var entries: [Entry] = []

  init() {}

  init(_ text: String, path: String) throws {
    entries = try text.split(separator: "\n").map { line in
      let parts = line.split(separator: " ")
      guard parts.count == 4 || (parts.count == 5 && parts[4] == "rotated"), let key = String(parts[0]).hexBytes,
        key.count == KnownKey.publicKeyLength,
        let first = Int(parts[2]), let last = Int(parts[3])
      else { throw Failure.refused("sathach: \(path): expected lines of key, issuer, first and last serial") }
      return Entry(
        publicKey: key, issuer: try Issuer(String(parts[1])), firstSerial: first, lastSerial: last,
        isRotated: parts.count == 5)
    }
  }

  var text: String { entries.map { $0.line + "\n" }.joined() }

  /// The first serial of the box as it is now.
  var nextSerial: Int { (entries.last?.lastSerial ?? 0) + 1 }

  func known() throws -> [KnownKey] {
    try entries.map {
      try KnownKey(
        kid: KeyID(publicKey: $0.publicKey, sha256: Digest.sha256), publicKey: $0.publicKey, issuer: $0.issuer,
        fromSerial: $0.firstSerial, withdrawnFromSerial: $0.isRotated ? $0.lastSerial + 1 : nil)
    }
  }
}

extension BoxFolder {
  var formerKeysFile: String { keys + "/" + FormerKeys.name }

  func formerKeys() throws -> FormerKeys {
    guard FileSystem.exists(formerKeysFile) else { return FormerKeys() }
    return try FormerKeys(FileSystem.text(formerKeysFile), path: formerKeysFile)
  }

  /// The office as its settings name it.
  func office(bootCounter: Int = 1) throws -> Office {
    let settings = try settings()
    return Office(
      name: settings.office, issuer: try issuer(), bootCounter: bootCounter,
      letsPeopleSeatThemselves: settings.letsPeopleSeatThemselves,
      formerIssuers: try formerKeys().entries.map(\.issuer))
  }
}
