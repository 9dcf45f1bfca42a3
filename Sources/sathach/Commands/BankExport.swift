import ArgumentParser
import Assessment
import Glibc
import Interchange
import Spreadsheets
import UseCases

extension ItemFormat: ExpressibleByArgument {}

/// Writes items in a format that other programs read.
struct BankExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the bank's items as CSV, XLSX, GIFT, Moodle XML or QTI (3.0; qti-2.1 for the older), keys and all."
  )

  @Option(help: "csv, xlsx, gift, moodle-xml, qti or qti-2.1.") var format: ItemFormat
  @Option(help: "The file to write; without it, standard output.") var to: String?
  @Flag(help: "The drafts that wait, in place of the bank.") var drafts = false
  @Option(help: "Only items of this competence.") var competence: String?
  @Option(
    name: .customLong("data"), help: "The data folder whose bank in force is written, in place of the kiosk folder's.")
  var dataFolder: String?
  @Option(help: "The folder deployed beside the binary.") var kiosk: String?

  func validate() throws {
    if drafts, dataFolder == nil { throw ValidationError("--drafts needs --data") }
  }

  func run() throws {
    let items: [ExportedItem] = try ItemImport.reading { try self.items() }
    let export = try ItemImport.reading { try ItemExport(items, as: format, Spreadsheets()) }
    if let to {
      try Command.reading { try FileSystem.write(bytes: export.bytes, to: to, mode: 0o600) }
    } else {
      Terminal.put(export.bytes)
    }
    tell(export.report)
    if !export.report.leftOut.isEmpty { throw ExitCode(ExitStatus.refused.rawValue) }
  }

  private func items() throws -> [ExportedItem] {
    let all: [ExportedItem]
    if let dataFolder {
      var options = BoxOptions()
      options.dataFolder = dataFolder
      let store = try options.existing().openReading()
      all =
        drafts
        ? try waiting(store.drafts(), store.frameworkInForce())
        : try inForce(store.itemsInForce()) { try store.contentInForce(of: $0) }
    } else {
      all = try Command.bank(in: KioskFolder.find(kiosk)).entries.compactMap {
        ExportedItem($0.item, content: $0.content)
      }
    }
    return all.filter { competence == nil || $0.item.competence.text == competence }
  }

  private func inForce(_ items: [Item], _ content: (Item.ID) throws -> [UInt8]?) throws -> [ExportedItem] {
    try items.compactMap { item in try content(item.id).flatMap { ExportedItem(item, content: $0) } }
  }

  /// Drafts are written as far as they go: what is missing in them comes back missing.
  private func waiting(_ drafts: [Draft], _ framework: Framework?) throws -> [ExportedItem] {
    guard let framework else { throw ItemImport.noBank }
    return drafts.compactMap { draft in
      guard let json = try? JSONReader.read(draft.content),  // what is stored is canonical JSON
        let item = DraftEditor.Draft(json, framework: framework, file: draft.file, line: draft.line).item
      else {
        Terminal.complain("item \"\(draft.item)\": left out: not even its kind is known")
        return nil
      }
      return ExportedItem(item, content: draft.content)
    }
  }

  private func tell(_ report: ExportReport) {
    for (id, kind, cause) in report.leftOut {
      Terminal.complain("item \"\(id)\": left out: \(Self.text(cause, kind))")
    }
    if !report.besides.isEmpty {
      let members = report.besides.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
      Terminal.complain("beside the items, in notes that only this product reads: \(members)")
    }
    Terminal.complain("\(report.written) items written, \(report.leftOut.count) left out")
  }

  private static func text(_ cause: ExportReport.Cause, _ kind: Item.Kind) -> String {
    switch cause {
    case .noSuchKind: "the format knows no item of the kind \"\(kind.rawValue)\""
    case .notReadBack: "what would be written cannot be read back as it was"
    case .tooLongForCell: "a text is longer than a worksheet's cell holds"
    }
  }
}

/// Writes the empty table that items are filled into, with a second one that explains it.
struct BankTemplate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Write the table that items are filled into, with explanations in Vietnamese.")

  @Option(help: "csv or xlsx.") var format: ItemFormat
  @Option(help: "The file to write; without it, standard output.") var to: String?
  @Option(help: "The folder deployed beside the binary.") var kiosk: String?

  func validate() throws {
    if format != .csv, format != .xlsx { throw ValidationError("--format takes csv or xlsx") }
  }

  func run() throws {
    let bytes = try ItemImport.reading {
      try ItemExport.template(format, framework: Command.bank(in: KioskFolder.find(kiosk)).framework, Spreadsheets())
    }
    if let to {
      try Command.reading { try FileSystem.write(bytes: bytes, to: to, mode: 0o644) }
    } else {
      Terminal.put(bytes)
    }
  }
}
