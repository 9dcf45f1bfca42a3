import Assessment
import Bundles
import Province
import UseCases

/// The temporary tables that a bundle's records are copied into, in the order of the bundle.
///
/// They keep their rows over the commit: to empty a dozen of them by itself, files and indexes, takes PostgreSQL
/// longer than a small bundle does. Whoever begins deletes what is left; a file is emptied once there is much in it.
final class StagedTables {
  private let connection: PostgresConnection
  let people, attempts, answers, slips, revocations, confirmations, rules, banks, certificates: CopyBuffer

  init(_ connection: PostgresConnection) throws {
    self.connection = connection
    try connection.emptyStaging(StagedTables.names)
    func buffer(_ table: String, _ columns: String) -> CopyBuffer {
      CopyBuffer(table, columns, on: connection)
    }
    people = buffer(
      "staged_person", "ordinal device person key personal sex has_withdrawn first_seen_at changed_at")
    attempts = buffer(
      "staged_attempt",
      """
      ordinal device attempt person_device person audience mode state identity age_years framework blueprint \
      bank began_at submitted_at spent credit asked needed help is_passed is_assisted is_counted parts answers_erased
      """)
    answers = buffer("staged_answers", "ordinal device attempt place record")
    slips = buffer("staged_slip", "device token serial attempt_device attempt bytes issued_at")
    revocations = buffer("staged_revocation", "device token reason at")
    confirmations = buffer("staged_confirmation", "ordinal device token state reason at")
    rules = buffer(
      "staged_rules", "ordinal audience framework blueprint blueprint_hash origin document day signer at")
    banks = buffer("staged_bank", "hash adopted_at")
    certificates = buffer("staged_certificate", "ordinal device person course seen_on")
  }

  func finish() throws {
    for table in [people, attempts, answers, slips, revocations, confirmations, rules, banks, certificates] {
      try table.finish()
      connection.noteStaged(table.rows, in: table.name)
    }
  }

  func add(_ person: BundledPerson, key: [UInt8]?, personal: [UInt8]?, ordinal: Int64) throws {
    try people.row {
      $0.add(ordinal)
      $0.add(person.id)
      $0.add(key)
      $0.add(personal)
      $0.add(person.sex?.rawValue)
      $0.add(person.standing != .agrees)
      $0.add(person.firstSeenAt.milliseconds)
      $0.add(person.changedAt.milliseconds)
    }
  }

  func add(_ attempt: BundledAttempt, ordinal: Int64) throws {
    try attempts.row {
      $0.add(ordinal)
      $0.add(attempt.id)
      $0.add(attempt.person?.origin.text)
      $0.add(attempt.person?.number)
      $0.addFields(of: attempt)
      $0.add(attempt.counts)
      $0.add(attempt.partScores)
      $0.add(attempt.answersErasedAt != nil)
    }
  }

  func add(_ responses: BundledResponses, bytes: [UInt8], ordinal: Int64) throws {
    try answers.row {
      $0.add(ordinal)
      $0.add(responses.attempt)
      $0.add(responses.answers.first?.number ?? 0)
      $0.add(bytes)
    }
  }

  func add(_ slip: BundledSlip) throws {
    try slips.row {
      $0.add(slip.issuer.text)
      $0.add(Int64(slip.token.number))
      $0.add(slip.serial)
      $0.add(slip.attempt)
      $0.add(slip.bytes)
      $0.add(slip.issuedAt.milliseconds)
    }
  }

  func add(_ revocation: BundledRevocation) throws {
    try revocations.row {
      $0.add(revocation.issuer.text)
      $0.add(Int64(revocation.token.number))
      $0.add(revocation.reason)
      $0.add(revocation.at.milliseconds)
    }
  }

  func add(_ confirmation: BundledConfirmation, ordinal: Int64) throws {
    try confirmations.row {
      $0.add(ordinal)
      $0.add(confirmation.issuer.text)
      $0.add(Int64(confirmation.token.number))
      $0.add(confirmation.state.rawValue)
      $0.add(confirmation.reason)
      $0.add(confirmation.at.milliseconds)
    }
  }

  func add(_ rules: BundledRules, ordinal: Int64) throws {
    try self.rules.row {
      $0.add(ordinal)
      $0.add(rules.audience)
      $0.add(rules.frameworkVersion)
      $0.add(rules.blueprintVersion)
      $0.add(rules.blueprintHash)
      $0.add(rules.origin.rawValue)
      $0.add(rules.act?.document)
      $0.add(rules.act?.day)
      $0.add(rules.act?.signer)
      $0.add(rules.at.milliseconds)
    }
  }

  func add(_ bank: BundledBank) throws {
    try banks.row {
      $0.add(bank.hash)
      $0.add(bank.adoptedAt.milliseconds)
    }
  }

  func add(_ certificate: BundledCertificate, ordinal: Int64) throws {
    try certificates.row {
      $0.add(ordinal)
      $0.add(certificate.person)
      $0.add(certificate.course)
      $0.add(certificate.seenOn)
    }
  }
}

extension CopyRow {
  /// Into two columns.
  mutating func add(_ id: BundledID) {
    add(id.origin.text)
    add(id.number)
  }
}
