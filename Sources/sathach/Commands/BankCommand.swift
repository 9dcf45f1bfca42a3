import ArgumentParser
import Assessment

struct BankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank", abstract: "Look at the item bank.", subcommands: [BankStatistics.self, BankForms.self])
}

/// Counts the items of the bank files.
struct BankStatistics: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count items by competence, audience, use and difficulty.")

  @Option(help: "The folder deployed beside the binary.")
  var kiosk: String?

  @OptionGroup var report: ReportOptions

  func run() throws {
    let bank = try Command.bank(in: KioskFolder.find(kiosk))
    let census = BankCensus(bank)
    if report.json {
      Terminal.say(census.json)
    } else {
      for line in census.lines { Terminal.say(line) }
    }
  }
}

/// How many items of which kind a bank has.
struct BankCensus {
  private let bank: ItemBank

  init(_ bank: ItemBank) {
    self.bank = bank
  }

  /// `live` counts tested items: what can be drawn for a form that counts. `practical` counts point and simulated-screen
  /// items among them, `simulated` the latter alone; single choice is neither.
  var json: JSON {
    JSON.object([
      "live": JSON(live.count), "practical": 0, "simulated": 0, "items": JSON(bank.entries.count),
      "use": counts { [$0.item.use.rawValue] }, "competence": counts { [$0.item.competence.text] },
      "audience": counts { $0.item.audiences.map(\.text) }, "difficulty": counts { [String($0.item.difficulty)] },
    ])
  }

  var lines: [String] {
    var lines = ["items \(bank.entries.count), live (tested) \(live.count)"]
    for competence in bank.framework.competences {
      let own = bank.entries.filter { $0.item.competence == competence.id }
      let uses = Item.Use.allCases.map { use in "\(use.rawValue) \(own.filter { $0.item.use == use }.count)" }
      let tested = own.filter { $0.item.use == .tested }
      let levels = (1...5).map { level in String(tested.filter { $0.item.difficulty == level }.count) }
      lines.append(
        "\(competence.id): \(uses.joined(separator: ", ")); tested by difficulty \(levels.joined(separator: "/"))")
    }
    return lines
  }

  private var live: [ItemBank.Entry] {
    bank.entries.filter { $0.item.use == .tested }
  }

  private func counts(_ keys: (ItemBank.Entry) -> [String]) -> JSON {
    var counts: [String: Int] = [:]
    for entry in bank.entries {
      for key in keys(entry) { counts[key, default: 0] += 1 }
    }
    return JSON(.object(counts.sorted { $0.key < $1.key }.map { JSON.Member(name: $0.key, value: JSON($0.value)) }))
  }
}
