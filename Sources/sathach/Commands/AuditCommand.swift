import ArgumentParser
import Assessment
import SQLiteStore

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "The event log as evidence.",
    subcommands: [AuditVerify.self, AuditAgainstSlip.self, AuditExport.self, AuditDisclosures.self])
}

/// Hashes the whole event log again and names the first entry that does not fit.
struct AuditVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Verify the event log's chain; exit 1 at the first broken entry.")

  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    let audit = try options.existing().openReading().auditEvents()
    if report.json {
      Terminal.say(json(audit))
    } else {
      Terminal.say(sentence(audit))
    }
    if !audit.isWhole { throw ExitCode(ExitStatus.refused.rawValue) }
  }

  private func sentence(_ audit: EventAudit) -> String {
    if let broken = audit.broken { return "entry \(broken.id) is broken: \(reason(broken.fault))" }
    if let serial = audit.unloggedSlip { return "slip \(serial) stands in no entry of the log" }
    if let entry = audit.missingSlip { return "entry \(entry) names a slip that is not in the store" }
    return "\(audit.entryCount) entries and \(audit.slipCount) slips, chain intact, head \(audit.head.hex)"
  }

  private func reason(_ fault: EventAudit.Fault) -> String {
    switch fault {
    case .hash: "its content does not give its hash"
    case .gap: "it is missing"
    case .order: "it is out of order"
    }
  }

  private func json(_ audit: EventAudit) -> JSON {
    JSON.object([
      "entries": JSON(audit.entryCount), "slips": JSON(audit.slipCount), "whole": JSON(audit.isWhole),
      "broken": audit.broken.map { JSON(Int($0.id)) } ?? JSON(.null), "finding": JSON(sentence(audit)),
      "head": JSON(audit.head.hex),
    ])
  }
}
