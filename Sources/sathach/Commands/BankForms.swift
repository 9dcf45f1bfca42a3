import ArgumentParser
import Assessment

/// Draws many forms and tells how alike they are and how often each item is seen.
struct BankForms: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forms",
    abstract: "Draw many forms of each blueprint: exposure of items and spread of expected scores; exit 1 over the cap."
  )

  @Option(help: "How many forms of each blueprint.") var count = 10_000
  @Option(help: "The first seed.") var seed: UInt64 = 1
  @Option(help: "The folder deployed beside the binary.") var kiosk: String?
  @OptionGroup var report: ReportOptions

  func validate() throws {
    guard (1...1_000_000).contains(count) else { throw ValidationError("--count takes 1 to 1,000,000") }
  }

  func run() throws {
    let bank = try Command.bank(in: KioskFolder.find(kiosk))
    let surveys = try bank.blueprints.map { blueprint in
      let cards = bank.cards(for: blueprint.audience)
      do {
        return (blueprint, try FormSurvey(blueprint: blueprint, cards: cards, seeds: seed..<seed + UInt64(count)))
      } catch {
        throw Failure.refused("sathach: \(blueprint.audience): \(OperatorWording.text(error))")
      }
    }
    if report.json {
      Terminal.say(JSON(surveys.map { json($0.0, $0.1) }))
    } else {
      for (blueprint, survey) in surveys { Terminal.say(line(blueprint, survey)) }
    }
    try refuseOverexposed(surveys, most: bank.editorial?.exposurePercent ?? 100)
  }

  /// An item that too many people meet is known before it asks anything.
  private func refuseOverexposed(_ surveys: [(Blueprint, FormSurvey)], most: Int) throws {
    for (blueprint, survey) in surveys where survey.mostSeenCount * 100 > count * most {
      throw Failure.refused(
        "sathach: \(blueprint.audience): item \"\(survey.mostSeen)\" is in more than \(most) % of forms; "
          + "write more items for its area and band")
    }
  }

  private func line(_ blueprint: Blueprint, _ survey: FormSurvey) -> String {
    let (least, most) = (hundredths(survey.leastExpected), hundredths(survey.mostExpected))
    return "\(blueprint.audience): \(count) forms, expected score \(least) to \(most) of \(blueprint.itemCount), "
      + "most seen item \"\(survey.mostSeen)\" in \(hundredths(survey.mostSeenCount * 10_000 / count)) % of forms"
  }

  private func json(_ blueprint: Blueprint, _ survey: FormSurvey) -> JSON {
    JSON.object([
      "audience": JSON(blueprint.audience.text), "forms": JSON(count), "items": JSON(blueprint.itemCount),
      "leastExpectedHundredths": JSON(survey.leastExpected), "mostExpectedHundredths": JSON(survey.mostExpected),
      "mostSeen": JSON(survey.mostSeen.text), "mostSeenCount": JSON(survey.mostSeenCount),
    ])
  }

  private func hundredths(_ number: Int) -> String {
    let rest = number % 100
    return "\(number / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension Command {
  static func bank(in kiosk: KioskFolder) throws -> ItemBank {
    do {
      return try ItemBank.read(try reading { try kiosk.bankFiles() })
    } catch let faulty as ItemBank.Faulty {
      throw Failure.refused("sathach: the bank has \(faulty.problems.count) problems; `sathach check` lists them")
    }
  }
}
