/// Pearson's product-moment correlation of pairs taken in one at a time (Welford's recurrence, as in ``Moments``).
struct Correlation {
  private var count = 0
  private var meanX = 0.0
  private var meanY = 0.0
  private var squaresX = 0.0
  private var squaresY = 0.0
  private var products = 0.0

  mutating func add(_ x: Double, _ y: Double) {
    count += 1
    let (distanceX, distanceY) = (x - meanX, y - meanY)
    meanX += distanceX / Double(count)
    meanY += distanceY / Double(count)
    squaresX += distanceX * (x - meanX)
    squaresY += distanceY * (y - meanY)
    products += distanceX * (y - meanY)
  }

  /// Nil below three pairs, or where one side never changes. The interval needs four pairs: the standard error of Fisher's
  /// z is 1 / √(n − 3).
  var estimate: Estimate? {
    // Welford's sums of equal values are zero but for the last bits.
    let nothing = 1e-12 * Double(count)
    guard count > 2, squaresX > nothing, squaresY > nothing else { return nil }
    let value = max(-1, min(1, products / (squaresX * squaresY).squareRoot()))
    return Estimate(value: value, count: count, interval: Self.interval(of: value, count: count))
  }

  private static func interval(of value: Double, count: Int) -> Interval? {
    guard count > 3 else { return nil }
    let z = SpecialFunctions.inverseHyperbolicTangent(value)
    let reach = Normal.twoSided95 / Double(count - 3).squareRoot()
    return Interval(
      lower: SpecialFunctions.hyperbolicTangent(z - reach), upper: SpecialFunctions.hyperbolicTangent(z + reach))
  }
}
