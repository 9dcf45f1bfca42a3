import ArgumentParser
import Assessment
import Audio
import Glibc

/// Everything about what the kiosk says.
struct AudioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audio", abstract: "Make what the kiosk reads aloud.", subcommands: [AudioMake.self])
}

/// Has every line of the bank and the pages spoken that was not yet.
struct AudioMake: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make",
    abstract: "Speak every line of items and pages with espeak-ng; only what is new is made, also while the box serves."
  )

  @Option(name: .customLong("kiosk"), help: "The folder deployed beside the binary.")
  var kioskFolder: String?

  @Option(help: "Words a minute, 80 to 400.")
  var speed = 150

  @Option(help: "Speak so many of the lines only, for a trial.")
  var most: Int?

  @OptionGroup var data: BoxOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    guard (80...400).contains(speed) else { throw ValidationError("--speed takes 80 to 400, not \(speed)") }
    let kiosk = KioskFolder.find(kioskFolder)
    let box = data.box
    try Command.reading { try box.make() }
    let content = try Command.reading { try spokenContent(of: kiosk, box) }
    let lines = content.lines.sorted { $0.key < $1.key }.map(\.value)
    let maker = SoundMaking(folder: SoundFolder(box: box), voice: "vi", speed: speed)
    let progress = LineProgress(of: min(lines.count, most ?? lines.count))
    let made = try Command.reading { try maker.make(Array(lines.prefix(most ?? lines.count)), told: progress.tell) }
    progress.end()
    tell(made)
    if made.spoken < made.lines { throw ExitCode(ExitStatus.couldNot.rawValue) }
  }

  /// The folder's bank with what this box has released.
  private func spokenContent(of kiosk: KioskFolder, _ box: BoxFolder) throws -> SpokenContent {
    let released = (try? BankAdoption.released(in: box.openReading())) ?? []  // a box that never ran has none
    do {
      let bank = try ItemBank.read(try kiosk.bankFiles() + released)
      return try SpokenContent(kiosk, bank: bank, office: try box.settings().office)
    } catch let faulty as ItemBank.Faulty {
      throw Failure.refused(
        "sathach: \(kiosk.path)/bank has \(faulty.problems.count) problems; `sathach check` lists them all")
    }
  }

  private func tell(_ made: SoundMaking.Outcome) {
    if report.json {
      Terminal.say(
        JSON.object([
          "lines": JSON(made.lines), "spoken": JSON(made.spoken), "new": JSON(made.new), "bytes": JSON(made.bytes),
          "newSpeechSeconds": JSON(made.speechSeconds), "seconds": JSON(made.seconds),
        ]))
    } else {
      Terminal.say(
        "\(made.spoken) of \(made.lines) lines have audio, \(made.bytes / 1_000_000) MB; \(made.new) are new: "
          + "\(made.speechSeconds / 60) minutes of speech, made in \(made.seconds) s")
      if made.spoken < made.lines {
        Terminal.complain("sathach: \(made.lines - made.spoken) lines have no audio: \(made.trouble)")
      }
    }
  }
}

/// One line on a terminal that counts what is spoken.
private struct LineProgress {
  private let whole: Int
  private let isShown = isatty(STDERR_FILENO) == 1

  init(of whole: Int) {
    self.whole = whole
  }

  func tell(_ spoken: Int) {
    if isShown { Terminal.note("\r\(spoken) of \(whole) lines spoken") }
  }

  func end() {
    if isShown { Terminal.note("\r\u{1B}[K") }
  }
}
