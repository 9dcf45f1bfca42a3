import Assessment

/// Why something a person asked for is not done. Cases carry facts; wording is made where they are shown.
package enum UseCaseError: Error, Equatable, Sendable {
  case unknownAudience(Audience.ID)
  case unknownAttempt(Attempt.ID)
  case unknownItem(Item.ID)
  /// The attempt belongs to another browser session.
  case foreignAttempt(Attempt.ID)
  case voided(Attempt.ID)
  case consentMissing
  /// The notice changed while it was on the screen.
  case noticeChanged
  case particulars([ParticularsFault])
  case card(CitizenCardFault)
  case unconfirmed([Disagreement])
  case guardianNeeded(ageLimit: Int)
  case tooEarly(earliest: CivilDate)
  case practiceOnly
  case resultNotReady
  case notPassed
  /// Twelve digits that another slip already has; trying again draws others.
  case tokenTaken
  case contentDamaged
  /// Something speaks against the wall clock: the slip waits until somebody at the desk has said which day it is.
  case clockBehind
  case tooManyCopies
  /// So little room is left on the disk that only what has begun goes on.
  case diskTight
  /// A sheet whose own symbol does not read back.
  case unreadableSheet
  case tooManyLookups(seconds: Int)
  /// About accounts, signing in and sessions of staff.
  case staff(StaffFault)
  case desk(DeskRefusal)
  case confirmation(ConfirmationFault)
  /// Everything that stands in the way of rules being adopted.
  case rules([RuleFault])
  /// Everything that stands in the way of a figure, a target or a return.
  case plan([PlanFault])
  case report(ReportRefusal)
  /// In this office nobody begins a test without the desk.
  case deskOnly
  /// A list from outside that could not be read.
  case table(TableFault)
  /// A file of items from outside.
  case items(ItemFileFault)
  case recording(RecordingRefusal)
  /// Everything that stands in the way of what was asked for about somebody's particulars, or of a period.
  case privacy([PrivacyFault])
  case keyList(KeyListFault)
}

/// A field of the typed particulars that cannot be right.
package enum ParticularsFault: Equatable, Sendable, CaseIterable {
  case name
  case birthYear
  case number
  /// Asked for only where no number tells it.
  case sex
}
