import Assessment
import Slip
import UseCases

/// The log and the slips, read against each other.
extension KioskStore {
  private static let entryWithHead = Query("SELECT id FROM event WHERE substr(hash, 1, 8) = ?1 ORDER BY id LIMIT 1")
  private static let entry = Query("SELECT kind, digest FROM event WHERE id = ?1")
  private static let ends = Query(
    """
    SELECT (SELECT max(id) FROM event), (SELECT at FROM event ORDER BY id DESC LIMIT 1),
      (SELECT coalesce(max(serial), 0) FROM slip), (SELECT coalesce(max(id), 0) FROM boot)
    """)
  private static let slipsWithHeads = Query(
    """
    SELECT s.serial, s.bytes, e.id, b.hash FROM slip s
      LEFT JOIN event e ON e.kind = 'slip-issued' AND e.attempt = s.attempt
      LEFT JOIN event b ON b.id = e.id - 1
    ORDER BY s.serial
    """)
  private static let revoked = Query(
    "SELECT s.token FROM slipRevocation v JOIN slip s ON s.serial = v.slip ORDER BY s.serial")

  package func evidence(on claims: Claims) throws -> SlipEvidence {
    try reading {
      var evidence = SlipEvidence()
      evidence.brokenEntry = try auditEvents().broken?.id
      try readEnds(into: &evidence)
      evidence.headEntry = try entry(withHead: claims.logHead)
      if let head = evidence.headEntry { evidence.issuedDigest = try issuedDigest(at: head + 1) }
      evidence.storedDigest = try slip(serial: Int64(claims.serial)).map { secrets.sha256($0.bytes) }
      try hearWitnesses(into: &evidence)
      return evidence
    }
  }

  private func readEnds(into evidence: inout SlipEvidence) throws {
    try database.use(Self.ends) { row in
      guard try row.step() else { return }
      evidence.lastEntry = row.optionalNumber(0) ?? 0
      evidence.lastEntryAt = row.optionalNumber(1).map { Moment(milliseconds: $0) }
      evidence.lastSerial = row.number(2)
      evidence.boots = row.number(3)
    }
  }

  private func entry(withHead head: [UInt8]) throws -> Int64? {
    if head.allSatisfy({ $0 == 0 }) { return 0 }
    return try database.use(Self.entryWithHead) { row in
      row.bind(head)
      return try row.step() ? row.number(0) : nil
    }
  }

  private func issuedDigest(at id: Int64) throws -> [UInt8]? {
    try database.use(Self.entry) { row in
      row.bind(id)
      guard try row.step(), row.text(0) == Event.Kind.slipIssued.rawValue else { return nil }
      return row.bytes(1)
    }
  }

  /// Slips cannot be forged without the key: the stored ones say between which of them the log was changed.
  private func hearWitnesses(into evidence: inout SlipEvidence) throws {
    try database.use(Self.slipsWithHeads) { row in
      while try row.step() {
        let serial = row.number(0)
        guard let entry = row.optionalNumber(2), agrees(row, entry) else {
          evidence.firstDissent = serial
          return
        }
        evidence.lastWitness = SlipWitness(serial: serial, entry: entry - 1)
      }
    }
  }

  private func agrees(_ row: Statement, _ entry: Int64) -> Bool {
    // A slip that cannot be read agrees with nothing, whatever is wrong with it.
    guard let slip = try? SlipBytes(decoding: row.bytes(1)), let claims = try? Claims(decoding: slip.message.payload)
    else { return false }
    return entry == 1 ? claims.logHead.allSatisfy { $0 == 0 } : Array(row.bytes(3).prefix(8)) == claims.logHead
  }

  private static let allEntries = Query("SELECT id, at, attempt, kind, digest, note, hash FROM event ORDER BY id")
  private static let boots = Query("SELECT coalesce(max(id), 0) FROM boot")

  package func logged(_ body: (LoggedEvent) throws -> Void) throws {
    try database.use(Self.allEntries) { row in
      while try row.step() {
        try body(
          LoggedEvent(
            id: row.number(0), at: Moment(milliseconds: row.number(1)), attempt: row.optionalNumber(2),
            kind: row.text(3), digest: row.bytes(4), note: row.text(5), hash: row.bytes(6)))
      }
    }
  }

  package func bootCount() throws -> Int64 {
    try database.use(Self.boots) { try $0.step() ? $0.number(0) : 0 }
  }

  package func revokedTokens() throws -> [SlipToken] {
    try database.use(Self.revoked) { row in
      var tokens: [SlipToken] = []
      while try row.step() { tokens.append(try SlipToken(number: UInt64(clamping: row.number(0)))) }
      return tokens
    }
  }
}
