import Assessment
import Province
import Slip

/// The tables `device` and `bundle`: what came from which box, and what became of it.
extension PostgresProvince: BundleLedger {
  package func devices() throws -> [DeviceStanding] {
    try connection.all(
      """
      SELECT issuer, last_number, last_digest, last_made_at, last_applied_at, last_seen_at FROM device
      ORDER BY commune, length(issuer), issuer
      """, [], Self.standing)
  }

  package func device(_ issuer: Issuer) throws -> DeviceStanding? {
    try connection.first(
      """
      SELECT issuer, last_number, last_digest, last_made_at, last_applied_at, last_seen_at FROM device
      WHERE commune = $1 AND issuer = $2
      """, [.text(issuer.commune), .text(issuer.text)], Self.standing)
  }

  private static func standing(_ row: PostgresRow) throws -> DeviceStanding {
    DeviceStanding(
      issuer: try issuer(row.text(0), table: "device"), lastNumber: row.int(1), lastDigest: row.optionalBytes(2),
      lastMadeAt: row.optionalNumber(3).map { Moment(milliseconds: $0) },
      lastAppliedAt: row.optionalNumber(4).map { Moment(milliseconds: $0) },
      lastSeenAt: Moment(milliseconds: row.number(5)))
  }

  static func issuer(_ text: String, table: String) throws -> Issuer {
    guard let issuer = try? Issuer(text) else { throw PostgresError.unreadable(table: table, column: "issuer") }
    return issuer
  }

  package func openBundles(of issuer: Issuer?, atMost limit: Int) throws -> [ReceivedBundle] {
    try connection.all(
      """
      SELECT issuer, number, digest, state, reason, fact, made_at, size, first_seen_at, changed_at FROM bundle
      WHERE state <> 'applied' AND ($1::text IS NULL OR (commune = $2 AND issuer = $1))
      ORDER BY changed_at DESC, issuer, number LIMIT $3
      """, [PostgresValue(issuer?.text), PostgresValue(issuer?.commune), PostgresValue(limit)], Self.received)
  }

  package func bundle(_ issuer: Issuer, number: Int, digest: [UInt8]) throws -> ReceivedBundle? {
    try connection.first(
      """
      SELECT issuer, number, digest, state, reason, fact, made_at, size, first_seen_at, changed_at FROM bundle
      WHERE commune = $1 AND issuer = $2 AND number = $3 AND digest = $4
      """, [.text(issuer.commune), .text(issuer.text), PostgresValue(number), .bytes(digest)], Self.received)
  }

  private static func received(_ row: PostgresRow) throws -> ReceivedBundle {
    ReceivedBundle(
      issuer: try issuer(row.text(0), table: "bundle"), number: row.int(1), digest: row.bytes(2),
      state: try state(row.text(3), name: row.text(4), fact: row.optionalText(5)),
      madeAt: row.optionalNumber(6).map { Moment(milliseconds: $0) }, size: row.int(7),
      firstSeenAt: Moment(milliseconds: row.number(8)), changedAt: Moment(milliseconds: row.number(9)))
  }

  private static func state(_ word: String, name: String, fact: String?) throws -> BundleState {
    switch word {
    case "applied": return .applied
    case "waiting":
      if let wait = BundleWait(name: name, fact: fact) { return .waiting(wait) }
    case "refused":
      if let refusal = BundleRefusal(name: name, fact: fact) { return .refused(refusal) }
    default: break
    }
    throw PostgresError.unreadable(table: "bundle", column: "reason")
  }

  package func note(_ bundle: ReceivedBundle) throws {
    let (word, name, fact) = Self.words(bundle.state)
    try connection.run(
      """
      INSERT INTO bundle (commune, issuer, number, digest, state, reason, fact, made_at, size, first_seen_at, changed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      ON CONFLICT (commune, issuer, number, digest) DO UPDATE SET state = excluded.state, reason = excluded.reason,
        fact = excluded.fact, changed_at = excluded.changed_at WHERE bundle.state <> 'applied'
      """,
      [
        .text(bundle.issuer.commune), .text(bundle.issuer.text), PostgresValue(bundle.number), .bytes(bundle.digest),
        .text(word), PostgresValue(name), PostgresValue(fact), PostgresValue(bundle.madeAt?.milliseconds),
        PostgresValue(bundle.size), .number(bundle.firstSeenAt.milliseconds), .number(bundle.changedAt.milliseconds),
      ])
    if case .waiting = bundle.state { try noteSeen(bundle) } else { try forgetOldRefusals() }
  }

  /// What waits was signed by the box: it has been heard of.
  private func noteSeen(_ bundle: ReceivedBundle) throws {
    try connection.run(
      """
      INSERT INTO device (commune, issuer, last_seen_at) VALUES ($1, $2, $3)
      ON CONFLICT (commune, issuer) DO UPDATE SET last_seen_at = excluded.last_seen_at
      """, [.text(bundle.issuer.commune), .text(bundle.issuer.text), .number(bundle.changedAt.milliseconds)])
  }

  /// Anybody can hand in rubbish; of that, so much is kept.
  private static let mostRefusals = 10_000

  private func forgetOldRefusals() throws {
    try connection.run(
      """
      DELETE FROM bundle WHERE (commune, issuer, number, digest) IN (
        SELECT commune, issuer, number, digest FROM bundle WHERE state = 'refused' ORDER BY changed_at DESC OFFSET $1)
      """, [PostgresValue(Self.mostRefusals)])
  }

  private static func words(_ state: BundleState) -> (word: String, name: String?, fact: String?) {
    switch state {
    case .applied: ("applied", nil, nil)
    case .waiting(let wait): ("waiting", wait.name, wait.fact)
    case .refused(let refusal): ("refused", refusal.name, refusal.fact)
    }
  }
}
