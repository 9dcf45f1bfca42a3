import ArgumentParser

@main
struct Sathach: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sathach",
    abstract: "Digital-skills test for commune offices: serves the kiosk, signs and checks result slips.",
    discussion: """
      Exit codes: 0 done, 1 found wrong or refused, 2 wrong use, 3 could not (input or output, network, lock).
      """,
    subcommands: [
      Serve.self, Check.self, BankCommand.self, SlipCommand.self, KeysCommand.self,
      UserCommand.self, ResultsCommand.self, AuditCommand.self, ReportCommand.self, ConfirmationsCommand.self,
      StatsCommand.self, VerifierCommand.self, BundleCommand.self,
      Demo.self, Routes.self, WordingCommand.self, AudioCommand.self, BackupCommand.self, RestoreCommand.self,
      RecoveryKeyCommand.self, SetupCommand.self, DoctorCommand.self, UpdateCommand.self, SettingsCommand.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      exit(with: error)
    }
  }

  /// The parser's own codes are those of sysexits; ours are fewer and documented.
  private static func exit(with error: any Error) -> Never {
    if let failure = error as? Failure {
      Terminal.complain(failure.text)
      leave(failure.code)
    }
    let code = exitCode(for: error)
    // A command that has said everything already ends with one of our own codes.
    if let end = error as? ExitCode, let status = ExitStatus(rawValue: end.rawValue) { leave(status) }
    if code.isSuccess {
      Terminal.say(fullMessage(for: error))
      leave(.done)
    }
    if code == .validationFailure {
      Terminal.complain(fullMessage(for: error))
      leave(.wrongUse)
    }
    Terminal.complain("sathach: \(OperatorWording.text(error))")
    leave(.couldNot)
  }
}
