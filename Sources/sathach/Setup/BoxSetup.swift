import Backups
import SQLiteStore
import Sealing
import Slip
import UseCases

/// Makes a box what a site file says. Each step looks at what is there and does what is missing, so that a run that was cut
/// off is finished by the next, and one more changes nothing.
struct BoxSetup {
  let box: BoxFolder
  let site: SiteFile
  /// This box's number, before the one in the file.
  let device: Int?

  /// What is to be done; nothing is touched.
  func plan() throws -> [SetupChange] { try steps(isDry: true) }

  /// Does it, on a box that nobody serves.
  ///
  /// - Throws: ``Failure`` where the box serves, or has issued slips under another name.
  func run() throws -> [SetupChange] {
    try FileSystem.makeFolder(box.path, mode: 0o700)
    let lock = try FolderLock(folder: box.path)
    defer { withExtendedLifetime(lock) {} }
    return try steps(isDry: false)
  }

  private func steps(isDry: Bool) throws -> [SetupChange] {
    try checkName()
    return try settings(isDry) + keys(isDry) + database(isDry) + recovery(isDry)
      + anchor(site.provinceKey, KeyRingFiles(box: box).anchorFile, isDry) { .provinceKey(fingerprint: $0) }
      + anchor(site.updateKey, box.updateKeyFile, isDry) { .updateKey(fingerprint: $0) }
      + officer(isDry) + publicKey(isDry)
  }

  private var wanted: [SiteFile.Line] {
    let others = site.settings.filter { device == nil || $0.key != "device" }
    return others + (device.map { [SiteFile.Line(key: "device", value: String($0))] } ?? [])
  }

  /// Slips that were issued under one name cannot get another one.
  private func checkName() throws {
    if box.isSample { throw Failure.refused("sathach: \(box.path) holds samples; set up a folder of its own") }
    guard FileSystem.exists(box.database), try box.openReading().nextSerial() > 1 else { return }
    let (now, text) = (try box.issuer(), try wantedText())
    let then = try box.issuer(try Settings(text))
    guard now != then else { return }
    throw Failure.refused(
      "sathach: this box has issued slips as \(now.text) and cannot become \(then.text); use a folder of its own")
  }

  private func currentText() throws -> String {
    FileSystem.exists(box.settingsFile) ? try FileSystem.text(box.settingsFile) : BoxFolder.firstSettings
  }

  private func wantedText() throws -> String {
    var text = SettingsText(try currentText())
    for line in wanted { text.set(line.key, to: line.value) }
    return text.text
  }

  private func settings(_ isDry: Bool) throws -> [SetupChange] {
    let isNew = !FileSystem.exists(box.settingsFile)
    let current = SettingsText(try currentText())
    let changes = wanted.filter { current.value(of: $0.key) != $0.value }.map {
      SetupChange.setting(key: $0.key, from: isNew ? nil : current.value(of: $0.key), to: $0.value)
    }
    if !isDry, isNew || !changes.isEmpty {
      try box.makeFolders()
      try FolderOwner.replace(box.settingsFile, with: try wantedText())
    }
    return (isNew ? [.folder(box.path)] : []) + changes
  }

  private func keys(_ isDry: Bool) throws -> [SetupChange] {
    guard !["data.key", "slip.key"].allSatisfy({ FileSystem.exists(box.keyFile($0)) }) else { return [] }
    // A key made anew would open nothing that is there.
    guard !FileSystem.exists(box.database) else {
      throw Failure.refused(
        "sathach: \(box.keys) lacks a key that the database needs; restore it, or start the service")
    }
    if !isDry {
      _ = try box.secrets(creating: true)
      _ = try box.signing(creating: true)
    }
    return [.keys]
  }

  private func database(_ isDry: Bool) throws -> [SetupChange] {
    guard !FileSystem.exists(box.database) else { return [] }
    if !isDry { _ = try writer() }
    return [.database]
  }

  private func writer() throws -> KioskStore {
    try KioskStore.writer(at: box.database, secrets: try box.secrets(creating: false))
  }

  private func recovery(_ isDry: Bool) throws -> [SetupChange] {
    let held = try box.recoveryKey()
    switch site.recovery {
    case .asItIs: return []
    case .make:
      guard held == nil else { return [] }
      if isDry { return [.recoveryKeyMade(sheet: nil)] }
      return [.recoveryKeyMade(sheet: try Self.makeRecoveryKey(box).text)]
    case .known(let key):
      guard held != key else { return [] }
      if !isDry { try FileSystem.write(key.hex + "\n", to: box.recoveryKeyFile, mode: 0o600) }
      return [.recoveryKey(fingerprint: Fingerprint.text(of: key))]
    }
  }

  /// In the place of whatever there was.
  static func makeRecoveryKey(_ box: BoxFolder) throws -> RecoverySheet {
    let key = RecoveryKey.new()
    let office = try OfficeKey(key)
    try FileSystem.write(office.publicKey.hex + "\n", to: box.recoveryKeyFile, mode: 0o600)
    return RecoverySheet(key: key.text, fingerprint: Fingerprint.text(of: office.publicKey))
  }

  private func anchor(
    _ key: [UInt8]?, _ file: String, _ isDry: Bool, _ change: (String) -> SetupChange
  ) throws -> [SetupChange] {
    guard let key else { return [] }
    let text = key.hex + "\n"
    if FileSystem.exists(file), try FileSystem.text(file) == text { return [] }
    if !isDry { try FileSystem.write(text, to: file, mode: 0o600) }
    return [change(try Anchor(publicKey: key, sha256: Digest.sha256).fingerprint)]
  }

  private func officer(_ isDry: Bool) throws -> [SetupChange] {
    guard let officer = site.officer else { return [] }
    if isDry {
      let hasOfficer =
        try FileSystem.exists(box.database) && box.openReading().accounts().contains { $0.role == .officer }
      return hasOfficer ? [] : [.officer(login: officer.login, oneTimePassword: nil)]
    }
    let store = try writer()
    let kiosk = try kiosk(store)
    guard try !kiosk.hasOfficer() else { return [] }
    let prepared = try kiosk.prepareAccount(login: officer.login, name: officer.name, role: .officer)
    try store.atomically { _ = try kiosk.createAccount(prepared, by: .console) }
    return [.officer(login: officer.login, oneTimePassword: prepared.oneTimePassword)]
  }

  private func kiosk(_ store: KioskStore) throws -> Kiosk {
    let (secrets, signing) = (try box.secrets(creating: false), try box.signing(creating: false))
    return KioskParts(box: box, secrets: secrets, signing: signing, office: try box.office()).kiosk(store)
  }

  func publicKey(_ isDry: Bool) throws -> [SetupChange] {
    guard let folder = site.publicKeyTo else { return [] }
    let issuer = try isDry ? box.issuer(try Settings(try wantedText())) : box.issuer()
    let path = "\(folder)/sathach-\(issuer.text).json"
    if isDry, !FileSystem.exists(box.keyFile("slip.key")) { return [.publicKey(path: path)] }
    // The issuer is the one the box will have: the settings come first.
    let content = String(decoding: try box.publicKeys(issuer).canonicalBytes, as: UTF8.self) + "\n"
    return try FolderOwner.withFullRights {
      if FileSystem.exists(path), try FileSystem.text(path) == content { return [] }
      guard FileSystem.isFolder(folder) else {
        throw Failure.couldNot("sathach: \(folder): no such folder; is the stick plugged in and mounted?")
      }
      if !isDry { try FileSystem.write(content, to: path, mode: 0o644) }
      return [.publicKey(path: path)]
    }
  }
}
