/// Why a rule of the assessment says no. Cases carry facts; wording is made where they are shown.
package enum AssessmentError: Error, Equatable, Sendable {
  case notInProgress(state: Attempt.State)
  case notSeating(state: Attempt.State)
  case notPaused(state: Attempt.State)
  /// Practice has no clock that could be given minutes.
  case hasNoClock
  case minutesOutOfBounds(Int)
  case warmUpUnfinished
  case noSuchPosition(FormPlace)
  case noSuchOption(Item.Option.ID)
  /// What is stored as a response is none of that item.
  case damagedResponse
  case itemsOpen(count: Int)
  case bankTooSmall(area: Area.ID, band: Blueprint.Band.ID, needed: Int, available: Int)
}
