/// Two groups on one item, among people who did about as well on the rest.
package struct Stratum: Equatable, Sendable {
  package var referenceRight = 0
  package var referenceWrong = 0
  package var focalRight = 0
  package var focalWrong = 0

  package init(referenceRight: Int = 0, referenceWrong: Int = 0, focalRight: Int = 0, focalWrong: Int = 0) {
    self.referenceRight = referenceRight
    self.referenceWrong = referenceWrong
    self.focalRight = focalRight
    self.focalWrong = focalWrong
  }

  var reference: Int { referenceRight + referenceWrong }
  var focal: Int { focalRight + focalWrong }
  var total: Int { reference + focal }
}

/// Odds of a right answer, reference group against focal group, over all strata.
///
/// Sources: N. Mantel and W. Haenszel, Journal of the National Cancer Institute 22 (1959), 719–748 (odds ratio, chi-square);
/// J. Robins, N. Breslow and S. Greenland, Biometrics 42 (1986), 311–323 (standard error); P. W. Holland and D. T. Thayer,
/// "Differential item performance and the Mantel-Haenszel procedure", in Wainer and Braun (eds.), Test Validity, 1988
/// (delta); M. Zieky in Holland and Wainer (eds.), Differential Item Functioning, 1993, 337–347 (classes).
package struct MantelHaenszel: Equatable, Sendable {
  /// Above 1 the item is easier for the reference group.
  package let oddsRatio: Double
  /// Of ln(odds ratio).
  package let standardError: Double
  /// With continuity correction of one half; one degree of freedom.
  package let chiSquare: Double
  package let probability: Double

  /// Nil where the strata hold no comparison: nobody of one group beside the other, or all right, or all wrong.
  package init?(_ strata: [Stratum]) {
    var (above, below, mixed, both, cross) = (0.0, 0.0, 0.0, 0.0, 0.0)
    var (seen, expected, variance) = (0.0, 0.0, 0.0)
    for stratum in strata where stratum.total > 1 {
      let total = Double(stratum.total)
      let (a, b) = (Double(stratum.referenceRight), Double(stratum.referenceWrong))
      let (c, d) = (Double(stratum.focalRight), Double(stratum.focalWrong))
      let (r, s) = (a * d / total, b * c / total)
      let (p, q) = ((a + d) / total, (b + c) / total)
      above += r
      below += s
      mixed += p * r
      cross += p * s + q * r
      both += q * s
      seen += a
      expected += (a + b) * (a + c) / total
      variance += (a + b) * (c + d) * (a + c) * (b + d) / (total * total * (total - 1))
    }
    guard above > 0, below > 0, variance > 0 else { return nil }
    oddsRatio = above / below
    standardError =
      (mixed / (2 * above * above) + cross / (2 * above * below) + both / (2 * below * below)).squareRoot()
    let distance = max(0, abs(seen - expected) - 0.5)
    chiSquare = distance * distance / variance
    probability = ChiSquareOne.upperTail(chiSquare)
  }

  package var interval: Interval {
    let (middle, reach) = (SpecialFunctions.logarithm(oddsRatio), Normal.twoSided95 * standardError)
    return Interval(
      lower: SpecialFunctions.exponential(middle - reach), upper: SpecialFunctions.exponential(middle + reach))
  }

  /// MH D-DIF on the delta scale of ETS, −2.35 ln(odds ratio): below 0 the item is harder for the focal group.
  package var delta: Double { -2.35 * SpecialFunctions.logarithm(oddsRatio) }
  package var deltaError: Double { 2.35 * standardError }

  /// How much a difference matters.
  package enum Class: Equatable, Sendable {
    /// Negligible: less than 1 in delta, or not different from 0 at 5 %.
    case a
    /// Between the two.
    case b
    /// Large: 1.5 or more, and more than 1 at 5 % (one-sided).
    case c
  }

  package var `class`: Class {
    let size = abs(delta)
    if size < 1 || probability >= 0.05 { return .a }
    return size >= 1.5 && size - 1 > Normal.oneSided95 * deltaError ? .c : .b
  }
}
