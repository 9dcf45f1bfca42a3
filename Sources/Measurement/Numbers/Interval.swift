/// Where a figure may well lie: every interval of this target is a two-sided 95 % interval.
package struct Interval: Equatable, Sendable {
  package let lower: Double
  package let upper: Double

  package init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  package func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}

/// A figure that was estimated, with how many observations it rests on and how sure it is.
package struct Estimate: Equatable, Sendable {
  package let value: Double
  package let count: Int
  /// Nil where too few observations give none.
  package let interval: Interval?

  package init(value: Double, count: Int, interval: Interval?) {
    self.value = value
    self.count = count
    self.interval = interval
  }
}
