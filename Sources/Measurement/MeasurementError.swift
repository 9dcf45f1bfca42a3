/// What was given to measure is no response: a mistake of whoever reads the records, not of a candidate.
package enum MeasurementError: Error, Equatable, Sendable {
  /// Credits are 0…100 hundredths of an item.
  case creditOutOfRange(Int)
  /// Items are numbered from 0 to one less than the table has items.
  case itemOutOfRange(Int, items: Int)
  /// Options are numbered from 0 to ``ResponseTable/mostOptions`` - 1.
  case optionOutOfRange(Int)
  /// A matrix must be complete: every person on the one form has a credit for every item.
  case incompleteRow(person: Int, found: Int, expected: Int)
}
