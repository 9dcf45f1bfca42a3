/// How far a person's points may lie from what they would have over many forms, near the line to pass.
package enum ErrorAtCut {
  /// Lord's binomial standard error of measurement, in points, for a person with `points` of `items`: √(x (k − x) / (k − 1))
  /// (F. M. Lord, Educational and Psychological Measurement 15, 1955, 325–336; 17, 1957, 510–521). For partial credit it is
  /// an upper limit. Nil below two items or for points that cannot be.
  package static func lord(points: Double, items: Int) -> Double? {
    guard items > 1, points >= 0, points <= Double(items) else { return nil }
    return (points * (Double(items) - points) / Double(items - 1)).squareRoot()
  }

  /// The same from the answers: the conditional absolute standard error of people whose points lie within `reach` of the
  /// cut, √(mean of k s²), where s² (divided by k − 1) is the variance among the k credits of one person (Brennan, Applied
  /// Psychological Measurement 22, 1998, 307–331). For right or wrong items and one score this is Lord's. In points of a
  /// whole form; `count` is the people. Nil below `leastCount` people.
  package static func observed(
    _ table: ResponseTable, cut: Double, reach: Double, leastCount: Int
  ) -> (value: Double, count: Int)? {
    var variances = Moments()
    for attempt in 0..<table.attemptCount {
      var own = Moments()
      for response in table.responses(of: attempt) { own.add(Double(table.credits[response]) / 100) }
      let points = own.mean * Double(own.count)
      guard let variance = own.sampleVariance, abs(points - cut) <= reach + 1e-9 else { continue }
      variances.add(variance * Double(own.count))
    }
    guard variances.count >= max(1, leastCount) else { return nil }
    return (variances.mean.squareRoot(), variances.count)
  }
}
