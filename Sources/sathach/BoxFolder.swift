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
    let file = KeyFile(folder: keys, name: name)
    return creating ? try file.readOrCreate { RandomBytes.bytes(KeyFile.keyLength) } : try file.read()
  }

  static let firstSettings = """
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

    # What the box itself prints slips with. Restart the service after a change.
    #   none                       the browser prints
    #   escpos:/dev/usb/lp0:80mm   a receipt printer at this device file; 80mm or 58mm is its roll
    #   cups:QUEUE:a5              a queue of CUPS on this machine; a5, 80mm or 58mm
    #   cups-raw:QUEUE:80mm        a raw queue of CUPS in front of a receipt printer
    printer = none

    # Where backups go, as /media/usb/sathach; the folder must be there. Empty: none. `sathach recovery-key new` comes first.
    backup-to =

    # Hours from one backup to the next.
    backup-every = 24

    # How many stay: the newest of so many days, weeks and months.
    backup-keep-days = 7
    backup-keep-weeks = 5
    backup-keep-months = 12

    # A folder on a stick that stays plugged in: every answer is written there too, encrypted. Empty: none.
    mirror =

    """
}
