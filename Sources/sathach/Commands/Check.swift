import ArgumentParser
import Assessment
import Web

/// Finds every problem in the content files at once.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check bank and web files, with --data also settings, keys and log; exit 1 if anything is wrong.")

  @Argument(help: "The folder deployed beside the binary (default: the kiosk folder found).")
  var folder: String?

  @Option(name: .customLong("data"), help: "Check the settings, keys and event log of this data folder too.")
  var dataFolder: String?

  @OptionGroup var report: ReportOptions

  func run() throws {
    let kiosk = KioskFolder.find(folder)
    let bank = try Command.reading { bankProblems(try kiosk.bankFiles()) }
    let problems = bank.problems + (try Command.reading { try webProblems(kiosk) }) + boxProblems()
    guard problems.isEmpty else {
      tell(problems)
      throw ExitCode(ExitStatus.refused.rawValue)
    }
    if report.json {
      Terminal.say(JSON.object(["problems": JSON([JSON]()), "items": JSON(bank.items)]))
    } else {
      Terminal.say("\(kiosk.path): \(bank.items) items, no problems")
    }
  }

  private func bankProblems(_ files: [ItemBank.File]) -> (items: Int, problems: [ContentProblem]) {
    do {
      let bank = try ItemBank.read(files)
      guard let rules = bank.editorial else { return (bank.entries.count, []) }
      let remarks = BankEditor(bank, rules: rules, today: CivilDate(SystemClock().now())).remarks
      return (bank.entries.count, remarks.map { problem("bank", $0.description) })
    } catch {
      return (0, error.problems)
    }
  }

  private func webProblems(_ kiosk: KioskFolder) throws -> [ContentProblem] {
    let found = Set(try kiosk.webFiles().map(\.name))
    return Assets.needed.filter { !found.contains($0) }.map { problem("web/\($0)", "the file is missing") }
  }

  /// Settings, keys and log, each as far as it can be looked at without the others.
  private func boxProblems() -> [ContentProblem] {
    guard let dataFolder else { return [] }
    let box = BoxFolder(dataFolder)
    let checks: [(String, () throws -> Void)] = [
      (box.settingsFile, { _ = try box.settings() }), (box.keys, { _ = try box.secrets(creating: false) }),
      (box.keys, { _ = try box.signing(creating: false) }), (box.keys, { _ = try KeyRingFiles(box: box).keys() }),
      (box.database, { try Self.audit(box) }),
    ]
    return checks.compactMap { file, check in
      do {
        try check()
        return nil
      } catch {
        return problem(file, OperatorWording.text(error))
      }
    }
  }

  private static func audit(_ box: BoxFolder) throws {
    guard try box.openReading().auditEvents().isWhole else {
      throw Failure.refused("the event log is broken; `sathach audit verify` names the entry")
    }
  }

  private func problem(_ file: String, _ text: String) -> ContentProblem {
    ContentProblem(file: file, line: 0, subject: "", text: text)
  }

  private func tell(_ problems: [ContentProblem]) {
    if report.json {
      let list = problems.map { problem in
        JSON.object([
          "file": JSON(problem.file), "line": JSON(problem.line), "subject": JSON(problem.subject),
          "text": JSON(problem.text),
        ])
      }
      Terminal.say(JSON.object(["problems": JSON(list)]))
    } else {
      for problem in problems { Terminal.complain(problem.description) }
      Terminal.complain("\(problems.count) problems")
    }
  }
}
