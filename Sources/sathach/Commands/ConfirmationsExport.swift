import ArgumentParser
import Assessment
import Glibc
import SQLiteStore
import Slip
import UseCases

/// Writes a list to standard output. Names leave the box, so it is noted who took them: not while the box serves.
struct ConfirmationsExport: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, xlsx, jsonl
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a list to standard output, and note in the event log that names were taken.",
    discussion: """
      Without --batch it is the newest list that was not handed over; where there is none, one is made of everybody who
      waits. The log is written, so that this ends with 3 while the box serves; then take the list on its page.
      """)

  @Option(help: "The list's number.") var batch: Int64?
  @Option(help: "csv, xlsx or jsonl.") var format = Format.csv
  @Option(help: "Of CSV: comma, semicolon or tab.") var separator = ReportText.Separator.comma
  @Flag(help: "The same as --format jsonl.") var json = false
  @Option(help: "Write the detached signature of what goes to standard output into this file.") var signature: String?
  @OptionGroup var actor: ActorOptions
  @OptionGroup var options: BoxOptions

  private var form: ListForm {
    if json { return .jsonLines }
    return switch format {
    case .csv: .csv(separator)
    case .xlsx: .xlsx
    case .jsonl: .jsonLines
    }
  }

  func run() throws {
    guard form != .xlsx || isatty(STDOUT_FILENO) == 0 else {
      throw Failure(code: .wrongUse, text: "sathach: a spreadsheet is no text; send it into a file with > NAME.xlsx")
    }
    let progress = ReportProgress()
    defer { progress.end() }
    let (list, bytes, signed) = try ConfirmationBox.change(options, as: actor) { kiosk, account in
      let id = try batch ?? chosen(kiosk, account)
      let list = try kiosk.confirmationList(id)
      progress.tell(list.rows.count)
      let bytes = try kiosk.file(of: list, as: form)
      try kiosk.noteDisclosure(
        of: id, rows: list.rows.count, format: form.word, digest: kiosk.secrets.sha256(bytes), by: account)
      return (list, bytes, try kiosk.detachedSignature(of: bytes))
    }
    if let signature { try Command.reading { try FileSystem.write(signed, to: signature, mode: 0o644) } }
    try ReportOutput.put(bytes)
    progress.end()
    Terminal.complain("list \(list.batch.id): \(list.rows.count) slips")
  }

  private func chosen(_ kiosk: Kiosk, _ account: StaffID?) throws -> ConfirmationBatch.ID {
    if let open = try kiosk.store.batches().first(where: { $0.sentAt == nil }) { return open.id }
    return try kiosk.listForConfirmation(by: account)
  }
}

/// Tells whether a list is as it left an office.
struct ConfirmationsVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check a list against its detached signature, with the keys this box knows.")

  @Argument(help: "The list.") var file: String
  @Argument(help: "The signature that came with it.") var signature: String
  @OptionGroup var options: BoxOptions

  func run() throws {
    let (bytes, text) = try Command.reading { (try FileSystem.read(file), try FileSystem.text(signature)) }
    let verdict = try ConfirmationBox.read(options) { try $0.checkList(bytes, signature: text) }
    switch verdict {
    case .genuine(let issuer): Terminal.say("genuine: as it left \(issuer.text)")
    case .altered: throw Failure.refused("sathach: \(file): not as it was signed")
    case .unknownKey(let kid):
      throw Failure.refused("sathach: \(signature): signed with \(kid), which this box does not know")
    case .notASignature: throw Failure.refused("sathach: \(signature): not a signature of a list")
    }
  }
}
