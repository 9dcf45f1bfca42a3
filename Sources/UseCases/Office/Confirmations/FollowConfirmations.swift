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

extension Kiosk {
  /// Days after which somebody who has passed ought to have been confirmed.
  package static let patience = 30

  /// Where a person's slip stands, for the desk.
  package func confirmation(of person: Int64) throws -> ConfirmationEntry? {
    try store.entries(of: person).first
  }

  /// Who passed long ago and is not confirmed: on no list, on one without an answer, or refused; longest first.
  package func waitingForConfirmation(days: Int = Kiosk.patience, most: Int = 200) throws -> [WaitingForConfirmation] {
    let today = CivilDate(clock.now())
    return try store.unconfirmedSlips(until: today.adding(days: -days), most: most).map { slip in
      let entry = try store.entries(of: slip.person).first
      let passed = CivilDate(slip.passedAt)
      return WaitingForConfirmation(
        serial: slip.serial, person: slip.person, name: try store.candidate(slip.person)?.name, passedOn: passed,
        state: entry?.state, reason: entry?.reason, daysSince: today.dayNumber - passed.dayNumber)
    }
  }
}
