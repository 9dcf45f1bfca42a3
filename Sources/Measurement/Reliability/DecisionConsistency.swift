/// How far the verdicts "passed" and "not passed" can be trusted, from one administration.
///
/// Source: S. A. Livingston and C. Lewis, "Estimating the consistency and accuracy of classifications based on test
/// scores", Journal of Educational Measurement 32 (1995), 179–197. The form is replaced by one of so many right or wrong
/// items that it has the same mean, variance and reliability (the effective length); true scores are beta with four
/// parameters, or with three or two where no such beta fits; given a true score, points are binomial. The effective length is not
/// rounded to whole items: binomial tails are incomplete beta functions, which take any length.
///
/// Area minima are left out: this is about the overall cut. In expectation over people like these, not about one of them.
package struct DecisionConsistency: Equatable, Sendable {
  package let count: Int
  /// Effective length in items.
  package let effectiveItems: Double
  package let trueScores: TrueScores
  /// Share judged as their true scores would have it.
  package let accuracy: Double
  /// Passed with a true score below the cut, and not passed with one at or above it.
  package let falsePasses: Double
  package let falseFails: Double
  /// Share that two forms would judge alike.
  package let consistency: Double
  /// Beyond chance (Cohen's kappa, Educational and Psychological Measurement 20, 1960, 37–46); nil if all pass or none.
  package let kappa: Double?

  /// `shares` are points divided by the most a form gives, `cut` likewise (least points to pass), `reliability` is that of
  /// the same points (Φ or KR-21, inside 0…1). Nil for fewer than two people, no spread, a reliability of 0 or 1, or
  /// so little spread that the effective form has three items or fewer.
  package init?(shares: [Double], reliability: Double, cut: Double) {
    var moments = Moments()
    for share in shares { moments.add(share) }
    guard let variance = moments.sampleVariance, variance > 0, reliability > 0, reliability < 1, cut > 0, cut <= 1
    else { return nil }
    let mean = moments.mean
    let length = (mean * (1 - mean) - reliability * variance) / (variance * (1 - reliability))
    // Four moments need an effective form of more than three items.
    guard length > 3, let scores = Self.trueScores(shares, length: length) else { return nil }
    count = shares.count
    effectiveItems = length
    trueScores = scores
    let needed = cut * length
    let passing = Self.passing(scores, from: max(scores.low, cut), to: scores.high, length, needed)
    let failing = Self.passing(scores, from: scores.low, to: min(scores.high, cut), length, needed)
    falsePasses = failing.passes
    falseFails = passing.share - passing.passes
    accuracy = 1 - falsePasses - falseFails
    consistency = passing.alike + failing.alike
    let passes = passing.passes + failing.passes
    let chance = passes * passes + (1 - passes) * (1 - passes)
    kappa = chance < 1 ? (consistency - chance) / (1 - chance) : nil
  }

  /// Moments of true scores are factorial moments of the binomial points (Lord, Psychometrika 30, 1965, 239–270).
  private static func trueScores(_ shares: [Double], length: Double) -> TrueScores? {
    var raw = [0.0, 0.0, 0.0, 0.0]
    for share in shares {
      var product = 1.0
      for power in raw.indices {
        product *= (share * length - Double(power)) / (length - Double(power))
        raw[power] += product / Double(shares.count)
      }
    }
    return TrueScores(CentralMoments(raw: raw))
  }

  /// Over true scores of a range: their share, those who pass, and those whom two forms judge alike. Cells of equal width,
  /// each weighted with its share of the beta distribution and taken at its mean score, so that the ends may be as steep
  /// as they like.
  private static func passing(
    _ scores: TrueScores, from low: Double, to high: Double, _ length: Double, _ needed: Double
  ) -> (share: Double, passes: Double, alike: Double) {
    guard low < high else { return (0, 0, 0) }
    let cells = 1_000
    var (share, passes, alike) = (0.0, 0.0, 0.0)
    var (below, sumBelow) = (scores.below(low), scores.sumBelow(low))
    for cell in 1...cells {
      let end = low + Double(cell) * (high - low) / Double(cells)
      let (reached, sum) = (scores.below(end), scores.sumBelow(end))
      let weight = reached - below
      if weight > 0 {
        let pass = IncompleteBeta.regularized((sum - sumBelow) / weight, needed, length - needed + 1)
        share += weight
        passes += weight * pass
        alike += weight * (pass * pass + (1 - pass) * (1 - pass))
      }
      (below, sumBelow) = (reached, sum)
    }
    return (share, passes, alike)
  }
}
