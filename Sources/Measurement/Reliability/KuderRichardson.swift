/// Reliability of forms drawn at random whose items are right or wrong.
package enum KuderRichardson {
  /// Formula 21 (Kuder and Richardson, Psychometrika 2, 1937, 151–160): k/(k−1) · (1 − M (k − M) / (k s²)), from the mean M
  /// and the variance s² (divided by n) of the number right on forms of `items` items. It takes errors to be binomial, which
  /// is what drawing every form anew makes of them (Lord and Novick, Statistical Theories of Mental Test Scores, 1968); on
  /// one fixed form it is too low. For its uncertainty see ``PersonsAndForms/dependability``, which it equals but for a
  /// factor n/(n−1) in the variance. Nil below two items or people, or if all have the same score.
  package static func formula21(_ scores: Moments, items: Int) -> Double? {
    guard items > 1, scores.count > 1, let variance = scores.populationVariance, variance > 0 else { return nil }
    let k = Double(items)
    return k / (k - 1) * (1 - scores.mean * (k - scores.mean) / (k * variance))
  }
}
