import ArgumentParser
import Assessment
import PostgresStore
import Province
import Sealing
import Slip
import UseCases

/// One list over all communes for VNeID, and its answers.
struct ConfirmationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirmations", abstract: "One list over all communes for VNeID, and its answers.",
    subcommands: [
      ConfirmationsList.self, ConfirmationsExport.self, ConfirmationsSent.self, ConfirmationsImport.self,
      ConfirmationsAnswers.self,
    ])
}

struct ConfirmationsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Where everybody stands, and the lists there are.")

  @OptionGroup var options: OfficeOptions

  func run() throws {
    try options.office { office, _ in
      let tally = try office.store.tally(isWhole: true)
      Terminal.say(
        "passed \(tally.passed): on no list \(tally.unlisted), listed \(tally.listed), sent \(tally.sent), "
          + "confirmed \(tally.confirmed), refused \(tally.refused)")
      for list in try office.store.lists() {
        let counts = try office.store.counts(of: list.id)
        let states = ConfirmationState.allCases.compactMap { state in counts[state].map { "\(state.rawValue) \($0)" } }
        let sent = list.sentAt.map { "handed over \(CivilDate($0).iso)" } ?? "not handed over"
        Terminal.say("list \(list.id)\t\(CivilDate(list.madeAt).iso)\t\(sent)\t\(states.joined(separator: ", "))")
      }
    }
  }
}

extension ListForm: ExpressibleByArgument {
  public init?(argument: String) { self.init(word: argument) }
}

struct ConfirmationsExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print a list with names and numbers; makes one where none is open. Noted in the register.")

  @Option(name: .customLong("list"), help: "The list's number (default: the open one, or a new one).") var number:
    Int64?
  @Option(help: "csv, csv-semicolon, csv-tab, xlsx or jsonl.") var format = ListForm.csv(.comma)
  @OptionGroup var options: OfficeOptions

  func run() throws {
    try options.office { office, _ in
      let id = try number ?? office.openList(by: nil)
      let (list, bytes) = try office.listFile(id, as: format, by: nil)
      try ReportCommand.put(bytes)
      Terminal.complain("list \(id): \(list.rows.count) slips")
    }
  }
}

struct ConfirmationsSent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sent", abstract: "Note that a list was handed over; answers are matched against it from then on.")

  @Argument(help: "The list's number.") var number: Int64
  @OptionGroup var options: OfficeOptions

  func run() throws {
    try options.office { office, _ in try office.markSent(number) }
    Terminal.say("list \(number) is handed over")
  }
}

struct ConfirmationsImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take a file of answers, CSV or XLSX: all that is sure of it, or nothing.",
    discussion: """
      Lines are matched by the office's rules: code, number, name and birth. Where a line needs a look, nothing is done until
      each has its --choose, or --leave-doubtful is given. Exit code 1 where a line is not taken; with --dry-run, would not be.
      """)

  @Argument(help: "The file; what it is is told by its content.") var file: String
  @Flag(help: "Tell what would change, and change nothing.") var dryRun = false
  @Option(help: "LINE=ISSUER/SERIAL: a line that needs a look is about this slip, as in 12=02215-1/340.")
  var choose: [String] = []
  @Flag(help: "Leave lines that need a look as they are, and take the others.") var leaveDoubtful = false
  @OptionGroup var options: OfficeOptions

  func run() throws {
    try options.office { office, _ in
      let bytes = try Files.read(file)
      let pending = PendingAnswers(digest: Digest.sha256(bytes), rows: try office.answerRows(in: bytes))
      if let applied = try office.store.answersApplied(digest: pending.digest) {
        return Terminal.complain("applied before, on \(CivilDate(applied).iso); nothing changes")
      }
      let preview = try office.preview(pending.rows)
      let chosen = try chosen(preview)
      let open = preview.doubtful.filter { chosen[$0.row.line] == nil }
      for finding in preview.findings where finding.proposed == nil && chosen[finding.row.line] == nil {
        Terminal.say("line \(finding.row.line): \(AnswerLines.text(finding, preview.slips))")
      }
      let taken = preview.sure.count + chosen.count
      Terminal.say("\(preview.findings.count) lines: \(taken) taken, \(preview.findings.count - taken) not")
      if !dryRun {
        guard open.isEmpty || leaveDoubtful else {
          throw Failure.refused(
            "\(file): \(open.count) lines need a look; see --dry-run, then --choose or --leave-doubtful")
        }
        let changed = try office.apply(pending, chosen: chosen, seen: preview.digest, by: nil)
        Terminal.say("\(changed) people changed; `confirmations answers` writes a file for each box")
      }
      if !preview.findings.allSatisfy({ $0.proposed != nil || chosen[$0.row.line] != nil || $0.isKnown }) {
        throw ExitCode(ExitStatus.refused.rawValue)
      }
    }
  }

  /// The entries that --choose names; each must be one that its line may be about.
  private func chosen(_ preview: ProvinceAnswers) throws -> [Int: ConfirmationEntry.ID] {
    var chosen: [Int: ConfirmationEntry.ID] = [:]
    for text in choose {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      let entry =
        parts.count == 2
        ? Int(parts[0]).flatMap { line in
          preview.findings.first { $0.row.line == line }?.choices.first { id in
            preview.slips[id].map { "\($0.issuer.text)/\($0.slip.entry.serial)" == parts[1] } ?? false
          }.map { (line, $0) }
        } : nil
      guard let (line, id) = entry else {
        throw Failure.refused("--choose \(text): no such line, or it is not about that slip by anything in it")
      }
      chosen[line] = id
    }
    return chosen
  }
}

extension AnswerFinding {
  fileprivate var isKnown: Bool {
    if case .already = match { return true }
    return false
  }
}

/// Lines of a file of answers for the operator: no names and no numbers, for terminals keep what they show.
enum AnswerLines {
  static func text(_ finding: AnswerFinding, _ slips: [ConfirmationEntry.ID: ProvinceSlip]) -> String {
    func names(_ entries: [ConfirmationEntry.ID]) -> String {
      entries.compactMap { slips[$0].map { "\($0.issuer.text)/\($0.slip.entry.serial)" } }.joined(separator: ", ")
    }
    return switch finding.match {
    case .sure(let entry, _): "slip \(names([entry]))"
    case .doubtful(let entry, let how, let differences):
      "slip \(names([entry])) by \(how.rawValue), but \(differences.count) things differ"
    case .several(let entries): "slips \(names(entries)) have this name and birth"
    case .unknown: "on no list that was handed over"
    case .doubled(let line): "the same slip as in line \(line)"
    case .already(let entry): "slip \(names([entry])) is on record so"
    case .unreadable: "not readable"
    }
  }
}

struct ConfirmationsAnswers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answers", abstract: "Write one signed file of answers for each box, to be taken there.")

  @Option(help: "The folder, such as that of a stick.") var to: String
  @OptionGroup var options: OfficeOptions

  func run() throws {
    try options.office { office, folder in
      let signed = SignedAnswers(folder: folder)
      for box in try office.store.boxesWithAnswers() {
        guard let (name, bytes) = try signed.file(for: box, office) else { continue }
        try Files.write(bytes, to: "\(to)/\(name)", mode: 0o644)
        Terminal.say(name)
      }
    }
  }
}
