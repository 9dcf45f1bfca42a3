import ArgumentParser
import Assessment
import Backups
import Glibc
import SQLiteStore
import Sealing
import UseCases

/// Makes a box from a backup or a mirror, with nothing of the old box but the office's recovery key.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Make a box from a backup or a mirror; needs the recovery key.",
    discussion: """
      The new box has another device number and another key for slips; the old key's slips still verify, and serials go on
      where they ended. Of a folder the newest file that is whole is taken. With --dry-run nothing is kept.
      """)

  @Option(help: "A backup, or the folder with backups.")
  var from: String?

  @Option(help: "The folder of a mirror.")
  var fromMirror: String?

  @Option(
    name: [.customLong("to"), .customLong("data")], help: "The data folder of the new box; must not be there yet.")
  var to: String

  @Option(help: "A file with the recovery key; without it the terminal asks.")
  var recoveryKey: String?

  @Option(help: "A list of erasures beside those that lie where the backup does.")
  var erasures: String?

  @Option(help: "The new box's device number, where the next one is taken.")
  var device: Int?

  @Flag(help: "Unpack, check and tell, and keep nothing.")
  var dryRun = false

  @OptionGroup var report: ReportOptions

  func validate() throws {
    guard (from == nil) != (fromMirror == nil) else { throw ValidationError("give either --from or --from-mirror") }
  }

  func run() throws {
    let target = BoxFolder(to)
    guard FileSystem.isFree(target.path) else {
      throw Failure.refused("sathach: \(OperatorWording.text(BackupFault.occupied(path: target.path)))")
    }
    let key = try OfficeKey(try readKey())
    let draft = BoxFolder("\(target.path).restoring-\(getpid())")
    defer { FileSystem.removeAll(draft.path) }
    do {
      let source = fromMirror.map(Restoring.Source.mirror) ?? .backup(from ?? "")
      let unpacked = try Restoring(key).unpack(source, into: draft.path)
      let names = try RestoredBox(folder: draft, unpacked: unpacked, erasures: erasures).finish(
        device: device, at: SystemClock().now())
      let audit = try draft.openReading().auditEvents()
      if !dryRun { try FileSystem.moveFolder(draft.path, to: target.path) }
      RestoreReport(unpacked: unpacked, names: names, audit: audit, isDryRun: dryRun).tell(asJSON: report.json)
      if !audit.isWhole { throw ExitCode(ExitStatus.refused.rawValue) }
    } catch let fault as BackupFault {
      throw Failure(code: fault.isOfDisk ? .couldNot : .refused, text: "sathach: \(OperatorWording.text(fault))")
    }
  }

  private func readKey() throws -> RecoveryKey {
    let text: String
    if let recoveryKey {
      text = try Command.reading { try FileSystem.text(recoveryKey) }
    } else {
      Terminal.note("Khóa khôi phục (recovery key): ")
      text = readLine() ?? ""
    }
    do {
      return try RecoveryKey(text)
    } catch {
      throw Failure.refused("sathach: \(OperatorWording.text(recovery: error))")
    }
  }
}

extension BackupFault {
  /// Whether the disk or the stick said no, rather than what is on it.
  var isOfDisk: Bool {
    switch self {
    case .system, .placeMissing: true
    default: false
    }
  }
}

/// What a restore found and made, for the technician.
struct RestoreReport {
  let unpacked: Unpacked
  let names: RestoredBox.Names
  let audit: EventAudit
  let isDryRun: Bool

  func tell(asJSON: Bool) {
    if asJSON { Terminal.say(json) } else { for line in lines { Terminal.say(line) } }
  }

  private var lines: [String] {
    let (manifest, census) = (unpacked.manifest, unpacked.census)
    let would = isDryRun ? "would be" : "is"
    return [
      "\(unpacked.source): made \(ISO.text(manifest.madeAt)) by \(manifest.issuer), \(manifest.office)",
      "\(census.people) people, \(census.attempts) attempts, \(census.slips) slips, schema \(census.schema)",
      "last event \(census.events) of \(ISO.text(census.lastEventAt)); log "
        + (audit.isWhole ? "intact" : "BROKEN: see `sathach audit verify`"),
    ] + changes + [
      "what happened after that is not in it: compare with the slips that were given out since",
      "the new box \(would) \(names.issuer.text), before \(names.former.text); its first slip has serial "
        + "\(names.firstSerial); \(names.erasures) erasures applied again",
      isDryRun ? "nothing was kept (--dry-run)" : "restored; tell the province the new key: `sathach keys export`",
    ]
  }

  private var changes: [String] {
    guard let changes = unpacked.changes else { return [] }
    let end =
      changes.isClosed
      ? "closed in order, nothing is missing"
      : changes.isBroken ? "what follows the last does not open and is left out" : "the last one written is whole"
    let last = changes.lastAt.map { ", the last written \(ISO.text($0))" } ?? ""
    return ["\(changes.count) transactions after the snapshot\(last); \(end)"]
  }

  private var json: JSON {
    let (manifest, census) = (unpacked.manifest, unpacked.census)
    return JSON.object([
      "source": JSON(unpacked.source), "madeAt": JSON(ISO.text(manifest.madeAt)), "office": JSON(manifest.office),
      "former": JSON(names.former.text), "issuer": JSON(names.issuer.text), "firstSerial": JSON(names.firstSerial),
      "people": JSON(census.people), "attempts": JSON(census.attempts), "slips": JSON(census.slips),
      "schema": JSON(census.schema), "events": JSON(census.events), "lastEventAt": JSON(ISO.text(census.lastEventAt)),
      "erasures": JSON(names.erasures), "changes": unpacked.changes.map { JSON($0.count) } ?? JSON(.null),
      "closed": unpacked.changes.map { JSON($0.isClosed) } ?? JSON(.null), "whole": JSON(audit.isWhole),
      "dryRun": JSON(isDryRun),
    ])
  }
}
