import UseCases

/// What a look through the whole log found.
package struct EventAudit: Equatable, Sendable {
  package enum Fault: Equatable, Sendable {
    /// The entry, or the one before it, was changed: its hash is not that of its content.
    case hash
    /// No entry has this number, though a later one has.
    case gap
    /// The entry does not come after the one before it: the file is damaged.
    case order
  }

  package struct Broken: Equatable, Sendable {
    package let id: Int64
    package let fault: Fault
  }

  /// Entries found.
  package internal(set) var entryCount = 0
  /// The first entry that is not as it was written. Nothing after it is proved.
  package internal(set) var broken: Broken?
  /// The hash of the last entry.
  package internal(set) var head = LogHead.none.hash
  package internal(set) var slipCount = 0
  /// The first slip whose bytes stand in no entry.
  package internal(set) var unloggedSlip: Int64?
  /// The first entry of a slip that is not there.
  package internal(set) var missingSlip: Int64?

  package var isWhole: Bool {
    broken == nil && unloggedSlip == nil && missingSlip == nil
  }
}

extension KioskStore {
  private static let allEvents = Query(
    "SELECT id, at, kind, attempt, digest, note, hash FROM event ORDER BY id")
  private static let slipsWithDigests = Query(
    """
    SELECT s.serial, s.bytes, e.digest FROM slip s
      LEFT JOIN event e ON e.kind = 'slip-issued' AND e.attempt = s.attempt ORDER BY s.serial
    """)
  private static let missingSlips = Query(
    """
    SELECT e.id FROM event e LEFT JOIN slip s ON s.attempt = e.attempt
    WHERE e.kind = 'slip-issued' AND s.serial IS NULL ORDER BY e.id LIMIT 1
    """)

  /// Goes through the whole log and all slips, in constant memory, on one snapshot.
  package func auditEvents() throws -> EventAudit {
    try reading {
      var audit = EventAudit()
      try auditChain(into: &audit)
      try auditSlips(into: &audit)
      return audit
    }
  }

  private func auditChain(into audit: inout EventAudit) throws {
    try database.use(Self.allEvents) { row in
      var last = LogHead.none
      while try row.step() {
        let hash = row.bytes(6)
        if audit.broken == nil { audit.broken = brokenEntry(row, hash: hash, after: last) }
        audit.entryCount += 1
        last = LogHead(id: row.number(0), hash: hash)
      }
      audit.head = last.hash
    }
  }

  func brokenEntry(_ row: Statement, hash: [UInt8], after last: LogHead) -> EventAudit.Broken? {
    let entry = LogEntry(
      id: row.number(0), at: row.number(1), attempt: row.optionalNumber(3), kind: row.text(2), digest: row.bytes(4),
      note: row.text(5))
    guard entry.id > last.id else { return EventAudit.Broken(id: entry.id, fault: .order) }
    guard entry.id == last.id + 1 else { return EventAudit.Broken(id: last.id + 1, fault: .gap) }
    guard let message = entry.message(after: last.hash), secrets.sha256(message) == hash else {
      return EventAudit.Broken(id: entry.id, fault: .hash)
    }
    return nil
  }

  private func auditSlips(into audit: inout EventAudit) throws {
    try database.use(Self.slipsWithDigests) { row in
      while try row.step() {
        audit.slipCount += 1
        if audit.unloggedSlip == nil, row.isNull(2) || secrets.sha256(row.bytes(1)) != row.bytes(2) {
          audit.unloggedSlip = row.number(0)
        }
      }
    }
    audit.missingSlip = try database.use(Self.missingSlips) { row in
      try row.step() ? row.number(0) : nil
    }
  }
}
