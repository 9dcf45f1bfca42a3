/// A rate with what it is made of: how many of how many.
///
/// Interval: the score interval (E. B. Wilson, Journal of the American Statistical Association 22, 1927, 209–212), without
/// continuity correction. It stays inside 0…1 and says something sensible for none and for all, unlike p ± 1.96 s
/// (Newcombe, Statistics in Medicine 17, 1998, 857–872).
package struct Proportion: Equatable, Sendable {
  package let numerator: Int
  package let denominator: Int

  package init(_ numerator: Int, of denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// 0…1. Nil where nobody was counted, or where the two counts contradict each other.
  package var rate: Double? {
    isRate ? Double(numerator) / Double(denominator) : nil
  }

  package var interval: Interval? {
    isRate ? Proportion.wilson(successes: Double(numerator), of: denominator) : nil
  }

  /// As displayed, in tenths of a per cent; nil as ``rate``.
  package var tenthsOfPercent: Int? {
    isRate ? Rounding.tenthsOfPercent(numerator, of: denominator) : nil
  }

  private var isRate: Bool { denominator > 0 && (0...denominator).contains(numerator) }

  /// `successes` may have a fraction: partial credits are worth less than a whole. Their variance is at most that of whole
  /// ones with the same mean, so the interval is then wider than need be, never narrower.
  static func wilson(successes: Double, of count: Int) -> Interval {
    let (n, z) = (Double(count), Normal.twoSided95)
    let rate = successes / n
    let centre = rate + z * z / (2 * n)
    let reach = z * ((rate * (1 - rate) + z * z / (4 * n)) / n).squareRoot()
    let whole = 1 + z * z / n
    // None and all end at 0 and 1 themselves, not at the rounding error beside them.
    return Interval(
      lower: successes == 0 ? 0 : max(0, (centre - reach) / whole),
      upper: successes == n ? 1 : min(1, (centre + reach) / whole))
  }
}
