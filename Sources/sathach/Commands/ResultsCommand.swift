import ArgumentParser
import Assessment
import SQLiteStore
import UseCases

struct ResultsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "results", abstract: "Results for whoever studies items and tests.", subcommands: [ResultsExport.self])
}

/// Writes attempts with their answers as JSON Lines, under names that are no people's.
struct ResultsExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "Write handed-in attempts with their answers as JSON Lines, pseudonymous; the format is written down in Results.md."
  )

  @Option(help: "The first day, YYYY-MM-DD.") var from: Day?
  @Option(help: "The last day, YYYY-MM-DD.") var to: Day?
  @Flag(help: "Practice too.") var practice = false
  @Flag(help: "Also what was typed in words of one's own, which may be anything.") var typed = false
  @OptionGroup var options: BoxOptions

  func run() throws {
    try ItemImport.reading {
      let box = try options.existing()
      let secrets = try box.secrets(creating: false)
      let store = try KioskStore.reader(at: box.database, secrets: secrets)
      let office = try box.office()
      let kiosk = KioskParts(
        box: box, secrets: secrets, signing: try box.signing(creating: false), office: office
      ).kiosk(store)
      var count = 0
      try kiosk.exportResults(from: from?.date, to: to?.date, withPractice: practice, withTyped: typed) { attempt in
        count += 1
        Terminal.say(ResultLine(attempt).json)
      }
      Terminal.complain("\(count) attempts")
    }
  }
}

/// A day as it is typed.
struct Day: ExpressibleByArgument {
  let date: CivilDate

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard argument.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    date = CivilDate(year: year, month: month, day: day)
    // The 31st of a month of 30 days would be another day.
    guard CivilDate(dayNumber: date.dayNumber) == date else { return nil }
  }
}
