/// How long an item takes, in seconds: medians and quartiles, since one person who fetched glasses moves a mean.
///
/// Quartiles by linear interpolation between order statistics (Hyndman and Fan, The American Statistician 50, 1996,
/// 361–365, definition 7).
package struct AnswerTime: Equatable, Sendable {
  package let count: Int
  package let lowerQuartile: Double
  package let median: Double
  package let upperQuartile: Double
  /// Of the median, from order statistics without any assumption on how times are spread: the ranks n/2 ± 1.96 √n / 2
  /// (Campbell and Gardner, British Medical Journal 296, 1988, 1454–1456). Nil below six times, where no ranks reach 95 %.
  package let medianInterval: Interval?

  /// Sorts what it is given. Nil without times.
  init?(milliseconds: inout [Int32]) {
    guard !milliseconds.isEmpty else { return nil }
    milliseconds.sort()
    let sorted = milliseconds
    func seconds(at share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      let (low, high) = (Double(sorted[below]), Double(sorted[above]))
      return (low + (place - Double(below)) * (high - low)) / 1_000
    }
    count = sorted.count
    lowerQuartile = seconds(at: 0.25)
    median = seconds(at: 0.5)
    upperQuartile = seconds(at: 0.75)
    medianInterval = Self.interval(of: sorted)
  }

  private static func interval(of sorted: [Int32]) -> Interval? {
    guard sorted.count > 5 else { return nil }
    let (half, reach) = (Double(sorted.count) / 2, Normal.twoSided95 * Double(sorted.count).squareRoot() / 2)
    let first = max(1, Int((half - reach).rounded()))
    let last = min(sorted.count, Int((1 + half + reach).rounded()))
    return Interval(lower: Double(sorted[first - 1]) / 1_000, upper: Double(sorted[last - 1]) / 1_000)
  }
}
