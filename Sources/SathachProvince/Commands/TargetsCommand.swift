import ArgumentParser
import Assessment
import PostgresStore
import Province
import UseCases

/// What must be reached, and how many people there are.
struct TargetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: "How many of an audience must have passed, by when; and how many people there are.",
    subcommands: [TargetsList.self, TargetsSet.self, TargetsDrop.self, TargetsPopulations.self])
}

struct TargetsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Where the communes and the whole stand against every target, as CSV.")

  @OptionGroup var options: OfficeOptions

  func run() throws {
    try options.office { office, _ in
      Terminal.say("audience,percent,deadline,commune,people,wanted,passed,state")
      for outlook in try office.targetOutlooks() {
        for line in outlook.lines + [outlook.total] { Terminal.say(Self.line(outlook.target, line)) }
      }
    }
  }

  private static func line(_ target: ProvinceTarget, _ line: TargetOutlook.Line) -> String {
    let standing = line.standing
    let state =
      switch standing.verdict {
      case .reached: "reached"
      case .ahead: "ahead"
      case .overdue: "overdue"
      case .open: "open"
      case .needsPopulation, .needsFigure, .provinces: "no-population"
      }
    func text(_ number: Int?) -> String { number.map { String($0) } ?? "" }
    return [
      target.audience?.text ?? "", String(target.percent), target.deadline.iso, line.commune.code,
      text(standing.population?.people), text(standing.wanted), text(standing.count), state,
    ].joined(separator: ",")
  }
}

/// An audience's id; none is everybody.
struct AudienceOption: ParsableArguments {
  @Option(help: "Of this audience, by its id (default: of everybody).") var audience: String?

  func validate() throws {
    if let audience, !Audience.ID.isWellFormed(audience) { throw ValidationError("\"\(audience)\" is no audience id") }
  }

  var id: Audience.ID? { audience.map { Audience.ID($0) } }
}

struct TargetsSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set a target, in the place of the one that the audience had.")

  @OptionGroup var audience: AudienceOption
  @Option(help: "How many of a hundred people must have passed, 1 to 100.") var percent: Int
  @Option(help: "The last day, YYYY-MM-DD.") var by: String
  @Option(help: "The paper that wants it, as in \"Kế hoạch 1/KH-UBND\".") var document: String
  @OptionGroup var store: StoreOptions

  func run() throws {
    guard (1...100).contains(percent) else { throw ValidationError("--percent takes 1 to 100") }
    guard let day = CivilDate(iso: by), (2020...2199).contains(day.year) else {
      throw ValidationError("--by takes a day as 2026-12-31")
    }
    guard let title = OfficeName.tidy(document, most: 200) else {
      throw ValidationError("--document takes 1 to 200 letters")
    }
    try store.open().keep(ProvinceTarget(audience: audience.id, percent: percent, deadline: day, document: title))
  }
}

struct TargetsDrop: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "drop", abstract: "Take a target away.")

  @OptionGroup var audience: AudienceOption
  @OptionGroup var store: StoreOptions

  func run() throws {
    guard try store.open().dropTarget(of: audience.id) else { throw Failure.refused("there is no such target") }
  }
}

struct TargetsPopulations: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "populations",
    abstract: "Take in how many people communes have.",
    discussion: """
      Lines of five digits, an audience's id or *, a number, the day it speaks of (YYYY-MM-DD) and where it comes from, with \
      semicolons between. All of the file is taken, or nothing.
      """)

  @Argument(help: "The file, UTF-8.") var file: String
  @OptionGroup var store: StoreOptions

  func run() throws {
    guard let text = String(validating: try Files.read(file), as: UTF8.self) else {
      throw Failure.refused("\(file): not UTF-8")
    }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var found: [CommunePopulation] = []
    for (place, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      guard let population = Self.population(line) else {
        throw Failure.refused(
          "\(file):\(place + 1): expected five digits; an audience or *; a number above 0; a day as 2026-12-31; a source"
        )
      }
      found.append(population)
    }
    try store.open().keep(found)
    Terminal.say("\(found.count) populations")
  }

  private static func population(_ line: Substring) -> CommunePopulation? {
    let fields = line.split(separator: ";", omittingEmptySubsequences: false).map { field in
      String(field.drop { $0 == "\u{FEFF}" || $0.isWhitespace }.reversed().drop(while: \.isWhitespace).reversed())
    }
    guard fields.count == 5, Commune.isWellFormed(fields[0]), fields[1] == "*" || Audience.ID.isWellFormed(fields[1]),
      let people = Int(fields[2]), (1...100_000_000).contains(people), let day = CivilDate(iso: fields[3]),
      let source = OfficeName.tidy(fields[4], most: 200)
    else { return nil }
    return CommunePopulation(
      commune: Commune(code: fields[0]), audience: fields[1] == "*" ? nil : Audience.ID(fields[1]), people: people,
      day: day, source: source)
  }
}
