/// Which counts are too small to leave the office by themselves.
package struct SuppressionRule: Equatable, Sendable {
  /// What becomes of a count of nobody.
  package enum Zeros: Equatable, Sendable {
    /// Shown: nobody is in that cell, so nobody is shown. The reader then knows that a hidden count is at least 1.
    case shown
    /// Hidden like a small count, for tables where "none of them" says something about each of a known few.
    case hidden
  }

  /// Counts below this are hidden. 5: a cell of four people or fewer is a circle in which one is recognised.
  package let least: Int
  package let zeros: Zeros

  /// Cells under 5, zeros shown.
  package static let sentOut = SuppressionRule(least: 5, zeros: .shown)

  package init(least: Int, zeros: Zeros) {
    self.least = least
    self.zeros = zeros
  }

  /// Whether a count must not be shown, whatever else the table shows (primary suppression).
  package func isSmall(_ count: Int) -> Bool {
    count < least && (count > 0 || zeros == .hidden)
  }

  /// The least a hidden count can be, as every reader of the rule knows.
  package var floor: Int { zeros == .shown ? 1 : 0 }

  /// What a hidden small count may be for all the rule tells; nothing narrower may follow from the table.
  package var smallCounts: ClosedRange<Int> { floor...max(floor, least - 1) }

  /// Whether the count says nothing by itself and never stands in for another: a zero that is shown anyhow.
  func isFixed(_ count: Int) -> Bool { count == 0 && zeros == .shown }
}
