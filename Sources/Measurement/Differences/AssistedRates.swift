/// How people did whom one colleague helped, beside all who were helped by others.
///
/// Fisher's exact test against the rest, two-sided, then Holm's correction for the number of colleagues compared: one is
/// pointed out only for what chance would not do to any of them. It says nothing about why: a colleague who helps the
/// weakest has a low rate and does right.
package struct AssistedRate: Equatable, Sendable {
  /// By the caller's numbering.
  package let colleague: Int
  package let passed: Proportion
  /// All attempts helped by somebody else.
  package let others: Proportion
  /// Nil below the least number of attempts, or if there are no others; then the colleague is no part of the correction.
  package let probability: Double?
  /// After Holm's correction.
  package let adjustedProbability: Double?

  /// Whether the rate is unusual at 5 % for the whole list together, and to which side.
  package var unusual: Unusual? {
    guard let adjustedProbability, adjustedProbability < 0.05, let rate = passed.rate, let rest = others.rate else {
      return nil
    }
    return rate > rest ? .higher : .lower
  }

  package enum Unusual: Equatable, Sendable {
    case higher
    case lower
  }

  /// One rate for each colleague, in the same order. Each attempt must be counted under one colleague only.
  package static func compare(_ rates: [Proportion], leastCount: Int) -> [AssistedRate] {
    let passed = rates.reduce(0) { $0 + $1.numerator }
    let total = rates.reduce(0) { $0 + $1.denominator }
    let probabilities = rates.map { rate -> Double? in
      guard rate.rate != nil, rate.denominator >= leastCount, total > rate.denominator else { return nil }
      return FisherExact.twoSided(hits: rate.numerator, drawn: rate.denominator, successes: passed, total: total)
    }
    var adjusted = Holm.adjusted(probabilities.compactMap(\.self)).makeIterator()
    return rates.indices.map { index in
      AssistedRate(
        colleague: index, passed: rates[index],
        others: Proportion(passed - rates[index].numerator, of: total - rates[index].denominator),
        probability: probabilities[index],
        adjustedProbability: probabilities[index] == nil ? nil : adjusted.next())
    }
  }
}
