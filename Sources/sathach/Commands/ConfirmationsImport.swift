import ArgumentParser
import Assessment
import SQLiteStore
import UseCases

/// Takes a file of answers.
struct ConfirmationsImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take a file of answers, CSV or XLSX: all that is sure of it, or nothing.",
    discussion: """
      Lines that are one slip's by code, number, or name and birth, with nothing against it, are taken. Where a line needs
      a look, nothing is done until each such line has its --choose, or --leave-doubtful is given. Exit code 1 where a line
      is not taken; with --dry-run, would not be.
      """)

  @Argument(help: "The file; what it is is told by its content.") var file: String
  @Flag(help: "Tell what would change, and change nothing; reads while the box serves.") var dryRun = false
  @Option(help: "LINE=SLIP: a line that needs a look is about the slip with this serial.") var choose: [String] = []
  @Flag(help: "Leave lines that need a look as they are, and take the others.") var leaveDoubtful = false
  @OptionGroup var actor: ActorOptions
  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func validate() throws { _ = try chosen() }

  /// Serials by line.
  private func chosen() throws -> [Int: Int64] {
    var chosen: [Int: Int64] = [:]
    for text in choose {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let line = Int(parts[0]), let serial = Int64(parts[1]), chosen[line] == nil else {
        throw ValidationError("--choose takes LINE=SLIP, once a line, as in 12=340; not \(text)")
      }
      chosen[line] = serial
    }
    return chosen
  }

  func run() throws {
    let bytes = try Command.reading { try FileSystem.read(file) }
    let tally = dryRun ? try look(bytes) : try apply(bytes)
    if report.json { Terminal.say(tally.json) } else { tally.tell() }
    if !tally.isWhole { throw ExitCode(ExitStatus.refused.rawValue) }
  }

  private func look(_ bytes: [UInt8]) throws -> AnswerTally {
    try ConfirmationBox.read(options) { kiosk in
      let preview = try kiosk.previewAnswers(rows: try read(bytes, kiosk))
      return AnswerTally(preview, entries: try entries(preview), file: nil, changed: nil)
    }
  }

  private func apply(_ bytes: [UInt8]) throws -> AnswerTally {
    try ConfirmationBox.change(options, as: actor) { kiosk, account in
      if let known = try kiosk.store.answers(digest: kiosk.secrets.sha256(bytes)), known.state == .applied {
        Terminal.complain("applied before, as answers \(known.id); nothing changes")
        return AnswerTally(nil, entries: [:], file: known.id, changed: 0)
      }
      let id = try kiosk.takeAnswers(file: bytes, rows: try read(bytes, kiosk), by: account)
      let preview = try kiosk.previewAnswers(id)
      let entries = try entries(preview)
      let open = preview.findings.filter {
        $0.proposed == nil && !$0.choices.isEmpty && entries[$0.row.line] == nil
          && preview.entry(for: $0) == nil
      }
      guard open.isEmpty || leaveDoubtful else {
        let lines = open.prefix(20).map { String($0.row.line) }.joined(separator: ", ")
        throw Failure.refused(
          "sathach: \(file): \(open.count) lines need a look (\(lines)); see --dry-run, then --choose or --leave-doubtful"
        )
      }
      let changed = try kiosk.applyAnswers(
        id, choices: AnswerChoices(chosen: entries.mapValues { $0 }), seen: preview.digest, by: account)
      return AnswerTally(preview, entries: entries, file: id, changed: changed)
    }
  }

  private func read(_ bytes: [UInt8], _ kiosk: Kiosk) throws -> [(line: Int, cells: [String])] {
    let progress = ReportProgress()
    defer { progress.end() }
    let rows = try kiosk.answerRows(in: bytes)
    progress.tell(rows.count)
    return rows
  }

  /// The entries that --choose names; each must be one that its line may be about.
  private func entries(_ preview: AnswerPreview) throws -> [Int: ConfirmationEntry.ID] {
    let findings = Dictionary(preview.findings.map { ($0.row.line, $0) }, uniquingKeysWith: { first, _ in first })
    return try Dictionary(
      uniqueKeysWithValues: chosen().map { line, serial in
        let entry = findings[line]?.choices.first { preview.slips[$0]?.entry.serial == serial }
        guard let entry else {
          throw Failure.refused("sathach: \(file): line \(line) is not about slip \(serial), by anything in it")
        }
        return (line, entry)
      })
  }
}

/// What a file of answers came to. Names and numbers stay out of it: terminals and pipes keep what they are shown.
struct AnswerTally {
  private let findings: [AnswerFinding]
  private let slips: [ConfirmationEntry.ID: ListedSlip]
  private let entries: [Int: ConfirmationEntry.ID]
  private let file: AnswerFile.ID?
  /// Nil for a dry run.
  private let changed: Int?

  init(_ preview: AnswerPreview?, entries: [Int: ConfirmationEntry.ID], file: AnswerFile.ID?, changed: Int?) {
    findings = preview?.findings ?? []
    slips = preview?.slips ?? [:]
    self.entries = entries
    self.file = file
    self.changed = changed
  }

  /// Whether every line is taken, or says what is known.
  var isWhole: Bool {
    findings.allSatisfy { finding in
      if case .already = finding.match { return true }
      return finding.proposed != nil || entries[finding.row.line] != nil
    }
  }

  func tell() {
    for finding in findings where finding.proposed == nil && entries[finding.row.line] == nil {
      Terminal.say("line \(finding.row.line): \(text(finding))")
    }
    let sure = findings.filter { $0.proposed != nil || entries[$0.row.line] != nil }
    let confirmed = sure.filter { $0.row.verdict == .confirmed }.count
    Terminal.say(
      "\(findings.count) lines: \(confirmed) confirmed, \(sure.count - confirmed) refused, \(findings.count - sure.count) not taken"
    )
    if let file, let changed { Terminal.say("answers \(file): \(changed) people changed") }
  }

  private func text(_ finding: AnswerFinding) -> String {
    let faults = finding.row.faults.map { "column \($0.column): \(ConfirmationLines.word($0.kind))" }
    func serials(_ entries: [ConfirmationEntry.ID]) -> String {
      entries.compactMap { slips[$0].map { String($0.entry.serial) } }.joined(separator: ", ")
    }
    let match =
      switch finding.match {
      case .sure(let entry, _): "slip \(serials([entry]))"
      case .doubtful(let entry, let how, let differences):
        "slip \(serials([entry])) by \(how.rawValue), but \(ConfirmationLines.words(differences))"
      case .several(let entries): "slips \(serials(entries)) have this name and birth"
      case .unknown: "on no list that was handed over"
      case .doubled(let line): "the same slip as in line \(line)"
      case .already(let entry): "slip \(serials([entry])) is on record so"
      case .unreadable: "not readable"
      }
    return ([match] + faults).joined(separator: "; ")
  }

  var json: JSON {
    var members: [JSON.Member] = [
      JSON.Member(name: "dryRun", value: JSON(changed == nil)),
      JSON.Member(name: "lines", value: JSON(findings.map(line))),
    ]
    if let file { members.append(JSON.Member(name: "answers", value: JSON(Int(file)))) }
    if let changed { members.append(JSON.Member(name: "changed", value: JSON(changed))) }
    return JSON(.object(members))
  }

  private func line(_ finding: AnswerFinding) -> JSON {
    let about = entries[finding.row.line].map { [$0] } ?? finding.choices
    let faults = finding.row.faults.map {
      JSON.object(["column": JSON($0.column), "fault": JSON(ConfirmationLines.word($0.kind))])
    }
    return JSON.object([
      "line": JSON(finding.row.line), "match": JSON(ConfirmationLines.word(finding.match)),
      "slips": JSON(about.compactMap { slips[$0].map { JSON(Int($0.entry.serial)) } }),
      "verdict": finding.row.verdict.map { JSON($0.rawValue) } ?? JSON(.null), "faults": JSON(faults),
      "taken": JSON(finding.proposed != nil || entries[finding.row.line] != nil),
    ])
  }
}
