import ArgumentParser
import Assessment
import Audio
import Certificates
import UseCases
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
    let bank = try Command.reading { Reading(try kiosk.bankFiles() + releasedFiles()) }
    let problems =
      bank.problems
      + (try Command.reading {
        try webProblems(kiosk) + planProblems(kiosk, bank.bank) + layoutProblems(kiosk) + retentionProblems(kiosk)
          + speechProblems(kiosk, bank.bank)
      })
      + boxProblems()
      + successionProblems(bank.bank)
    guard problems.isEmpty else {
      tell(problems, bank)
      throw ExitCode(ExitStatus.refused.rawValue)
    }
    if report.json {
      Terminal.say(JSON.object(["problems": JSON([JSON]()), "items": JSON(bank.items)]))
    } else {
      Terminal.say("\(kiosk.path): \(bank.items) items, no problems")
    }
  }

  /// The bank's problems: faults, or where there are none what an editor remarks.
  private struct Reading {
    let bank: ItemBank?
    let items: Int
    let problems: [ContentProblem]
    /// Remarks for each competence that has any.
    let counts: [(competence: String, items: Int, remarks: Int)]

    init(_ files: [ItemBank.File]) {
      do {
        let bank = try ItemBank.read(files)
        self.bank = bank
        let today = CivilDate(SystemClock().now())
        let remarks = bank.editorial.map { BankEditor(bank, rules: $0, today: today).remarks } ?? []
        items = bank.entries.count
        problems = remarks.map { ContentProblem(file: "bank", line: 0, subject: "", text: $0.description) }
        counts = bank.framework.competences.compactMap { competence in
          let own = remarks.filter { $0.competence == competence.id }.count
          let items = bank.entries.filter { $0.item.competence == competence.id }.count
          return own == 0 ? nil : (competence.id.text, items, own)
        }
      } catch {
        (bank, items, problems, counts) = (nil, 0, error.problems, [])
      }
    }
  }

  private func retentionProblems(_ kiosk: KioskFolder) throws -> [ContentProblem] {
    do {
      if let content = try kiosk.retention() { _ = try RetentionPlan.read(content) }
      return []
    } catch let faulty as RetentionPlan.Faulty {
      return faulty.problems
    }
  }

  private func webProblems(_ kiosk: KioskFolder) throws -> [ContentProblem] {
    let found = Set(try kiosk.webFiles().map(\.name))
    return Assets.needed.filter { !found.contains($0) }.map { problem("web/\($0)", "the file is missing") }
  }

  /// The table of how words are said, and translations beside the items they belong to.
  private func speechProblems(_ kiosk: KioskFolder, _ bank: ItemBank?) throws -> [ContentProblem] {
    let file = "speech/pronunciations.tsv"
    let faults = Pronunciations.read(try kiosk.speechText("pronunciations.tsv")).faults.map { line in
      ContentProblem(
        file: file, line: line, subject: "", text: "expected a word not yet said, a tabulator and how it is spoken")
    }
    return try kiosk.tongueFiles().reduce(faults) { problems, tongue in
      problems + TongueFile.read(tongue.files, of: tongue.language, items: bank?.entries.map(\.item)).problems
    }
  }

  /// The targets as shipped, with the audiences of the bank beside them.
  private func planProblems(_ kiosk: KioskFolder, _ bank: ItemBank?) throws -> [ContentProblem] {
    guard let content = try kiosk.plan() else { return [problem(TargetPlan.file, "the file is missing")] }
    do {
      _ = try TargetPlan.read(content, audiences: bank?.framework.audiences.map(\.id))
      return []
    } catch {
      return error.problems
    }
  }

  private func layoutProblems(_ kiosk: KioskFolder) throws -> [ContentProblem] {
    guard let text = try kiosk.confirmationLayout() else {
      return [problem(ConfirmationLayout.file, "the file is missing")]
    }
    do {
      _ = try ConfirmationLayout(text: text)
      return []
    } catch {
      return [problem(ConfirmationLayout.file, "does not hold: \(error)")]
    }
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
    let found = checks.compactMap { file, check -> ContentProblem? in
      do {
        try check()
        return nil
      } catch {
        return problem(file, OperatorWording.text(error))
      }
    }
    return found + certificateProblems(box)
  }

  /// What the box has released belongs to its bank; what keeps it from being read is told by the checks of the box.
  private func releasedFiles() -> [ItemBank.File] {
    guard let dataFolder, let store = try? BoxFolder(dataFolder).openReading() else { return [] }
    return (try? BankAdoption.released(in: store)) ?? []  // as above
  }

  /// Also where the office door is shut: it may be opened tomorrow.
  private func certificateProblems(_ box: BoxFolder) -> [ContentProblem] {
    CertificateFolder(box.certificates).problems(now: Int(SystemClock().now().seconds)).map {
      problem(box.certificates, OperatorWording.text($0))
    }
  }

  /// Whether the bank may follow the one this box has in force.
  private func successionProblems(_ bank: ItemBank?) -> [ContentProblem] {
    guard let dataFolder, let bank else { return [] }
    do {
      return BankSuccession(from: try BoxFolder(dataFolder).openReading().itemsInForce(), to: bank).problems
    } catch {
      return []  // what keeps the database from being read is told already
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

  private func tell(_ problems: [ContentProblem], _ bank: Reading) {
    if report.json {
      let list = problems.map { problem in
        JSON.object([
          "file": JSON(problem.file), "line": JSON(problem.line), "subject": JSON(problem.subject),
          "text": JSON(problem.text),
        ])
      }
      let counts = bank.counts.map { JSON.Member(name: $0.competence, value: JSON($0.remarks)) }
      Terminal.say(JSON.object(["problems": JSON(list), "competences": JSON(.object(counts))]))
    } else {
      for problem in problems { Terminal.complain(problem.description) }
      for count in bank.counts {
        Terminal.complain("\(count.competence): \(count.items) items, \(count.remarks) remarks")
      }
      Terminal.complain("\(problems.count) problems")
    }
  }
}
