import Assessment

/// Which attempts statistics rest on.
package struct StatisticsQuery: Equatable, Sendable {
  package var period: ReportPeriod
  /// Nil over all audiences; only items can be looked at so.
  package var audience: Audience.ID?
  package var mode: ReportMode

  package init(period: ReportPeriod, audience: Audience.ID?, mode: ReportMode) {
    self.period = period
    self.audience = audience
    self.mode = mode
  }
}

/// By what a table of items is sorted; ties by code and version, and items that have no such figure last.
package enum ItemOrder: String, Sendable, CaseIterable {
  case item
  case count
  case exposure
  /// The hardest first.
  case facility
  /// The weakest first.
  case discrimination
  case rest
  /// Left out most often first.
  case omitted
  /// The slowest first.
  case time
  /// Those with most to look at first.
  case flags
}

extension Kiosk {
  /// With fewer answers a share tells nothing, and in what leaves the office it would tell of somebody.
  package static let leastForFigure = 5
  /// With fewer answers nothing is compared or flagged: a correlation's interval would be wider than half its range.
  package static let leastForFlag = 30
}
