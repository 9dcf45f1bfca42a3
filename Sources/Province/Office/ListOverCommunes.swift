import Assessment
import UseCases

extension ProvinceOffice {
  /// As many people as a list takes; who is left comes on the next one.
  package static let mostListed = 20_000

  /// Puts the slips of everybody who has passed and is on no open list on a new one, over all communes.
  ///
  /// - Throws: ``OfficeFault/confirmation(_:)`` with `nothingToList`.
  package func listForConfirmation(by officer: Officer.ID?) throws -> ConfirmationBatch.ID {
    let slips = try store.listable(atMost: Self.mostListed)
    guard !slips.isEmpty else { throw OfficeFault.confirmation(.nothingToList) }
    return try store.addList(slips, by: officer, at: now)
  }

  /// The list that has not been handed over, or a new one.
  package func openList(by officer: Officer.ID?) throws -> ConfirmationBatch.ID {
    try store.lists().first { $0.sentAt == nil }?.id ?? listForConfirmation(by: officer)
  }

  /// A list with names and numbers as a file. Who took it is written down first.
  ///
  /// - Throws: ``OfficeFault/confirmation(_:)`` with `unknownBatch`.
  package func listFile(
    _ id: ConfirmationBatch.ID, as form: ListForm, by officer: Officer.ID?
  ) throws -> (list: ConfirmationList, bytes: [UInt8]) {
    guard let batch = try store.list(id) else { throw OfficeFault.confirmation(.unknownBatch(id)) }
    let list = ConfirmationList(
      batch: batch, layout: parts.layout, slips: try store.slips(in: id, secrets: secrets).map { ($0.slip, $0.issuer) },
      audiences: parts.framework.audiences)
    let bytes = try list.file(as: form, spreadsheets: parts.spreadsheets)
    try store.noteDisclosure(
      of: id, rows: list.rows.count, format: form.word, digest: parts.digest(bytes), by: officer, at: now)
    return (list, bytes)
  }

  /// Notes that a list was handed over. From then on answers are matched against it.
  package func markSent(_ id: ConfirmationBatch.ID) throws {
    guard let batch = try store.list(id) else { throw OfficeFault.confirmation(.unknownBatch(id)) }
    guard batch.sentAt == nil else { throw OfficeFault.confirmation(.alreadySent(id)) }
    try store.markSent(id, at: now)
  }
}
