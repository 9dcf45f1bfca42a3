/// Fisher's exact test of a table of two by two with fixed margins (R. A. Fisher, Journal of the Royal Statistical Society
/// 98, 1935, 39–54).
enum FisherExact {
  /// Two-sided: the probability of all tables no likelier than the one seen. `hits` of `drawn` were successes, where all
  /// `total` have `successes`.
  static func twoSided(hits: Int, drawn: Int, successes: Int, total: Int) -> Double {
    let least = max(0, drawn + successes - total)
    let most = min(drawn, successes)
    guard least < most, (least...most).contains(hits) else { return 1 }
    func logProbability(_ k: Int) -> Double {
      SpecialFunctions.logChoose(successes, k) + SpecialFunctions.logChoose(total - successes, drawn - k)
        - SpecialFunctions.logChoose(total, drawn)
    }
    // Equally likely tables must count though their logarithms differ in the last bits; R and SciPy take 1e-7 as well.
    let seen = logProbability(hits) + 1e-7
    let sum = (least...most).reduce(0.0) { sum, k in
      let probability = logProbability(k)
      return probability <= seen ? sum + SpecialFunctions.exponential(probability) : sum
    }
    return min(1, sum)
  }
}
