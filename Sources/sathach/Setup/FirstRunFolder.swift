import Backups
import Glibc
import Sealing
import UseCases

/// The first run of a box, on its own folder: see ``SetupNotes``. All that it makes is made by ``BoxSetup``, as by a file.
struct FirstRunFolder: FirstRun {
  let box: BoxFolder
  let isOpen: Bool
  var mounts = "/proc/self/mounts"
  /// How a box that serves starts anew.
  var restarting: @Sendable (String) -> Void = { Restart.anew(because: $0) }

  private var file: String { Self.file(of: box) }

  static func file(of box: BoxFolder) -> String { box.path + "/setup.conf" }

  private func notes() throws -> SetupNotes {
    FileSystem.exists(file) ? SetupNotes(try FileSystem.text(file)) : SetupNotes()
  }

  private func change(_ body: (inout SetupNotes) -> Void) throws {
    var notes = try notes()
    body(&notes)
    try FileSystem.write(notes.text, to: file, mode: 0o600)
  }

  func begin() throws { try change { _ in } }

  func state() throws -> SetupState {
    let notes = try notes()
    let inForce = try SettingsText(FileSystem.text(box.settingsFile))
    var values: [String: String] = [:]
    for key in Settings.keys { values[key] = notes.settings.value(of: key) ?? inForce.value(of: key) }
    // What belongs to nobody is to be typed, not to be left.
    if !notes.done.contains(.place) {
      let plain = Settings()
      for (key, value) in [("office", plain.office), ("commune", plain.commune)] where values[key] == value {
        values[key] = ""
      }
    }
    return SetupState(values: values, done: notes.done, obstacle: notes.obstacle, slipCode: notes.slipCode)
  }

  func keep(_ lines: [SetupLine], of step: SetupStep) throws {
    for line in lines {
      var reading = SiteReading()
      guard reading.isSetting(SiteFile.Line(key: line.key, value: line.value)) else {
        throw SetupFault.setting(line.key)
      }
    }
    try change { $0.keep(lines, of: step) }
  }

  func note(_ step: SetupStep) throws { try change { $0.note(step) } }

  func note(slipCode: String) throws { try change { $0.slipCode = slipCode } }

  func sticks() -> [String] {
    // Without the list somebody types the folder.
    MountedSticks.folders(in: (try? FileSystem.text(mounts)) ?? "")
  }

  func makeFolder(_ path: String) throws {
    do { try FileSystem.makeFolder(path, mode: 0o700) } catch { throw SetupFault.folder(path: path) }
    guard access(path, W_OK) == 0 else { throw SetupFault.folder(path: path) }
  }

  func restart() throws {
    try change { notes in
      notes.isWanted = true
      notes.obstacle = nil
    }
    restarting("settings of the first run")
  }

  private func setup(_ lines: String) throws -> BoxSetup {
    let settings = try box.settings()
    return BoxSetup(
      box: box, site: try SiteFile("office = \(settings.office)\ncommune = \(settings.commune)\n\(lines)"), device: nil)
  }

  func savePublicKey(in folder: String) throws -> String {
    guard FileSystem.isFolder(folder) else { throw SetupFault.folder(path: folder) }
    do {
      _ = try setup("public-key-to = \(folder)\n").publicKey(false)
    } catch {
      throw SetupFault.folder(path: folder)
    }
    return "\(folder)/sathach-\(try box.issuer().text).json"
  }

  func publicKey() throws -> String {
    String(decoding: try box.publicKeys(try box.issuer()).canonicalBytes, as: UTF8.self)
  }

  var hasRecoveryKey: Bool { FileSystem.exists(box.recoveryKeyFile) }

  func makeRecoveryKey() throws -> RecoveryKeyText {
    let sheet = try BoxSetup.makeRecoveryKey(box)
    return RecoveryKeyText(groups: sheet.key.split(separator: "-").map(String.init), fingerprint: sheet.fingerprint)
  }

  func finish() throws {
    guard unlink(file) == 0 else { throw FileFault(path: file, action: "remove", code: errno) }
    FileSystem.syncFolder(of: file)
    restarting("the first run is finished")
  }
}

extension FirstRunFolder {
  /// - Parameter hasOfficer: asked only where everything else says that nobody has set the box up.
  static func of(_ box: BoxFolder, _ settings: Settings, hasOfficer: () throws -> Bool) rethrows -> FirstRunFolder {
    let isBare = !box.isSample && settings.commune == Settings().commune
    return FirstRunFolder(box: box, isOpen: try FileSystem.exists(file(of: box)) || (isBare && !hasOfficer()))
  }

  /// Makes the box what was said in the browser, before it is opened. Whatever is wrong with that, the box serves, and the
  /// page says what.
  static func takeWanted(_ box: BoxFolder) {
    let file = file(of: box)
    // What cannot be read is told by the page, which reads it too.
    guard FileSystem.exists(file), let text = try? FileSystem.text(file) else { return }
    var notes = SetupNotes(text)
    guard notes.isWanted else { return }
    notes.isWanted = false
    do {
      let changes = try BoxSetup(box: box, site: try SiteFile(notes.site), device: nil).run()
      for change in changes { Log.write(.notice, "set up \(change.text)") }
      notes.note(.restart)
    } catch {
      notes.obstacle = cause(of: error)
      Log.write(.error, "problem=setup cause=\"\(cause(of: error))\"")
    }
    // A note that is not kept is tried again, which changes nothing.
    try? FileSystem.write(notes.text, to: file, mode: 0o600)
  }

  private static func cause(of error: any Error) -> String {
    switch error {
    case let failure as Failure: failure.text
    case let faulty as SiteFile.Faulty: faulty.faults.map(\.text).joined(separator: "; ")
    default: OperatorWording.text(error)
    }
  }
}
