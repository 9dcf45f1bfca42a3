import ArgumentParser
import Assessment
import SQLiteStore
import UseCases

/// Scores old answers to an item by the version in force, where an officer has decided so.
struct BankRescore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rescore",
    abstract: "Score the answers to earlier versions of an item by the one in force; logged, and shown on the result.")

  @Argument(help: "The item's id.") var item: String
  @Option(help: "Why, in Vietnamese; candidates read it.") var reason: String
  @Flag(help: "Tell what would change, and change nothing.") var dryRun = false
  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func validate() throws {
    guard Item.ID.isWellFormed(item) else { throw ValidationError("\"\(item)\" is no item id") }
    guard (1...300).contains(reason.count) else { throw ValidationError("--reason takes 1 to 300 characters") }
  }

  func run() throws {
    do {
      try rescore(in: options.existing())
    } catch let failure as Failure {
      throw failure
    } catch UseCaseError.unknownItem {
      throw Failure.refused("sathach: the bank in force has no item \"\(item)\"")
    } catch {
      throw Failure.couldNot("sathach: \(OperatorWording.text(error))")
    }
  }

  private func rescore(in box: BoxFolder) throws {
    let lock = try FolderLock(folder: box.path)
    defer { withExtendedLifetime(lock) {} }
    let secrets = try box.secrets(creating: false)
    let store = try KioskStore.writer(at: box.database, secrets: secrets)
    let office = try box.office()
    let kiosk = KioskParts(
      box: box, secrets: secrets, signing: try box.signing(creating: false), office: office
    ).kiosk(store)
    let summary = try store.atomically {
      try kiosk.rescore(Item.ID(item), reason: reason, isDryRun: dryRun)
    }
    tell(summary)
  }

  private func tell(_ summary: RescoringSummary) {
    if report.json {
      let changes = summary.changes.map { change in
        JSON.object([
          "attempt": JSON(Int(change.attempt)), "creditBefore": JSON(change.creditBefore),
          "creditAfter": JSON(change.creditAfter), "wasPassed": JSON(change.wasPassed),
          "isPassed": JSON(change.isPassed),
        ])
      }
      Terminal.say(JSON.object(["answers": JSON(summary.answers), "changes": JSON(changes), "dryRun": JSON(dryRun)]))
      return
    }
    for change in summary.changes {
      let outcome = change.wasPassed == change.isPassed ? "" : change.isPassed ? "; passes now" : "; passes no longer"
      Terminal.say("attempt \(change.attempt): credit \(change.creditBefore) to \(change.creditAfter)\(outcome)")
    }
    Terminal.say("\(summary.answers) old answers, \(summary.changes.count) \(dryRun ? "would change" : "changed")")
  }
}
