import Assessment
import Bundles
import Province
import Slip

/// One bundle on its way into the tables: its records are copied into temporary ones as they come, and brought together
/// with what is there at the end.
final class Intake: OpenIntake {
  let connection: PostgresConnection
  let commune: Commune
  let standing: DeviceStanding?
  let store: PostgresProvince
  let staged: StagedTables
  let new: NewRows
  private(set) var merges: [BundledMerge] = []
  private(set) var erasures: [BundledErasure] = []
  var practice = PracticeCounts()
  private var ordinal: Int64 = 0

  /// - Parameter isDirect: whether what is new goes straight into its tables.
  init(_ issuer: Issuer, store: PostgresProvince, isDirect: Bool) throws {
    self.store = store
    connection = store.connection
    commune = Commune(issuer)
    // Statements are planned once, not for each commune.
    try connection.execute("SET LOCAL plan_cache_mode = force_generic_plan")
    // Before anything is read: whoever waits here sees what the other import left.
    try connection.run("SELECT pg_advisory_xact_lock($1)", [.number(Intake.lock(of: commune))])
    standing = try store.device(issuer)
    staged = try StagedTables(connection)
    new = NewRows(connection, commune: commune, staged: staged, isOpen: isDirect)
  }

  private static func lock(of commune: Commune) -> Int64 { 0x7361_7468_0001_0000 + (Int64(commune.code) ?? 0) }

  func isApplied(number: Int, digest: [UInt8]) throws -> Bool {
    guard let issuer = standing?.issuer else { return false }
    return try store.bundle(issuer, number: number, digest: digest)?.state == .applied
  }

  func add(_ person: BundledPerson, key: [UInt8]?, personal: [UInt8]?) throws {
    ordinal += 1
    if try new.take(person, key: key, personal: personal) { return }
    try staged.add(person, key: key, personal: personal, ordinal: ordinal)
    if person.standing == .erased {
      erasures.append(BundledErasure(person: person.id, reason: "erased", at: person.changedAt))
    }
  }

  func add(_ record: BundleRecord, bytes: [UInt8]) throws {
    ordinal += 1
    switch record {
    case .person(let person): try add(person, key: nil, personal: nil)
    case .attempt(let attempt):
      if try !new.take(attempt, ordinal: ordinal) { try staged.add(attempt, ordinal: ordinal) }
    case .responses(let responses):
      if try !new.take(responses, bytes: bytes) { try staged.add(responses, bytes: bytes, ordinal: ordinal) }
    case .slip(let slip):
      if try !new.take(slip) { try staged.add(slip) }
    case .revocation(let revocation): try staged.add(revocation)
    case .confirmation(let confirmation): try staged.add(confirmation, ordinal: ordinal)
    case .rules(let rules): try staged.add(rules, ordinal: ordinal)
    case .bank(let bank): try staged.add(bank)
    case .certificate(let certificate): try staged.add(certificate, ordinal: ordinal)
    case .merge(let merge):
      new.take(merge)
      merges.append(merge)
    case .erasure(let erasure): erasures.append(erasure)
    }
  }

  func finish(_ bundle: ReceivedBundle, records: Int) throws {
    try new.finish()
    try staged.finish()
    try noteTouched()
    try takeAwayPractice()
    try mergePeople()
    try applyMerges()
    try mergeAttempts()
    try mergeSlips()
    try mergeContent(of: bundle.issuer)
    try noteHeirs(bundle.issuer)
    try writeDown(bundle, records: records)
    try recount()
    try applyErasures()
  }

  private func writeDown(_ bundle: ReceivedBundle, records: Int) throws {
    try connection.run(
      """
      INSERT INTO bundle (commune, issuer, number, digest, state, made_at, size, records, first_seen_at, changed_at)
      VALUES ($1, $2, $3, $4, 'applied', $5, $6, $7, $8, $9)
      ON CONFLICT (commune, issuer, number, digest) DO UPDATE SET state = 'applied', reason = NULL, fact = NULL,
        records = excluded.records, changed_at = excluded.changed_at
      """,
      [
        .text(commune.code), .text(bundle.issuer.text), PostgresValue(bundle.number), .bytes(bundle.digest),
        PostgresValue(bundle.madeAt?.milliseconds), PostgresValue(bundle.size), PostgresValue(records),
        .number(bundle.firstSeenAt.milliseconds), .number(bundle.changedAt.milliseconds),
      ])
    try connection.run(
      """
      INSERT INTO device (commune, issuer, last_number, last_digest, last_made_at, last_applied_at, last_seen_at)
      VALUES ($1, $2, $3, $4, $5, $6, $6)
      ON CONFLICT (commune, issuer) DO UPDATE SET last_number = excluded.last_number,
        last_digest = excluded.last_digest, last_made_at = excluded.last_made_at,
        last_applied_at = excluded.last_applied_at, last_seen_at = excluded.last_seen_at
      """,
      [
        .text(commune.code), .text(bundle.issuer.text), PostgresValue(bundle.number), .bytes(bundle.digest),
        PostgresValue(bundle.madeAt?.milliseconds), .number(bundle.changedAt.milliseconds),
      ])
    // Of this number no other can be right any more.
    try connection.run(
      "DELETE FROM bundle WHERE commune = $1 AND issuer = $2 AND number = $3 AND state = 'waiting'",
      [.text(commune.code), .text(bundle.issuer.text), PostgresValue(bundle.number)])
  }
}

extension PostgresProvince: BundleIntake {
  package func importing<T>(_ issuer: Issuer, _ body: (any OpenIntake) throws -> T) throws -> T {
    try connection.defineStaging()
    do {
      return try connection.atomically { try body(try Intake(issuer, store: self, isDirect: true)) }
    } catch let error as PostgresError where error.isDouble {
      return try connection.atomically { try body(try Intake(issuer, store: self, isDirect: false)) }
    }
  }
}
