import ArgumentParser
import Assessment
import UseCases

/// Prints the register of disclosures: who took names out, when and how many.
struct AuditDisclosures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disclosures", abstract: "List who took names out or saw a whole number, newest first.")

  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    let store = try options.existing().openReading()
    let found = try store.disclosures(before: .max, most: .max)
    if report.json {
      Terminal.say(JSON(found.map(json)))
    } else {
      for disclosure in found { Terminal.say(line(disclosure)) }
      Terminal.complain("\(found.count) disclosures")
    }
  }

  private func line(_ found: Disclosure) -> String {
    let subject = found.person.map { "person \($0)" } ?? found.subject
    return
      "\(ISO.text(found.at)) account \(found.account.map(String.init) ?? "console") \(found.kind.rawValue) \(subject) "
      + "rows \(found.rows) \(found.format) \(found.digest.hex)"
  }

  private func json(_ found: Disclosure) -> JSON {
    JSON.object([
      "id": JSON(Int(found.id)), "at": JSON(ISO.text(found.at)), "kind": JSON(found.kind.rawValue),
      "account": found.account.map { JSON(Int($0)) } ?? JSON(.null), "subject": JSON(found.subject),
      "person": found.person.map { JSON(Int($0)) } ?? JSON(.null), "rows": JSON(found.rows),
      "format": JSON(found.format), "sha256": JSON(found.digest.hex),
    ])
  }
}
