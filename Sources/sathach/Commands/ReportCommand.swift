import ArgumentParser
import Assessment
import Glibc
import SQLiteStore
import UseCases
import Web

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Give reports out as CSV, XLSX or JSON; reads while the box serves.",
    subcommands: [ReportPassRates.self, ReportAttempts.self, ReportRecount.self])
}

extension ReportMode: ExpressibleByArgument {}
extension ReportText.Separator: ExpressibleByArgument {}
extension PassRateQuery.Breakdown: ExpressibleByArgument {}
extension Sex: ExpressibleByArgument {}

/// Which days, which attempts, in which form.
struct ReportQueryOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, xlsx, json
  }

  enum Answer: String, ExpressibleByArgument, CaseIterable {
    case yes, no
  }

  enum Turn: String, ExpressibleByArgument, CaseIterable {
    case first, later
  }

  @Option(help: "month:2026-11, quarter:2026-4, half:2026-2 or year:2026 (default: this quarter).")
  var period: String?
  @Option(help: "The first day, as in 2026-10-01.") var from: String?
  @Option(help: "The last day, which belongs to it; today by default.") var to: String?
  @Option(help: "internal, or outside: small counts hidden.") var mode = ReportMode.internal
  @Option(help: "csv, xlsx or json.") var format = Format.csv
  @Option(help: "Of CSV: comma, semicolon (with decimal commas) or tab.") var separator = ReportText.Separator.comma
  @Flag(help: "The same as --format json.") var json = false

  @Option(help: "Only this audience, by its id.") var audience: String?
  @Option(help: "Only this hamlet, by its number.") var hamlet: Int64?
  @Option(help: "Only the age band that begins so: 0, 16, 18, 30, 45, 60 or 75.") var age: Int?
  @Option(help: "Only male or female.") var sex: Sex?
  @Option(help: "Only attempts with help (yes) or without (no).") var assisted: Answer?
  @Option(help: "Only people's first attempts, or later ones.") var turn: Turn?
  @Option(help: "Only people of this group of the office, by its number.") var tag: Int64?

  func validate() throws {
    _ = try asked(today: CivilDate(SystemClock().now()))
    _ = try filter()
  }

  func asked(today: CivilDate) throws -> ReportPeriod {
    try ReportPeriod.asked(period: period, from: from, to: to, today: today)
  }

  var form: ReportFormOptions { ReportFormOptions(format: json ? .json : format, separator: separator) }

  func filter() throws -> ReportFilter {
    let band = try age.map { years in
      guard let band = AgeBand(rawValue: years) else {
        throw ValidationError(
          "--age takes one of \(AgeBand.allCases.map { String($0.rawValue) }.joined(separator: ", "))")
      }
      return band
    }
    if let audience, !Audience.ID.isWellFormed(audience) { throw ValidationError("\"\(audience)\" is no audience id") }
    return ReportFilter(
      audience: audience.map { Audience.ID($0) }, hamlet: hamlet, age: band, sex: sex,
      isAssisted: assisted.map { $0 == .yes }, isLater: turn.map { $0 == .later }, tag: tag)
  }
}

struct ReportPassRates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pass-rates", abstract: "People who took the test and who passed, each counted once.")

  @Option(help: "audience, hamlet, age, sex, help, turn, month, area or competence.")
  var by = PassRateQuery.Breakdown.audience
  @OptionGroup var query: ReportQueryOptions
  @OptionGroup var options: BoxOptions

  func run() throws {
    try ReportOutput(query: query, options: options).write { kiosk, period, filter, words in
      let asked = PassRateQuery(period: period, breakdown: by, filter: filter, mode: query.mode)
      return ReportTable(try kiosk.passRates(asked), filter: words)
    }
  }
}

struct ReportAttempts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attempts", abstract: "One line an attempt, under pseudonyms.")

  @OptionGroup var query: ReportQueryOptions
  @OptionGroup var options: BoxOptions

  func run() throws {
    try ReportOutput(query: query, options: options).write { kiosk, period, filter, words in
      AttemptTable(
        kiosk.attemptList(AttemptQuery(period: period, filter: filter, mode: query.mode)), filter: words)
    }
  }
}

/// Makes the counts behind the reports anew from the attempts.
struct ReportRecount: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recount", abstract: "Make the kept counts anew, on a box that does not serve.")

  @OptionGroup var options: BoxOptions

  func run() throws {
    do {
      let box = try options.existing()
      let lock = try FolderLock(folder: box.path)
      defer { withExtendedLifetime(lock) {} }
      let store = try KioskStore.writer(at: box.database, secrets: try box.secrets(creating: false))
      try store.atomically { try store.recountAll() }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure.couldNot("sathach: \(OperatorWording.text(error))")
    }
    Terminal.say("counted anew")
  }
}
