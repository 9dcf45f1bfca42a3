/// The spread of true scores, as shares of 0…1: a beta distribution between `low` and `high`, with the moments given.
///
/// Source: B. A. Hanson, "Method of moments estimates for the four-parameter beta compound binomial model and the
/// calculation of classification consistency indexes", ACT Research Report 91-5, 1991.
package struct TrueScores: Equatable, Sendable {
  package let alpha: Double
  package let beta: Double
  package let low: Double
  package let high: Double

  /// Share of true scores below `score`.
  package func below(_ score: Double) -> Double {
    IncompleteBeta.regularized((score - low) / (high - low), alpha, beta)
  }

  /// Sum of the true scores below `score`, of one person in all: their share times their mean.
  func sumBelow(_ score: Double) -> Double {
    let place = (score - low) / (high - low)
    return low * below(score)
      + (high - low) * alpha / (alpha + beta) * IncompleteBeta.regularized(place, alpha + 1, beta)
  }

  private var isWithinRange: Bool { low >= 0 && high <= 1 && low < high }

  /// Four parameters; where they leave 0…1, three, with the end that left it put at 0 or 1; where these fail, two, between
  /// 0 and 1. Nil where not even they have the mean and the variance.
  init?(_ moments: CentralMoments) {
    guard moments.variance > 0 else { return nil }
    let four = TrueScores.fourParameters(moments)
    if let four, four.isWithinRange {
      self = four
      return
    }
    let isTooLow = (four?.low ?? 0) < 0
    let three = isTooLow ? TrueScores.reaching1(moments.mirrored)?.mirrored : TrueScores.reaching1(moments)
    guard let found = three ?? TrueScores.between(0, 1, moments) else { return nil }
    self = found
  }

  private init(alpha: Double, beta: Double, low: Double, high: Double) {
    self.alpha = alpha
    self.beta = beta
    self.low = low
    self.high = high
  }

  /// Pearson's type I (Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 2, 1995, chapter 25); nil where
  /// no beta has these moments.
  private static func fourParameters(_ m: CentralMoments) -> TrueScores? {
    let (skew, peak) = (m.skewness, m.kurtosis)
    let sum = 6 * (peak - skew * skew - 1) / (6 + 3 * skew * skew - 2 * peak)
    guard sum > 0 else { return nil }
    let slope = skew * (sum + 2)
    let apart = slope / (slope * slope + 16 * (sum + 1)).squareRoot()
    let (alpha, beta) = (sum / 2 * (1 - apart), sum / 2 * (1 + apart))
    let unit = (m.variance * (sum + 1) / (alpha * beta)).squareRoot()
    return TrueScores(alpha: alpha, beta: beta, low: m.mean - alpha * unit, high: m.mean + beta * unit)
  }

  /// From mean and variance, between two ends.
  private static func between(_ low: Double, _ high: Double, _ m: CentralMoments) -> TrueScores? {
    let (mean, width) = ((m.mean - low) / (high - low), high - low)
    let sum = mean * (1 - mean) * width * width / m.variance - 1
    guard mean > 0, mean < 1, sum > 0 else { return nil }
    return TrueScores(alpha: mean * sum, beta: (1 - mean) * sum, low: low, high: high)
  }

  /// From mean, variance and skewness, with the upper end at 1: the lower end is halved in, for the higher it lies, the
  /// longer is the tail to the right.
  private static func reaching1(_ m: CentralMoments) -> TrueScores? {
    guard m.mean < 1 else { return nil }
    var (low, high) = (0.0, m.mean - m.variance / (1 - m.mean))
    func isShort(_ end: Double) -> Bool? { between(end, 1, m).map { $0.skewness < m.skewness } }
    // Beyond the last end the variance is too large for any beta.
    guard high > 0, isShort(low) == true, isShort(high * (1 - 1e-9)) == false else { return nil }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if isShort(middle) == true { low = middle } else { high = middle }
    }
    return between(low, 1, m)
  }

  private var skewness: Double {
    let sum = alpha + beta
    return 2 * (beta - alpha) * (sum + 1).squareRoot() / ((sum + 2) * (alpha * beta).squareRoot())
  }

  private var mirrored: TrueScores { TrueScores(alpha: beta, beta: alpha, low: 1 - high, high: 1 - low) }
}

/// Mean, variance and shape of a distribution over 0…1.
struct CentralMoments {
  let mean: Double
  let variance: Double
  let skewness: Double
  /// 3 for a normal distribution.
  let kurtosis: Double

  /// From the first four moments about zero.
  init(raw m: [Double]) {
    mean = m[0]
    variance = m[1] - m[0] * m[0]
    let third = m[2] - 3 * m[0] * m[1] + 2 * m[0] * m[0] * m[0]
    let fourth = m[3] - 4 * m[0] * m[2] + 6 * m[0] * m[0] * m[1] - 3 * m[0] * m[0] * m[0] * m[0]
    skewness = third / (variance * variance.squareRoot())
    kurtosis = fourth / (variance * variance)
  }

  private init(mean: Double, variance: Double, skewness: Double, kurtosis: Double) {
    self.mean = mean
    self.variance = variance
    self.skewness = skewness
    self.kurtosis = kurtosis
  }

  /// Of 1 − x.
  var mirrored: CentralMoments {
    CentralMoments(mean: 1 - mean, variance: variance, skewness: -skewness, kurtosis: kurtosis)
  }
}
