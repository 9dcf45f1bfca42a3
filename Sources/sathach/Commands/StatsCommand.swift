import ArgumentParser
import Assessment
import UseCases
import Web

struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Statistics of items, of the test and of its cut; reads while the box serves.",
    subcommands: [StatsItems.self, StatsItem.self, StatsTest.self, StatsCut.self])
}

extension ItemOrder: ExpressibleByArgument {}
extension StatisticsRoute.Part: ExpressibleByArgument {}

/// Which days, whose attempts, in which form.
struct StatsOptions: ParsableArguments {
  @Option(help: "month:2026-11, quarter:2026-4, half:2026-2 or year:2026 (default: this year).") var period: String?
  @Option(help: "The first day, as in 2026-10-01.") var from: String?
  @Option(help: "The last day, which belongs to it; today by default.") var to: String?
  @Option(help: "Of which audience, by its id.") var audience: String?
  @Option(help: "internal, or outside: small counts hidden.") var mode = ReportMode.internal
  @Option(help: "csv, xlsx or json.") var format = ReportQueryOptions.Format.csv
  @Option(help: "Of CSV: comma, semicolon (with decimal commas) or tab.") var separator = ReportText.Separator.comma
  @Flag(help: "The same as --format json.") var json = false

  func validate() throws {
    _ = try asked(today: CivilDate(SystemClock().now()))
  }

  private func asked(today: CivilDate) throws -> ReportPeriod {
    if period == nil, from == nil, to == nil { return .calendar(CalendarPeriod(.year, containing: today)) }
    return try ReportPeriod.asked(period: period, from: from, to: to, today: today)
  }

  func query(_ kiosk: Kiosk, needsAudience: Bool) throws -> StatisticsQuery {
    let known = try kiosk.reportChoices().audiences.map(\.id.text)
    if audience.map({ !known.contains($0) }) ?? needsAudience {
      throw ValidationError("--audience takes one of \(known.joined(separator: ", "))")
    }
    return StatisticsQuery(
      period: try asked(today: CivilDate(kiosk.clock.now())), audience: audience.map { Audience.ID($0) }, mode: mode)
  }

  var form: ReportFormOptions { ReportFormOptions(format: json ? .json : format, separator: separator) }
}

struct StatsItems: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "items", abstract: "One line an item and version: facility, discrimination, omissions, time, flags.")

  @Option(help: "Only items of this competence, by its id.") var competence: String?
  @Option(help: "Sorted by item, count, exposure, facility, discrimination, rest, omitted, time or flags.")
  var by = ItemOrder.item
  @OptionGroup var stats: StatsOptions
  @OptionGroup var options: BoxOptions

  func run() throws {
    try ReportOutput.write(options, stats.form) { kiosk in
      let known = try kiosk.competences().map(\.id.text)
      if let competence, !known.contains(competence) {
        throw ValidationError("--competence takes one of \(known.joined(separator: ", "))")
      }
      let id = competence.map { Competence.ID($0) }
      let figures = try kiosk.itemFigures(stats.query(kiosk, needsAudience: false), competence: id, by: by)
      return try StatisticsSource(kiosk: kiosk).items(figures, competence: id, by: by)
    }
  }
}

struct StatsItem: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "item", abstract: "One item, version by version: who chose what, and how groups of people compare.")

  @Argument(help: "The item's id.") var item: String
  @Option(help: "figures, options or differences.") var table = StatisticsRoute.Part.figures
  @OptionGroup var stats: StatsOptions
  @OptionGroup var options: BoxOptions

  func validate() throws {
    if !Item.ID.isWellFormed(item) { throw ValidationError("\"\(item)\" is no item id") }
  }

  func run() throws {
    try ReportOutput.write(options, stats.form) { kiosk in
      let query = try stats.query(kiosk, needsAudience: false)
      guard let detail = try kiosk.itemDetail(Item.ID(item), query) else {
        throw Failure.refused("sathach: there never was an item \"\(item)\" here")
      }
      return try StatisticsSource(kiosk: kiosk).part(table, of: detail)
    }
  }
}

struct StatsTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Reliability, error at the cut and consistency of decisions for one audience.")

  @OptionGroup var stats: StatsOptions
  @OptionGroup var options: BoxOptions

  func run() throws {
    try ReportOutput.write(options, stats.form) { kiosk in
      try StatisticsSource(kiosk: kiosk).test(kiosk.testFigures(stats.query(kiosk, needsAudience: true)))
    }
  }
}

struct StatsCut: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cut", abstract: "What every cut score would do to the attempts of one audience.")

  @OptionGroup var stats: StatsOptions
  @OptionGroup var options: BoxOptions

  func run() throws {
    try ReportOutput.write(options, stats.form) { kiosk in
      try StatisticsSource(kiosk: kiosk).cut(kiosk.cutFigures(stats.query(kiosk, needsAudience: true)))
    }
  }
}
