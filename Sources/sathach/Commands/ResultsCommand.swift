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

/// One line of results; see Results in the documentation of `Interchange`.
struct ResultLine {
  let json: JSON

  init(_ attempt: PseudonymousAttempt) {
    let facts = attempt.facts
    var members: [JSON.Member] = []
    func set(_ name: String, _ value: JSON?) {
      if let value { members.append(JSON.Member(name: name, value: value)) }
    }
    set("format", 1)
    set("attempt", JSON(attempt.name))
    set("person", attempt.person.map { JSON($0) })
    set("audience", JSON(facts.audience.text))
    set("mode", JSON(facts.mode.rawValue))
    set("submitted", JSON(Self.text(CivilDate(facts.submittedAt))))
    set("ending", JSON(facts.ending))
    set("seconds", JSON(Int(facts.spentMilliseconds / 1_000)))
    set("framework", JSON(facts.frameworkVersion))
    set("blueprint", JSON(facts.blueprintVersion))
    set("bank", JSON(Array(facts.bankHash.prefix(4)).hex))
    set("right", JSON(facts.right))
    set("asked", JSON(facts.asked))
    set("credit", JSON(facts.credit))
    set("passed", facts.isPassed.map { JSON($0) })
    set("answers", JSON(attempt.answers.map(Self.answer)))
    json = JSON(.object(members))
  }

  private static func answer(_ answer: GivenAnswer) -> JSON {
    var members: [JSON.Member] = []
    func set(_ name: String, _ value: JSON) { members.append(JSON.Member(name: name, value: value)) }
    set("place", JSON(answer.number))
    set("item", JSON(answer.item.text))
    set("version", JSON(answer.itemVersion))
    set("type", JSON(answer.kind.rawValue))
    set("competence", JSON(answer.competence.text))
    set("order", JSON(answer.optionOrder.map { JSON($0.text) }))
    if let response = answer.response { set("response", JSON(response)) }
    set("credit", JSON(answer.credit))
    set("seconds", JSON(Int(answer.spentMilliseconds / 1_000)))
    return JSON(.object(members))
  }

  private static func text(_ date: CivilDate) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(date.year)-\(two(date.month))-\(two(date.day))"
  }
}
