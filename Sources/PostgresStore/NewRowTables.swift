import Assessment
import Bundles
import Province
import Slip
import UseCases

/// The tables that new rows are copied into, and the look-up of people who were here before.
final class NewRowTables {
  private let connection: PostgresConnection
  private let commune: Commune
  private let people, attempts, answers, slips: CopyBuffer

  init(_ connection: PostgresConnection, commune: Commune) {
    (self.connection, self.commune) = (connection, commune)
    func buffer(_ table: String, _ columns: String) -> CopyBuffer {
      CopyBuffer(table, columns, on: connection)
    }
    people = buffer(
      "box_person", "commune device person key personal sex has_withdrawn first_seen_at changed_at")
    attempts = buffer(
      "attempt",
      """
      commune device attempt person_device person key sex audience mode state identity age_years framework blueprint bank \
      began_at submitted_at spent credit asked needed help is_passed is_assisted is_counted parts
      """)
    answers = buffer("answers", "commune device attempt place record")
    slips = buffer("slip", "commune device token serial attempt_device attempt bytes issued_at")
  }

  func finish() throws {
    for table in [people, attempts, answers, slips] { try table.finish() }
  }

  func add(_ person: BundledPerson, _ holder: NewRows.Holder, personal: [UInt8]?) throws {
    try people.row {
      $0.add(commune.code)
      $0.add(person.id)
      $0.add(holder.key)
      $0.add(person.standing == .agrees ? personal : nil)
      $0.add(holder.sex)
      $0.add(person.standing != .agrees)
      $0.add(person.firstSeenAt.milliseconds)
      $0.add(person.changedAt.milliseconds)
    }
  }

  func add(_ attempt: BundledAttempt, parts: [PartScore], of holder: NewRows.Holder?) throws {
    try attempts.row {
      $0.add(commune.code)
      $0.add(attempt.id)
      $0.add(holder?.device)
      $0.add(holder?.person)
      $0.add(holder?.key)
      $0.add(holder?.sex)
      $0.addFields(of: attempt)
      $0.add(attempt.counts && holder != nil)
      $0.add(parts)
    }
  }

  /// That these people, of whom nothing was in the commune before, are there.
  func place(_ keys: some Sequence<[UInt8]>) throws {
    let places = CopyBuffer("person_place", "key commune", on: connection)
    for key in keys {
      try places.row {
        $0.add(key)
        $0.add(commune.code)
      }
    }
    try places.finish()
  }

  func add(_ responses: BundledResponses, bytes: [UInt8]) throws {
    try answers.row {
      $0.add(commune.code)
      $0.add(responses.attempt)
      $0.add(responses.answers.first?.number ?? 0)
      $0.add(bytes)
    }
  }

  func add(_ slip: BundledSlip) throws {
    try slips.row {
      $0.add(commune.code)
      $0.add(slip.issuer.text)
      $0.add(Int64(slip.token.number))
      $0.add(slip.serial)
      $0.add(slip.attempt)
      $0.add(slip.bytes)
      $0.add(slip.issuedAt.milliseconds)
    }
  }

  func eachHolder(of people: [BundledID], _ body: (BundledID, NewRows.Holder) throws -> Void) throws {
    try connection.each(
      """
      SELECT s.place, coalesce(k.device, p.device), coalesce(k.person, p.person), coalesce(k.key, p.key),
        CASE WHEN k.key IS NULL THEN p.sex ELSE k.sex END
      FROM unnest($2::text[], $3::bigint[]) WITH ORDINALITY AS s (device, person, place)
      CROSS JOIN LATERAL (SELECT * FROM box_person b WHERE b.commune = $1 AND b.device = s.device AND b.person = s.person
        OFFSET 0) p
      LEFT JOIN LATERAL (SELECT * FROM box_person b WHERE b.commune = $1 AND b.device = p.merged_device
        AND b.person = p.merged_person OFFSET 0) k ON true
      """,
      [.text(commune.code)] + PostgresValue.ids(people)
    ) { row in
      try body(
        people[row.int(0) - 1],
        NewRows.Holder(device: row.text(1), person: row.number(2), key: row.bytes(3), sex: row.optionalText(4)))
    }
  }
}

extension CopyRow {
  /// Into the columns from `audience` to `is_assisted`.
  mutating func addFields(of attempt: BundledAttempt) {
    add(attempt.audience)
    add(attempt.mode.rawValue)
    add(attempt.state.rawValue)
    add(attempt.identity?.rawValue)
    add(attempt.ageYears)
    add(attempt.frameworkVersion)
    add(attempt.blueprintVersion)
    add(attempt.bankHash)
    add(attempt.beganAt.milliseconds)
    add(attempt.submittedAt?.milliseconds)
    add(attempt.spent)
    add(attempt.score?.credit)
    add(attempt.score?.asked)
    add(attempt.score?.needed)
    add(attempt.help.rawValue)
    add(attempt.isCountedPassed)
    add(attempt.isAssisted)
  }
}
