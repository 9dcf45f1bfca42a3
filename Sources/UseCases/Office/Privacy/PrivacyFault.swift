import Assessment

/// Why something about somebody's particulars, or about how long they are kept, is not done.
package enum PrivacyFault: Equatable, Sendable {
  /// Nothing but counts is left of this person.
  case erased(on: CivilDate)
  /// Somebody sits at a test, which is to be ended or voided first.
  case openAttempt(Attempt.ID)
  case reason
  /// The paper by which it is done.
  case document
  case signer
  /// No day of the calendar, or one that is not here yet.
  case date
  /// The box that says one knows what is done was not ticked.
  case unconfirmed
  case alreadyWithdrawn
  /// Nothing was agreed to here, so nothing can be taken back.
  case noConsent
  case months(RetentionPlan.Kind, ClosedRange<Int>)
  case nothingChanged
  /// This box has no periods, or damaged ones.
  case noPlan
}
