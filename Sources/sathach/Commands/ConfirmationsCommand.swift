import ArgumentParser
import Assessment
import SQLiteStore
import UseCases

struct ConfirmationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirmations", abstract: "Lists of people who passed for VNeID, and the answers to them.",
    subcommands: [
      ConfirmationsList.self, ConfirmationsMake.self, ConfirmationsExport.self, ConfirmationsSent.self,
      ConfirmationsImport.self, ConfirmationsUndo.self, ConfirmationsVerify.self,
    ])
}

/// On whose behalf something about confirmations is done.
struct ActorOptions: ParsableArguments {
  @Option(name: .customLong("as"), help: "The officer who does it; without it, the command line.") var login: String?
}

/// Shows where everybody stands; reads while the box serves.
struct ConfirmationsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Tell how many stand where, and the lists and files of answers there are.")

  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    try ConfirmationBox.read(options) { kiosk in
      let tally = try kiosk.store.confirmationTally()
      let batches = try kiosk.store.batches().map { ($0, try kiosk.store.counts(of: $0.id)) }
      let files = try kiosk.store.answerFiles()
      if report.json {
        Terminal.say(
          JSON.object([
            "people": ConfirmationLines.json(tally), "lists": JSON(batches.map(ConfirmationLines.json)),
            "answers": JSON(files.map(ConfirmationLines.json)),
          ]))
        return
      }
      Terminal.say(ConfirmationLines.text(tally))
      for (batch, counts) in batches { Terminal.say(ConfirmationLines.text(batch, counts)) }
      for file in files { Terminal.say(ConfirmationLines.text(file)) }
    }
  }
}

/// Puts everybody who has passed and waits on a new list.
struct ConfirmationsMake: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Put everybody who has passed and is on no list on a new one.")

  @Option(help: "Only this audience, by its id.") var audience: String?
  @Option(help: "Only who passed up to this day, YYYY-MM-DD.") var until: Day?
  @Flag(help: "Tell how many it would be, and make nothing.") var dryRun = false
  @OptionGroup var actor: ActorOptions
  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func validate() throws {
    if let audience, !Audience.ID.isWellFormed(audience) { throw ValidationError("\"\(audience)\" is no audience id") }
  }

  func run() throws {
    let wish = ListWish(audience: audience.map { Audience.ID($0) }, until: until?.date)
    if dryRun {
      let draft = try ConfirmationBox.read(options) { try $0.draftList(wish, shown: 0) }
      tell(list: nil, slips: draft.slips.count)
    } else {
      let (batch, count) = try ConfirmationBox.change(options, as: actor) { kiosk, account in
        let batch = try kiosk.listForConfirmation(wish, by: account)
        return (batch, try kiosk.store.counts(of: batch)[.listed] ?? 0)
      }
      tell(list: batch, slips: count)
    }
  }

  private func tell(list: ConfirmationBatch.ID?, slips: Int) {
    if report.json {
      Terminal.say(
        JSON.object(["list": list.map { JSON(Int($0)) } ?? JSON(.null), "slips": JSON(slips)]))
    } else {
      Terminal.say(list.map { "list \($0): \(slips) slips" } ?? "a list would have \(slips) slips")
    }
  }
}

/// The list has been handed over.
struct ConfirmationsSent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sent", abstract: "Note that a list was handed over; it does not change any more.")

  @Argument(help: "The list's number.") var list: Int64
  @OptionGroup var actor: ActorOptions
  @OptionGroup var options: BoxOptions

  func run() throws {
    try ConfirmationBox.change(options, as: actor) { kiosk, account in try kiosk.markSent(list, by: account) }
    Terminal.say("list \(list) is handed over")
  }
}

/// Takes a file of answers back.
struct ConfirmationsUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Put everything back that a file of answers has changed: all of it, or nothing.")

  @Argument(help: "The number of the file of answers.") var file: Int64
  @OptionGroup var actor: ActorOptions
  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    let changed = try ConfirmationBox.change(options, as: actor) { kiosk, account in
      try kiosk.undoAnswers(file, by: account)
      return try kiosk.store.answers(file)?.changed ?? 0
    }
    if report.json {
      Terminal.say(JSON.object(["answers": JSON(Int(file)), "changed": JSON(changed)]))
    } else {
      Terminal.say("answers \(file) are taken back: \(changed) people stand as before")
    }
  }
}

/// Opens a box for these commands, and turns what a rule refuses into exit code 1.
enum ConfirmationBox {
  static func read<Value>(_ options: BoxOptions, _ body: (Kiosk) throws -> Value) throws -> Value {
    try ItemImport.reading {
      let box = try options.existing()
      let store = try box.openReading()
      let office = Office(name: try box.settings().office, issuer: try box.issuer(), bootCounter: 1)
      let kiosk = KioskParts(
        box: box, secrets: try box.secrets(creating: false), signing: try box.signing(creating: false), office: office
      ).kiosk(store)
      return try refusing { try store.reading { try body(kiosk) } }
    }
  }

  /// All that `body` does is kept, or nothing.
  @discardableResult
  static func change<Value>(
    _ options: BoxOptions, as actor: ActorOptions, _ body: (Kiosk, StaffID?) throws -> Value
  ) throws -> Value {
    try OpenBox.change(options) { box in
      try refusing {
        let account = try actor.login.map { try box.kiosk.account(named: $0).id }
        return try box.store.atomically {
          try LayoutAdoption(kiosk: KioskFolder.find(nil)).bring(into: box.kiosk)
          return try body(box.kiosk, account)
        }
      }
    }
  }

  private static func refusing<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch UseCaseError.confirmation(let fault) {
      throw Failure.refused("sathach: \(ConfirmationLines.text(fault))")
    } catch UseCaseError.table(.readerFailed) {
      throw Failure.couldNot("sathach: the file could not be read: sathach-import failed")
    } catch UseCaseError.table(let fault) {
      throw Failure.refused("sathach: \(ConfirmationLines.text(fault))")
    }
  }
}
