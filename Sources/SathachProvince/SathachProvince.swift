import ArgumentParser
import PostgresStore

@main
struct SathachProvince: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sathach-province",
    abstract: "The province's side: takes in the boxes' bundles, keeps their sum in PostgreSQL, reports it.",
    discussion: """
      Exit codes: 0 done, 1 found wrong or refused, 2 wrong use, 3 could not (input or output, network, database).
      """,
    subcommands: [
      ServeCommand.self, ImportCommand.self, TrustCommand.self, MigrateCommand.self, RecountCommand.self,
      SimulateCommand.self,
      ReportCommand.self, ConfirmationsCommand.self, KeyCommand.self, KeysCommand.self, ListCommand.self,
      CommunesCommand.self, TargetsCommand.self, UserCommand.self,
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
    if let end = error as? ExitCode, let status = ExitStatus(rawValue: end.rawValue) { leave(status) }
    if code.isSuccess {
      Terminal.say(fullMessage(for: error))
      leave(.done)
    }
    if code == .validationFailure {
      Terminal.complain(fullMessage(for: error))
      leave(.wrongUse)
    }
    Terminal.complain("sathach-province: \(OperatorWording.text(error))")
    leave(.couldNot)
  }
}
