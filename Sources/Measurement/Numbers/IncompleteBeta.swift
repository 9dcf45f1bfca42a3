/// The regularised incomplete beta function I_x(a, b): the share of a beta distribution below x. Binomial tails (P(X ≥ k) of
/// n is I_p(k, n − k + 1), DLMF 8.17.5) and the F distribution are read from it.
///
/// Source: NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction) and 8.17.4 (reflection), evaluated
/// by the modified Lentz method (Thompson and Barnett, Journal of Computational Physics 64, 1986, 490–509).
enum IncompleteBeta {
  /// The fraction gains digits with every step; shapes in the ten thousands need a few hundred steps.
  private static let mostSteps = 10_000
  private static let precision = 1e-15
  /// Stands in for a zero denominator.
  private static let tiny = 1e-300

  /// For 0 ≤ x ≤ 1 and a, b > 0; x beyond is taken to the nearer end.
  static func regularized(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let logFront =
      a * SpecialFunctions.logarithm(x) + b * SpecialFunctions.logarithm(1 - x) - SpecialFunctions.logBeta(a, b)
    let front = SpecialFunctions.exponential(logFront)
    // The fraction converges fast on the near side of the mean only.
    return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
  }

  /// The x with I_x(a, b) = `share`, by halving: 60 halvings leave less than 1e-18 of the unit interval.
  static func quantile(_ share: Double, _ a: Double, _ b: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if regularized(middle, a, b) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    var c = 1.0
    var d = 1 / kept(1 - (a + b) * x / (a + 1))
    var value = d
    for step in 1...mostSteps {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / kept(1 + even * d)
      c = kept(1 + even / c)
      value *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / kept(1 + odd * d)
      c = kept(1 + odd / c)
      value *= d * c
      if abs(d * c - 1) < precision { break }
    }
    return value
  }

  private static func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
}
