/// Mean and variance of values taken in one at a time (Welford, Technometrics 4, 1962, 419–420): no value need be kept, and
/// nothing is lost by subtracting two large sums.
package struct Moments: Equatable, Sendable {
  package private(set) var count = 0
  package private(set) var mean = 0.0
  private var squares = 0.0

  package init() {}

  package mutating func add(_ value: Double) {
    count += 1
    let distance = value - mean
    mean += distance / Double(count)
    squares += distance * (value - mean)
  }

  /// Divided by n − 1; nil below two values.
  package var sampleVariance: Double? {
    count > 1 ? squares / Double(count - 1) : nil
  }

  /// Divided by n; nil without values.
  package var populationVariance: Double? {
    count > 0 ? squares / Double(count) : nil
  }

  /// Standard error of the mean; nil below two values.
  package var standardError: Double? {
    sampleVariance.map { ($0 / Double(count)).squareRoot() }
  }
}
