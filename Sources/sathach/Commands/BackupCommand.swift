import ArgumentParser
import Assessment
import Backups
import UseCases

/// Makes one backup, also while the box serves.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the whole box into one sealed file; also while it serves.",
    discussion: """
      Without --now nothing is done where the last backup is younger than backup-every in sathach.conf. The copy is
      checked by SQLite before it is sealed, and the file is read back and compared before it gets its name.
      """)

  @Option(help: "The folder, instead of backup-to in sathach.conf. It must be there.")
  var to: String?

  @Flag(help: "Also where none is due.")
  var now = false

  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    let box = try options.existing()
    let settings = try box.settings().backups
    guard let place = to ?? settings.place else {
      throw Failure(code: .wrongUse, text: "sathach: where to? Give --to DIR, or set backup-to in sathach.conf")
    }
    guard let key = try box.recoveryKey() else {
      throw Failure.refused("sathach: no recovery key yet; `sathach recovery-key new` makes one")
    }
    let moment = SystemClock().now()
    if !now, let last = LastBackup(box: box).read(), last.at <= moment,
      moment.milliseconds - last.at.milliseconds < Int64(settings.hours) * 3_600_000
    {
      return Terminal.say("none is due: the last one was made at \(ISO.text(last.at)); --now makes one")
    }
    do {
      let making = BackupMaking(try box.contents(), officeKey: key, to: place, keep: settings.keep)
      let (path, receipt) = try making.make(at: moment)
      try LastBackup(box: box).write(receipt)
      try ErasureKeeper.bring(Set(box.openReading().erasures(most: .max).map(\.key)), of: box, to: place)
      tell(path, receipt)
    } catch BackupFault.damagedCopy(let words) {
      throw Failure.refused("sathach: \(OperatorWording.text(BackupFault.damagedCopy(words)))")
    } catch {
      throw Failure.couldNot("sathach: \(OperatorWording.text(error))")
    }
  }

  private func tell(_ path: String, _ receipt: Receipt) {
    let census = receipt.manifest.census
    if report.json {
      Terminal.say(
        JSON.object([
          "file": JSON(path), "bytes": JSON(receipt.size), "sha256": JSON(receipt.digest.hex),
          "people": JSON(census.people), "attempts": JSON(census.attempts), "slips": JSON(census.slips),
          "events": JSON(census.events), "head": JSON(census.head),
        ]))
    } else {
      Terminal.say(
        "\(path): \(receipt.size) bytes; \(census.people) people, \(census.attempts) attempts, \(census.slips) slips, "
          + "\(census.events) events; read back and compared")
    }
  }
}

/// Moments for the operator, in UTC and to the second.
enum ISO {
  static func text(_ moment: Moment) -> String {
    let seconds = Int(moment.seconds)
    let day = CivilDate(dayNumber: seconds / 86_400)
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let second = seconds % 86_400
    return "\(day.year)-\(padded(day.month))-\(padded(day.day))T"
      + "\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))Z"
  }
}
