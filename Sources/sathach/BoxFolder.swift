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

  /// The settings as they were when they were last good.
  var lastSettings: String { path + "/sathach.conf.last" }

  func makeFolders() throws {
    try FileSystem.makeFolder(path, mode: 0o700)
    try FileSystem.makeFolder(keys, mode: 0o700)
  }

  func make() throws {
    try makeFolders()
    guard !FileSystem.exists(settingsFile) else { return }
    try FileSystem.write(Self.firstSettings, to: settingsFile, mode: 0o600)
  }

  func settings() throws -> Settings {
    guard FileSystem.exists(settingsFile) else { return Settings() }
    return try Settings(FileSystem.text(settingsFile))
  }

  var slipKeyFile: String { keys + "/slip.key" }

  func issuer() throws -> Issuer { try issuer(try settings()) }

  func issuer(_ settings: Settings) throws -> Issuer {
    if isSample { return .sample }
    return try Issuer(commune: settings.commune, device: settings.device)
  }

  func secrets(creating: Bool) throws -> BoxSecrets {
    try BoxSecrets(dataKey: try key("data.key", creating: creating))
  }

  func signing(creating: Bool) throws -> BoxSigning {
    try BoxSigning(seed: try key("slip.key", creating: creating))
  }

  /// The public half of the office's key for backups, 64 hexadecimal digits in a line.
  var recoveryKeyFile: String { keys + "/recovery.pub" }

  /// Nil where no recovery key was made yet.
  func recoveryKey() throws -> [UInt8]? {
    guard FileSystem.exists(recoveryKeyFile) else { return nil }
    guard let key = try FileSystem.text(recoveryKeyFile).trimmed.hexBytes, key.count == OfficeKey.publicLength else {
      throw Failure.refused("sathach: \(recoveryKeyFile): expected a public key, 64 hexadecimal digits in one line")
    }
    return key
  }

  func openReading() throws -> KioskStore {
    try KioskStore.reader(at: database, secrets: try secrets(creating: false))
  }

  private func key(_ name: String, creating: Bool) throws -> [UInt8] {
    if let credential = Credential(name) { return try credential.key() }
    let file = KeyFile(folder: keys, name: name)
    return creating ? try file.readOrCreate { RandomBytes.bytes(KeyFile.keyLength) } : try file.read()
  }

  /// Whether the service manager hands this key over, so that none lies on the disk.
  func hasCredential(_ name: String) -> Bool { Credential(name) != nil }

  /// Where a key is read from.
  func keyFile(_ name: String) -> String { Credential(name)?.path ?? "\(keys)/\(name)" }

  static var firstSettings: String { SettingsGuide.text }
}
