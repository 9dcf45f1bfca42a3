import Assessment

/// Why rules are not adopted.
package enum RuleFault: Equatable, Sendable {
  case unknownAudience(Audience.ID)
  case document
  case signer
  /// No day of the calendar, or one that is not here yet.
  case date
  case legalBasis
  case minutes(ClosedRange<Int>)
  case retakeDelay(ClosedRange<Int>)
  case nothingDrawn
  case count(Area.ID, Blueprint.Band.ID, most: Int)
  case blueprint(BlueprintFault)
  /// A text that the reader of a bank's files refuses.
  case text(String)
  /// These are the rules in force already, adopted by this document.
  case nothingChanged
  case alreadyProposal
  case tooManyVersions
  /// Somebody else has changed the rules while they were on the screen.
  case changedMeanwhile
}
