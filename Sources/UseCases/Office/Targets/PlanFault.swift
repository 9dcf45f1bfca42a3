import Assessment

/// Why a figure, a target or a return is not taken.
package enum PlanFault: Equatable, Sendable {
  case noPlan
  case unknownDocument(PlanDocument.ID)
  case unknownGroup(PlanGroup.ID)
  case unknownFigure(OutsideFigure.ID)
  case unknownTarget(PlanTarget.ID)
  /// A population of nobody would make every rate meaningless.
  case populationZero
  /// Not a whole number within these bounds.
  case value(ClosedRange<Int>)
  /// No day of the calendar, or one that is not here yet.
  case day
  case source
  case text
  case deadline
  /// Nobody tested here can be told to belong to the group.
  case groupNotCountable(PlanGroup.ID)
  case course
  case unknownPerson
  case certificateKnown
  /// Lines of a pasted list that cannot be read, from 1.
  case lines([Int])
  case emptyList
  case period
  case unknownReturn(Int64)
  case returnExists(Int64)
  case alreadyClosed(Int64)
  case notClosed(Int64)
  /// A correction is being written already.
  case corrected(Int64)
  case changedMeanwhile
  case textTooLong(most: Int)
}
