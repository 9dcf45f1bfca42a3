import ArgumentParser
import Assessment

/// Finds every problem in the content files at once.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check banks, blueprints, notices and web files; exit 1 if anything is wrong.")

  @Argument(help: "The folder deployed beside the binary (default: the kiosk folder found).")
  var folder: String?

  @OptionGroup var report: ReportOptions

  func run() throws {
    let kiosk = KioskFolder.find(folder)
    let files: [ItemBank.File]
    do {
      files = try kiosk.bankFiles()
    } catch {
      throw Failure.couldNot("sathach: \(error)")
    }
    do {
      let bank = try ItemBank.read(files)
      succeed(bank, in: kiosk)
    } catch {
      tell(error.problems)
      throw ExitCode(ExitStatus.refused.rawValue)
    }
  }

  private func succeed(_ bank: ItemBank, in kiosk: KioskFolder) {
    if report.json {
      Terminal.say(JSON.object(["problems": JSON([JSON]()), "items": JSON(bank.entries.count)]))
    } else {
      Terminal.say("\(kiosk.path)/bank: \(bank.entries.count) items, no problems")
    }
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
