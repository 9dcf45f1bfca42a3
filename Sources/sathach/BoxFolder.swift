import SQLiteStore
import Sealing
import Slip

/// The data folder of one box: what must be backed up, and nothing else.
struct BoxFolder {
  let path: String

  init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  var database: String { path + "/sathach.db" }
  var settingsFile: String { path + "/sathach.conf" }
  /// Apart from the database, so that a copy of that alone tells no name.
  var keys: String { path + "/keys" }

  /// The office door's certificates.
  var certificates: String { path + "/tls" }

  /// Lines spoken by the machine; can be made again.
  var audio: String { path + "/audio" }
  /// People's voices.
  var recordings: String { path + "/recordings" }

  /// Its presence marks a folder of sample data; it holds one line saying so.
  var sampleMark: String { path + "/PHIEU-MAU" }
  var isSample: Bool { FileSystem.exists(sampleMark) }

  func make() throws {
    try FileSystem.makeFolder(path, mode: 0o700)
    try FileSystem.makeFolder(keys, mode: 0o700)
    guard !FileSystem.exists(settingsFile) else { return }
    try FileSystem.write(Self.firstSettings, to: settingsFile, mode: 0o600)
  }

  func settings() throws -> Settings {
    guard FileSystem.exists(settingsFile) else { return Settings() }
    return try Settings(FileSystem.text(settingsFile))
  }

  func issuer() throws -> Issuer {
    if isSample { return .sample }
    let settings = try settings()
    return try Issuer(commune: settings.commune, device: settings.device)
  }

  func secrets(creating: Bool) throws -> BoxSecrets {
    try BoxSecrets(dataKey: try key("data.key", creating: creating))
  }

  func signing(creating: Bool) throws -> BoxSigning {
    try BoxSigning(seed: try key("slip.key", creating: creating))
  }

  func openReading() throws -> KioskStore {
    try KioskStore.reader(at: database, secrets: try secrets(creating: false))
  }

  private func key(_ name: String, creating: Bool) throws -> [UInt8] {
    let file = KeyFile(folder: keys, name: name)
    return creating ? try file.readOrCreate { RandomBytes.bytes(KeyFile.keyLength) } : try file.read()
  }

  private static let firstSettings = """
    # Settings of this box. Restart the service after a change.

    # The office as it stands on slips and notices.
    office = UBND xã, phường (chưa khai báo)

    # The five digits of the commune (QĐ 19/2025/QĐ-TTg), as in 02215. 99999 is a box that was never set up.
    commune = 99999

    # Tells the boxes of one commune apart: 1 to 9999, never used twice.
    device = 1

    # The encrypted door for the office's network: off or on.
    office-door = off

    # Where it listens: its port, and the address of this machine, 0.0.0.0 for all of them.
    office-port = 8443
    office-address = 0.0.0.0

    # Names and addresses that browsers call the box by, separated by commas. Empty: its host name and its addresses.
    office-names =

    # A plain port that only leads browsers to the encrypted one; 0 for none.
    office-redirect-port = 8081

    """
}
