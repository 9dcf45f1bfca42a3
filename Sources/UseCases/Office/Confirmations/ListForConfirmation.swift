import Assessment
import Slip

extension Kiosk {
  /// As many people as a list takes; who is left comes on the next one.
  package static let mostListed = 5_000

  /// Puts the slips of everybody who has passed and is on no open list on a new one.
  ///
  /// - Parameter until: slips passed later wait; nil takes all.
  /// - Throws: ``ConfirmationFault/nothingToList``.
  package func listForConfirmation(
    audience: Audience.ID? = nil, until: CivilDate? = nil, by account: StaffID
  ) throws -> ConfirmationBatch.ID {
    let slips = try store.listableSlips(most: Self.mostListed).filter { slip in
      (audience.map { $0 == slip.audience } ?? true) && (until.map { CivilDate(slip.passedAt) <= $0 } ?? true)
    }
    guard !slips.isEmpty else { throw UseCaseError.confirmation(.nothingToList) }
    let layout = try confirmationLayout()
    let batch = try store.addBatch(layout: layout.number, by: account, at: clock.now())
    for slip in slips { try store.addEntry(slip, to: batch, at: clock.now()) }
    try store.append(
      Event(.confirmationListed, note: "account=\(account) batch=\(batch) slips=\(slips.count)"), at: clock.now())
    return batch
  }

  /// Takes a slip off a list that was not handed over yet; it can be listed again.
  package func withdraw(_ entry: ConfirmationEntry.ID, by account: StaffID) throws {
    guard let found = try store.entry(entry) else { throw UseCaseError.confirmation(.unknownEntry(entry)) }
    guard found.state == .listed else { throw UseCaseError.confirmation(.alreadySent(found.batch)) }
    try store.set(.withdrawn, reason: nil, of: entry, at: clock.now())
    try store.append(
      Event(.confirmationWithdrawn, note: "account=\(account) batch=\(found.batch) serial=\(found.serial)"),
      at: clock.now())
  }

  /// The list has been handed over: from now on it stays as it is and waits for answers.
  package func markSent(_ id: ConfirmationBatch.ID, by account: StaffID) throws {
    guard let batch = try store.batch(id) else { throw UseCaseError.confirmation(.unknownBatch(id)) }
    guard batch.sentAt == nil else { throw UseCaseError.confirmation(.alreadySent(id)) }
    let now = clock.now()
    for slip in try store.slips(in: id) where slip.entry.state == .listed {
      try store.set(.sent, reason: nil, of: slip.entry.id, at: now)
    }
    try store.markSent(id, at: now)
    try store.append(Event(.confirmationSent, note: "account=\(account) batch=\(id)"), at: now)
  }

  /// The layout in force, the shipped one where no officer has made another.
  package func confirmationLayout() throws -> (number: Int, layout: ConfirmationLayout) {
    guard let (number, text) = try store.confirmationLayout() else {
      throw UseCaseError.confirmation(.layout(.missing("columns")))
    }
    return (number, try layout(text))
  }

  package func keepConfirmationLayout(_ text: String, by account: StaffID?) throws -> Int {
    _ = try layout(text)
    if let (number, known) = try store.confirmationLayout(), known == text { return number }
    let number = try store.keepConfirmationLayout(text, by: account, at: clock.now())
    try store.append(
      Event(.confirmationLayoutKept, note: "account=\(account.map(String.init) ?? "none") layout=\(number)"),
      at: clock.now())
    return number
  }

  func layout(_ text: String) throws -> ConfirmationLayout {
    do { return try ConfirmationLayout(text: text) } catch { throw UseCaseError.confirmation(.layout(error)) }
  }
}
