import Assessment

/// Somebody who has passed and is not confirmed.
package struct WaitingForConfirmation: Equatable, Sendable {
  package let serial: Int64
  package let person: Int64
  package let name: String?
  package let passedOn: CivilDate
  /// Nil where the slip is on no list yet.
  package let state: ConfirmationState?
  package let reason: String?
  package let daysSince: Int
}

/// Where a person stands on the long way to VNeID, for the desk.
package struct ConfirmationStanding: Equatable, Sendable {
  /// The last entry that was not taken off its list again; nil where the person is on no list yet.
  package let entry: ConfirmationEntry?
  /// When what was refused was put right; nil where nothing was.
  package let correctedAt: Moment?
}

/// Somebody who was refused and is on no list since.
package struct RefusedPerson: Equatable, Sendable {
  package let entry: ConfirmationEntry
  package let name: String?
  package let isCorrected: Bool
}

extension Kiosk {
  /// Days after which somebody who has passed ought to have been confirmed.
  package static let patience = 30

  package func confirmation(of person: Int64) throws -> ConfirmationEntry? {
    try store.entries(of: person).first { $0.state != .withdrawn }
  }

  package func confirmationStanding(of person: Int64) throws -> ConfirmationStanding {
    let entry = try confirmation(of: person)
    return ConfirmationStanding(
      entry: entry, correctedAt: try entry.flatMap { try $0.state == .refused ? store.correction(of: $0.id) : nil })
  }

  /// Who passed long ago and is not confirmed: on no list, on one without an answer, or refused; longest first.
  package func waitingForConfirmation(days: Int = Kiosk.patience, most: Int = 200) throws -> [WaitingForConfirmation] {
    let today = CivilDate(clock.now())
    return try store.unconfirmedSlips(until: today.adding(days: -days), most: most).map { slip in
      let entry = try confirmation(of: slip.person)
      let passed = CivilDate(slip.passedAt)
      return WaitingForConfirmation(
        serial: slip.serial, person: slip.person, name: try store.candidate(slip.person)?.name, passedOn: passed,
        state: entry?.state, reason: entry?.reason, daysSince: today.dayNumber - passed.dayNumber)
    }
  }

  package func refusedPeople(most: Int = 100) throws -> [RefusedPerson] {
    try store.refusedEntries(most: most).map { entry in
      RefusedPerson(
        entry: entry, name: try store.candidate(entry.person)?.name,
        isCorrected: try store.correction(of: entry.id) != nil)
    }
  }

  /// What the authority refused somebody for was put right: the next list takes them again.
  package func markCorrected(_ id: ConfirmationEntry.ID, by account: StaffID?) throws {
    guard let entry = try store.entry(id) else { throw UseCaseError.confirmation(.unknownEntry(id)) }
    guard entry.state == .refused, try confirmation(of: entry.person)?.id == id else {
      throw UseCaseError.confirmation(.notRefused(id))
    }
    try store.markCorrected(id, by: account, at: clock.now())
    try note(.confirmationCorrected, by: account, "batch=\(entry.batch) serial=\(entry.serial)")
  }

  /// A name that was mended is what most refusals wait for.
  func noteCorrection(of person: Int64, by account: StaffID) throws {
    guard let entry = try confirmation(of: person), entry.state == .refused else { return }
    try markCorrected(entry.id, by: account)
  }
}
