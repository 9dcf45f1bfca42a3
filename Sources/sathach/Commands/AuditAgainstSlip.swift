import ArgumentParser
import Assessment
import UseCases

/// Holds the box against a slip that somebody took home.
struct AuditAgainstSlip: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "against-slip",
    abstract: "Where log and tables contradict a slip of this box; exit 1 if they do, or the slip is no evidence.")

  @Argument(help: "The text of the slip's QR code: digits beginning with 841.") var text: String
  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    let box = try options.existing()
    let parts = KioskParts(
      box: box, secrets: try box.secrets(creating: false), signing: try box.signing(creating: false),
      office: try box.office())
    let seen = try parts.kiosk(try box.openReading()).holdAgainst(slip: text)
    if report.json {
      Terminal.say(json(seen))
    } else {
      lines(seen).forEach { Terminal.say($0) }
    }
    if seen.finding != .agrees { throw ExitCode(ExitStatus.refused.rawValue) }
  }

  private func lines(_ seen: SlipConfrontation) -> [String] {
    switch seen.finding {
    case .agrees:
      ["agrees: slip \(seen.claims?.serial ?? 0) stands in the log after entry \(seen.evidence?.headEntry ?? 0)"]
    case .contradicts(let found):
      ["contradicts: \(found.count) findings"] + found.map(OperatorWording.text(contradiction:))
        + between(seen.evidence)
    case .notEvidence(let verdict):
      ["no evidence: \(VerdictReport(verdict, edition: nil, holder: nil).lines.first ?? "")"]
    case .ofAnotherBox(let issuer): ["no evidence: the slip is of the box \(issuer.text)"]
    }
  }

  private func between(_ evidence: SlipEvidence?) -> [String] {
    guard let evidence, let dissent = evidence.firstDissent else { return [] }
    guard let witness = evidence.lastWitness else { return ["of the slips stored, the first one disagrees already"] }
    return [
      "the slips stored agree with the log up to slip \(witness.serial), entry \(witness.entry); slip \(dissent) does not"
    ]
  }

  private func json(_ seen: SlipConfrontation) -> JSON {
    var word = "agrees"
    var found: [SlipContradiction] = []
    switch seen.finding {
    case .agrees: break
    case .contradicts(let all): (word, found) = ("contradicts", all)
    case .notEvidence, .ofAnotherBox: word = "no-evidence"
    }
    let evidence = seen.evidence
    return JSON.object([
      "finding": JSON(word), "contradictions": JSON(found.map { JSON($0.word) }),
      "texts": JSON(lines(seen).map { JSON($0) }),
      "headEntry": Self.number(evidence?.headEntry), "lastEntry": Self.number(evidence?.lastEntry),
      "lastSerial": Self.number(evidence?.lastSerial), "agreesUpToSerial": Self.number(evidence?.lastWitness?.serial),
      "firstDissent": Self.number(evidence?.firstDissent),
    ])
  }

  private static func number(_ number: Int64?) -> JSON {
    number.map { JSON(Int($0)) } ?? JSON(.null)
  }
}

extension SlipContradiction {
  /// For programs.
  fileprivate var word: String {
    switch self {
    case .chainBroken: "chain-broken"
    case .headUnknown: "head-unknown"
    case .entryReplaced: "entry-replaced"
    case .entryMissing: "entry-missing"
    case .slipReplaced: "slip-replaced"
    case .slipMissing: "slip-missing"
    case .olderThanSlip: "older-than-slip"
    case .fewerStarts: "fewer-starts"
    case .endsBefore: "ends-before"
    }
  }
}
