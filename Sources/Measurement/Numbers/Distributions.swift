/// The standard normal distribution.
enum Normal {
  /// Two-sided 95 %: the 0.975 quantile, to the last digit of a double.
  static let twoSided95 = 1.959963984540054
  /// One-sided 95 %.
  static let oneSided95 = 1.6448536269514722

  /// The probability of a value at least as far from 0, on either side.
  static func twoSidedTail(_ z: Double) -> Double {
    SpecialFunctions.complementaryError(abs(z) / 2.0.squareRoot())
  }
}

/// Chi-square with one degree of freedom: the square of a standard normal variable.
enum ChiSquareOne {
  static func upperTail(_ value: Double) -> Double {
    Normal.twoSidedTail(max(0, value).squareRoot())
  }
}

/// Snedecor's F; quantiles by the beta distribution (DLMF 8.17; Johnson, Kotz and Balakrishnan, Continuous Univariate
/// Distributions 2, 1995, chapter 27). The degrees of freedom need not be whole.
enum FisherF {
  static func quantile(_ share: Double, _ above: Double, _ below: Double) -> Double {
    let x = IncompleteBeta.quantile(share, above / 2, below / 2)
    return x < 1 ? below * x / (above * (1 - x)) : .infinity
  }
}
