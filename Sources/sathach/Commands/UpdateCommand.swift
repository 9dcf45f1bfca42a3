import ArgumentParser
import Assessment
import SQLiteStore
import Sealing
import Slip
import UseCases

struct UpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Packages and banks on a signed stick: take one in, or make one.",
    subcommands: [UpdateTake.self, UpdateTrust.self, UpdateKey.self, UpdateMake.self],
    defaultSubcommand: UpdateTake.self)
}

/// Takes an update in, or leaves the box as it was.
struct UpdateTake: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take", abstract: "Take in what a stick brings; also while the box serves.",
    discussion: """
      Signature, number, every file and the room on the disk are looked at before anything is changed. Then it waits for tests
      to end, copies the database, installs, starts the service anew and asks it how it is; where anything goes wrong,
      everything is put back.
      """)

  @Option(help: "The stick's folder, with update.txt in it.") var from: String
  @Option(help: "Minutes to wait for tests to end.") var wait = 240
  @Option(help: "The package that is installed now, where none is kept yet.") var former: String?
  @Flag(help: "Install a package although the one from before is not kept.") var noWayBack = false
  @Flag(help: "Look at everything and change nothing.") var dryRun = false
  // Nobody is there to be asked about settings that were changed: they stay as they are.
  @Option(help: "What installs packages.") var installer = "dpkg --force-confold -i"
  @Option(help: "The service's unit; empty for none.") var unit: String?
  @Option(help: "The port where the box answers afterwards (default: 8080 where there is a unit).") var port: UInt16?
  @Option(help: "Seconds that the box may take to answer.") var patience = 90
  @Option(help: "The folder deployed beside the binary.") var kiosk: String?
  @OptionGroup var options: BoxOptions

  func run() throws {
    do {
      let box = options.box
      try FolderOwner.become(ownerOf: box.path)
      let lock = try FolderLock(folder: box.path, name: "update.lock")
      defer { withExtendedLifetime(lock) {} }
      try take(update(box), box)
    } catch let fault as UpdateFault {
      throw Failure(code: fault.status, text: "sathach: \(OperatorWording.text(update: fault))")
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure.couldNot("sathach: \(OperatorWording.text(error))")
    }
  }

  private func take(_ update: BoxUpdate, _ box: BoxFolder) throws {
    if !dryRun, try update.goBackWhereCut() {
      Terminal.say("the last update was cut off; the bank is the one from before")
    }
    let stick = UpdateStick(folder: from)
    let manifest = try stick.manifest(try box.updateAnchor(), held: try update.held())
    let words = "update \(manifest.number): \(manifest.packages.count) packages, \(manifest.bank.count) files of a bank"
    if dryRun { return Terminal.say("\(words); signed and whole") }
    if let former { try PackageSwitch(box: box, tools: update.tools).keep(former) }
    try update.run(manifest, from: stick)
    Terminal.say("\(words); taken in")
  }

  private func update(_ box: BoxFolder) -> BoxUpdate {
    let found = FileSystem.exists("/run/systemd/system") ? "sathach.service" : ""
    let unit = unit ?? found
    let tools = UpdateTools.machine(
      installer: installer, unit: unit, port: port ?? (unit.isEmpty ? nil : 8080), patience: patience)
    return BoxUpdate(
      box: box, kiosk: KioskFolder.find(kiosk), tools: tools, testsUnderWay: { try box.testsUnderWay() },
      bankProblem: { try box.problem(ofBankIn: $0) }, patience: wait * 60, mayLackWayBack: noWayBack)
  }
}

extension UpdateFault {
  /// Refused for what it is, or not possible now.
  var status: ExitStatus {
    switch self {
    case .noAnchor, .notAnUpdate, .noRoom, .peopleTested, .noWayBack, .stuck: .couldNot
    case .otherVersion, .unsigned, .otherKey, .altered, .unreadable, .older, .fileMissing, .fileAltered, .bankRefused,
      .wentBack:
      .refused
    }
  }
}

/// Installs the public key that updates are checked with, once somebody has compared its fingerprint.
struct UpdateTrust: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust", abstract: "Trust updates by this key; its fingerprint must be given as its owner read it out."
  )

  @Argument(help: "A file with the public key, 64 hexadecimal digits.") var file: String
  @Option(help: "Six groups of five digits, by another way than the file.") var fingerprint: String?
  @OptionGroup var options: BoxOptions

  func run() throws {
    let box = try options.existing()
    let anchor = try KeyRingFiles.anchor(from: try Command.reading { try FileSystem.text(file) })
    guard let fingerprint, anchor.isConfirmed(by: fingerprint) else {
      throw Failure.refused(
        "sathach: the key's fingerprint is \(anchor.fingerprint); give what its owner reads out with --fingerprint")
    }
    try Command.reading {
      try FolderOwner.become(ownerOf: box.path)
      try FileSystem.write(anchor.publicKey.hex + "\n", to: box.updateKeyFile, mode: 0o600)
    }
    Terminal.say("updates by the key \(anchor.kid.hex) are trusted from now on")
  }
}
