import Assessment
import Bundles

/// Why something about confirmations is not done.
package enum ConfirmationFault: Equatable, Sendable {
  case nothingToList
  case unknownBatch(ConfirmationBatch.ID)
  /// A list that was handed over cannot change.
  case alreadySent(ConfirmationBatch.ID)
  case notSent(ConfirmationBatch.ID)
  case layout(LayoutFault)
  case answers(AnswersFault)
  case unknownAnswers(AnswerFile.ID)
  /// These bytes were applied before, as the file with this number.
  case appliedBefore(AnswerFile.ID)
  case notApplied(AnswerFile.ID)
  /// What somebody else did since the preview: nothing was applied.
  case changedMeanwhile(AnswerFile.ID)
  /// Entries that went on since: taking the file back would take that back too.
  case wentOnSince([ConfirmationEntry.ID])
  case unknownEntry(ConfirmationEntry.ID)
  case notRefused(ConfirmationEntry.ID)
  /// The province's file of answers for boxes, and why it is not taken.
  case signedAnswers(BundleFault)
  /// Such a file, and no key of the province is trusted here.
  case noAnchor
}

/// Why a file of answers is not read at all. Lines count from 1, as a spreadsheet shows them.
package enum AnswersFault: Error, Equatable, Sendable {
  case empty
  case tooManyRows(Int, most: Int)
  /// No line has headings that the layout knows.
  case noHeadings
  /// The heading of this field stands in no column.
  case noColumn(ConfirmationLayout.AnswerField)
  case noWayToMatch
  case doubledColumn(heading: String, columns: [Int])
}
