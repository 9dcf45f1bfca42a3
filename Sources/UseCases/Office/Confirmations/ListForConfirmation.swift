import Assessment
import Slip

/// Whom a new list is asked to hold.
package struct ListWish: Equatable, Sendable {
  package var audience: Audience.ID?
  /// Slips passed later wait.
  package var until: CivilDate?
  /// The last slip that somebody has seen on the page before: what was issued since waits for the next list.
  package var lastSerial: Int64?

  package init(audience: Audience.ID? = nil, until: CivilDate? = nil, lastSerial: Int64? = nil) {
    self.audience = audience
    self.until = until
    self.lastSerial = lastSerial
  }

  func takes(_ slip: ListableSlip) -> Bool {
    (audience.map { $0 == slip.audience } ?? true) && (until.map { CivilDate(slip.passedAt) <= $0 } ?? true)
      && (lastSerial.map { slip.serial <= $0 } ?? true)
  }
}

/// Who would be on a list, before there is one.
package struct ListDraft: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    package let slip: ListableSlip
    package let name: String
    package let number: CitizenNumber?
    /// Where the person is listed again after a refusal.
    package let refusedFor: String?
  }

  package let slips: [ListableSlip]
  /// The first of them, with names.
  package let lines: [Line]

  package var lastSerial: Int64 { slips.map(\.serial).max() ?? 0 }
}

extension Kiosk {
  /// As many people as a list takes; who is left comes on the next one.
  package static let mostListed = 5_000

  package func draftList(_ wish: ListWish = ListWish(), shown most: Int) throws -> ListDraft {
    let slips = try listable(wish)
    let lines = try slips.prefix(most).map { slip in
      let person = try store.candidate(slip.person)
      let last = try confirmation(of: slip.person)
      return ListDraft.Line(
        slip: slip, name: person?.name ?? "", number: person?.number,
        refusedFor: last?.state == .refused ? last?.reason ?? "" : nil)
    }
    return ListDraft(slips: slips, lines: lines)
  }

  private func listable(_ wish: ListWish) throws -> [ListableSlip] {
    // Whoever no longer agrees is handed to nobody.
    try store.listableSlips(most: Self.mostListed).filter {
      try wish.takes($0) && store.withdrawal(of: $0.person) == nil && store.erasure(of: $0.person) == nil
    }
  }

  /// Puts the slips of everybody who has passed and is on no open list on a new one.
  ///
  /// - Parameter account: nil for the command line.
  /// - Throws: ``ConfirmationFault/nothingToList``.
  package func listForConfirmation(_ wish: ListWish = ListWish(), by account: StaffID?) throws -> ConfirmationBatch.ID {
    let slips = try listable(wish)
    guard !slips.isEmpty else { throw UseCaseError.confirmation(.nothingToList) }
    let layout = try confirmationLayout()
    let batch = try store.addBatch(layout: layout.number, by: account, at: clock.now())
    for slip in slips { try store.addEntry(slip, to: batch, at: clock.now()) }
    try note(.confirmationListed, by: account, "batch=\(batch) slips=\(slips.count)")
    return batch
  }

  /// Takes a slip off a list that was not handed over yet; it can be listed again.
  package func withdraw(_ entry: ConfirmationEntry.ID, by account: StaffID?) throws {
    guard let found = try store.entry(entry) else { throw UseCaseError.confirmation(.unknownEntry(entry)) }
    guard found.state == .listed else { throw UseCaseError.confirmation(.alreadySent(found.batch)) }
    try store.set(.withdrawn, reason: nil, of: entry, at: clock.now())
    try note(.confirmationWithdrawn, by: account, "batch=\(found.batch) serial=\(found.serial)")
  }

  /// A slip that is void is not handed over.
  func withdraw(serial: Int64, of person: Int64, by account: StaffID?) throws {
    let entry = try store.entries(of: person).first { $0.serial == serial && $0.state == .listed }
    if let entry { try withdraw(entry.id, by: account) }
  }

  /// The list has been handed over: from now on it stays as it is and waits for answers.
  ///
  /// - Throws: ``ConfirmationFault/nothingToList`` where everybody was taken off it.
  package func markSent(_ id: ConfirmationBatch.ID, by account: StaffID?) throws {
    guard let batch = try store.batch(id) else { throw UseCaseError.confirmation(.unknownBatch(id)) }
    guard batch.sentAt == nil else { throw UseCaseError.confirmation(.alreadySent(id)) }
    let now = clock.now()
    let slips = try store.slips(in: id).filter { $0.entry.state == .listed }
    guard !slips.isEmpty else { throw UseCaseError.confirmation(.nothingToList) }
    for slip in slips { try store.set(.sent, reason: nil, of: slip.entry.id, at: now) }
    try store.markSent(id, at: now)
    try note(.confirmationSent, by: account, "batch=\(id)")
  }

  func note(_ kind: Event.Kind, by account: StaffID?, _ what: String) throws {
    let who = account.map(String.init) ?? "console"
    try store.append(Event(kind, note: "account=\(who) \(what)"), at: clock.now())
  }
}
