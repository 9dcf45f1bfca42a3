import ArgumentParser
import Assessment
import UseCases

/// What is right and wrong with the box.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tell what is right and wrong with the box, with the cure for each; exit 1 if anything is wrong.",
    discussion: "Changes nothing, and may run while the box serves.")

  @Option(help: "vi or en.") var lang = ExaminationText.Language.vi

  @Option(help: "Also write a zip file for whoever helps from afar; nothing in it is about people.") var bundle: String?

  @Option(help: "The folder deployed beside the binary.") var kiosk: String?

  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    let findings = BoxExaminer(box: options.box, kiosk: KioskFolder.find(kiosk)).examine()
    if let bundle {
      try Command.reading {
        try FileSystem.write(bytes: SupportBundle(box: options.box, findings: findings).bytes, to: bundle, mode: 0o600)
      }
    }
    let text = ExaminationText(findings: findings, language: lang)
    if report.json {
      Terminal.say(json(findings, text))
    } else {
      for line in text.lines { Terminal.say(line) }
    }
    if findings.contains(where: \.isWrong) { throw ExitCode(ExitStatus.refused.rawValue) }
  }

  private func json(_ findings: [ExaminedFinding], _ text: ExaminationText) -> JSON {
    JSON(
      findings.map { finding in
        JSON.object([
          "part": JSON(finding.part.rawValue), "wrong": JSON(finding.isWrong),
          "complaints": JSON(
            finding.complaints.map { complaint in
              JSON.object([
                "text": JSON(text.text(complaint)), "cure": JSON(text.cure(complaint)),
                "wrong": JSON(complaint.isWrong),
              ])
            }),
        ])
      })
  }
}

extension ExaminationText.Language: ExpressibleByArgument {}
