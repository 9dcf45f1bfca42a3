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

    """
}
