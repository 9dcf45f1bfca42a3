import Assessment
import Slip

/// Everything that this box holds on one person, for that person to read.
package struct PersonHolding: Sendable {
  package let file: PersonFile
  package let facts: PersonFacts
  package let attempts: [HeldAttempt]
  package let certificates: [CourseCertificate]
  package let entries: [ConfirmationEntry]
  package let disclosures: [DisclosurePage.Line]
  /// When the consent was taken back and who wrote it down; nil where it holds.
  package let withdrawal: DeskEntry?
  package let openAttempt: Attempt.ID?

  package var id: Int64 { file.id }
}

/// What is held of one attempt.
package struct HeldAttempt: Sendable {
  package let summary: PersonAttempt
  package let record: AttemptRecord
  package let settled: DeskView.Settled?
  /// Who seated the person.
  package let seatedBy: String?
  package let rows: [FormRow]
  package let help: HelpLedger
  package let slip: StoredSlip?
  package let prints: [SlipPrint]

  package var answered: Int { rows.filter { $0.response != nil }.count }
}

extension Kiosk {
  /// - Throws: ``PrivacyFault/erased(on:)`` where nothing is left to show.
  package func holding(of id: Int64) throws -> PersonHolding {
    let person = try standing(id)
    let file = try personFile(person)
    guard let facts = try store.facts(of: person) else { throw UseCaseError.desk(.unknownPerson) }
    return PersonHolding(
      file: file, facts: facts, attempts: try file.attempts.compactMap(held),
      certificates: try store.certificates(of: person), entries: try store.entries(of: person),
      disclosures: try store.disclosures(of: person, most: Self.disclosuresShown).map(line),
      withdrawal: try store.withdrawal(of: person).map { try entry(at: $0.at, by: $0.account) },
      openAttempt: try store.openAttempt(of: person))
  }

  private func held(_ summary: PersonAttempt) throws -> HeldAttempt? {
    guard let record = try store.attempt(summary.id) else { return nil }
    let seating = try store.seating(of: summary.id)
    let slip = try store.slip(of: summary.id)
    return HeldAttempt(
      summary: summary, record: record, settled: try seating.map(settled),
      seatedBy: try seating.flatMap { try store.account($0.account)?.name }, rows: try store.rows(of: summary.id),
      help: try store.help(of: summary.id), slip: slip, prints: try slip.map { try store.prints(of: $0.serial) } ?? [])
  }
}
