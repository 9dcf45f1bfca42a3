import ArgumentParser
import Assessment

struct BankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank", abstract: "Look at the item bank, take items in and out, and score old answers anew.",
    subcommands: [
      BankStatistics.self, BankForms.self, BankGallery.self, BankRescore.self, BankImport.self, BankExport.self,
      BankTemplate.self, BankDrafts.self, BankRelease.self, BankDiscard.self,
    ])
}

/// Counts the items of the bank files.
struct BankStatistics: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count items by competence, audience, use and difficulty.")

  @Option(help: "The folder deployed beside the binary.")
  var kiosk: String?

  @Flag(help: "A Markdown table of audience, competence, type and difficulty.") var table = false
  @OptionGroup var report: ReportOptions

  func run() throws {
    let bank = try Command.bank(in: KioskFolder.find(kiosk))
    let census = BankCensus(bank)
    if table {
      for line in census.table { Terminal.say(line) }
    } else if report.json {
      Terminal.say(census.json)
    } else {
      for line in census.lines { Terminal.say(line) }
    }
  }
}
