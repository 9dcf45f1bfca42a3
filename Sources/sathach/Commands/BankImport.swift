import ArgumentParser
import Assessment
import ForeignFiles
import Glibc
import Interchange
import SQLiteStore
import UseCases

/// Takes the items of a file in as drafts.
struct BankImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Take the items of a CSV, XLSX, GIFT, Moodle XML or QTI file in as drafts; nothing is drawn before release.")

  @Argument(help: "The file; what it is is told by its content.") var file: String
  @Flag(help: "Tell what would come in, and keep nothing.") var dryRun = false
  @Option(help: "The competence of items that name none.") var competence: String?
  @Option(help: "The audience of items that name none; may be given more than once.") var audience: [String] = []
  @Option(help: "What items that do not say are for: warm-up, practice or tested.") var use: Item.Use?
  @Option(help: "The judged difficulty of items that have none, 1 to 5.") var difficulty: Int?
  @Option(name: .customLong("as"), help: "The officer who imports; without it, the command line does.") var login:
    String?
  @Option(help: "The folder deployed beside the binary.") var kiosk: String?
  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func validate() throws {
    if let difficulty, !(1...5).contains(difficulty) { throw ValidationError("--difficulty takes 1 to 5") }
  }

  func run() throws {
    let folder = KioskFolder.find(kiosk)
    if dryRun {
      try finish(with: try ItemImport.reading { try look(folder) })
    } else {
      try finish(
        with: try OpenBox.change(options) { box in
          let actor = try box.actor(login)
          return try keep(folder, box.kiosk, box.store, by: actor)
        })
    }
  }

  private var defaults: ImportDefaults {
    var defaults = ImportDefaults()
    defaults.competence = competence.map { Competence.ID($0) }
    defaults.audiences = audience.map { Audience.ID($0) }
    (defaults.use, defaults.difficulty) = (use, difficulty)
    return defaults
  }

  /// Against the box where there is one, else against the bank's folder.
  private func look(_ folder: KioskFolder) throws -> ImportTally {
    let rules = try folder.editorialRules()
    var tally = ImportTally(file: fileName, isJSON: report.json, isDryRun: true)
    if FileSystem.exists(options.box.database) {
      let store = try options.box.openReading()
      guard let framework = try store.frameworkInForce() else { throw ItemImport.noBank }
      try read(framework, rules, into: &tally, known: store.known) { _ in }
    } else {
      let bank = try Command.bank(in: folder)
      let contents = Dictionary(bank.entries.map { ($0.item.id, $0.content) }, uniquingKeysWith: { first, _ in first })
      let known = { (id: Item.ID) in KnownItem(inForce: contents[id], draft: nil) }
      try read(bank.framework, rules, into: &tally, known: known) { _ in }
    }
    return tally
  }

  private func keep(
    _ folder: KioskFolder, _ kiosk: Kiosk, _ store: KioskStore, by actor: StaffActor
  ) throws -> ImportTally {
    let rules = try folder.editorialRules()
    var tally = ImportTally(file: fileName, isJSON: report.json, isDryRun: false)
    try store.atomically {
      guard let framework = try store.frameworkInForce() else { throw ItemImport.noBank }
      var waiting: [NewDraft] = []
      func hand() throws {
        try kiosk.receiveDrafts(waiting, from: fileName, by: actor)
        waiting.removeAll()
      }
      try read(framework, rules, into: &tally, known: store.known) { item in
        guard item.standing != .same else { return }
        let place = item.file.isEmpty ? fileName : "\(fileName)/\(item.file)"
        waiting.append(
          NewDraft(item: item.id, content: item.content, file: String(place.prefix(300)), line: item.line))
        // One entry of the log for each thousand, so that they need not all be in memory.
        if waiting.count == 1_000 { try hand() }
      }
      try hand()
    }
    return tally
  }

  private func read(
    _ framework: Framework, _ rules: EditorialRules?, into tally: inout ImportTally,
    known: (Item.ID) throws -> KnownItem, each: (ReviewedItem) throws -> Void
  ) throws {
    let editor = rules.map { DraftEditor(rules: $0, today: CivilDate(SystemClock().now())) }
    var review = ImportReview(framework: framework, editor: editor, defaults: defaults, fileName: fileName)
    try ItemImport.reader.read(try ForeignFile(path: file), for: .items) { line in
      switch line {
      case .item(let item):
        do {
          let reviewed = try review.review(item, known: known)
          tally.take(reviewed)
          try each(reviewed)
        } catch let finding as Finding {
          tally.take(finding)
        }
      case .finding(let finding): tally.take(finding)
      case .row, .end: throw ForeignFilesError.readerTalksNonsense
      }
    }
  }

  private var fileName: String {
    file.split(separator: "/").last.map(String.init) ?? file
  }

  private func finish(with tally: ImportTally) throws {
    tally.tell()
    if tally.refused > 0 { throw ExitCode(ExitStatus.refused.rawValue) }
  }
}

extension Item.Use: ExpressibleByArgument {}

/// What commands that import stand on.
enum ItemImport {
  static let noBank = Failure.couldNot("sathach: no bank is in force; `sathach serve` adopts one")

  static var reader: ForeignFileReader { ForeignFileReader(program: KioskFolder.binaryFolder + "/sathach-import") }

  static func reading<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let failure as Failure {
      throw failure
    } catch ForeignFilesError.refused(let finding) {
      throw Failure.refused("sathach: \(FindingWording.line(finding, in: "the file"))")
    } catch {
      throw Failure.couldNot("sathach: \(OperatorWording.text(error))")
    }
  }
}

extension KioskStore {
  fileprivate func known(_ id: Item.ID) throws -> KnownItem {
    KnownItem(inForce: try contentInForce(of: id), draft: try draft(of: id)?.content)
  }
}
