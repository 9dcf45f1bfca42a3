import BundleFiles
import Bundles
import Glibc
import Province
import Sealing
import Slip

/// The province's own folder: its keys, and bundles that wait. The database lies elsewhere, and opens nothing without this.
struct ProvinceFolder {
  let path: String

  init(_ path: String) { self.path = path }

  var keys: String { path + "/keys" }
  /// Bundles that came before their turn.
  var waiting: String { path + "/waiting" }

  /// Bundles on their way in.
  var incoming: String { path + "/incoming" }
  /// Signed files that boxes fetch.
  var lists: String { path + "/lists" }

  /// Makes folder and keys where there are none.
  func prepare() throws {
    for folder in [path, keys, waiting] { try Files.makeFolder(folder) }
    _ = try secrets()
    let publicFile = keys + "/bundle.pub"
    if access(publicFile, F_OK) != 0 {
      try Files.write(Array((try Hex.text(bundleKey().publicKey) + "\n").utf8), to: publicFile, mode: 0o644)
    }
  }

  func bundleKey() throws -> BundleKey { try BundleKey(seed: try key("bundle.key")) }

  func secrets() throws -> ProvinceKeyring {
    try ProvinceKeyring(bundleKey: bundleKey(), peopleSecret: key("people.key"))
  }

  private func key(_ name: String) throws -> [UInt8] {
    try KeyFile(folder: keys, name: name).readOrCreate { RandomBytes.bytes(KeyFile.keyLength) }
  }
}

/// The province's secrets as the import needs them.
struct ProvinceKeyring: ProvinceSecrets {
  let recipient: [UInt8]
  private let bundleKey: BundleKey
  private let people: PersonKeys
  private let personal: PersonalSeal

  init(bundleKey: BundleKey, peopleSecret: [UInt8]) throws {
    self.bundleKey = bundleKey
    people = try PersonKeys(secret: peopleSecret)
    personal = try PersonalSeal(dataKey: peopleSecret)
    recipient = Array(Digest.sha256(bundleKey.publicKey).prefix(BundleHead.recipientLength))
  }

  func opening(_ sealedKey: [UInt8]) -> BundledParticulars.Opening? { (try? bundleKey.open(sealedKey))?.opening }

  func personKey(_ words: String) -> [UInt8] { people.key(of: words) }

  func seal(_ text: String, purpose: String) -> [UInt8] { personal.seal(text, for: purpose) }

  func open(_ sealed: [UInt8], purpose: String) throws -> String { try personal.open(sealed, for: purpose) }

  func verify(_ signature: [UInt8], _ message: [UInt8], _ publicKey: [UInt8]) -> Bool {
    Ed25519.verify(signature, message, publicKey)
  }
}

/// A bundle that is opened whenever it is looked at: a folder may hold thousands.
final class BundleAtPath: IncomingBundle {
  let envelope: BundleEnvelope
  private let path: String

  init(_ path: String) throws {
    self.path = path
    envelope = try BundleFileReader(path).envelope
  }

  func check() throws -> [UInt8] { try opened().check() }

  func forEachRecord(_ give: (BundleRecord, _ bytes: [UInt8]) throws -> Void) throws {
    try opened().forEachRecord(give)
  }

  private func opened() throws -> BundleFileReader {
    let reader = try BundleFileReader(path)
    guard reader.envelope == envelope else { throw BundleFault.bodyDigest }
    return reader
  }
}
