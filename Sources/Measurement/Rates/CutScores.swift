/// What one cut score would do to attempts that were made.
package struct CutScoreLine: Equatable, Sendable {
  /// Whole points needed.
  package let cut: Int
  /// Who reaches the cut and every area's minimum.
  package let passed: Proportion
  /// Who reaches the cut, whatever the areas say: the difference is what the minima cost.
  package let reached: Proportion
}

/// "What if the cut score were …": points of attempts on forms of one blueprint, kept by column. Points are compared in
/// hundredths and parts of a point are not rounded up, as when an attempt is judged.
package struct ScoredAttempts: Equatable, Sendable {
  package let items: Int
  package let areas: Int
  /// Hundredths of an item, by attempt, and by attempt and area.
  private var credits: [Int32] = []
  private var areaCredits: [Int32] = []

  package init(items: Int, areas: Int) {
    self.items = max(0, items)
    self.areas = max(0, areas)
  }

  package var count: Int { credits.count }

  /// `areaCredits` in the blueprint's order; areas beyond those given have none.
  package mutating func append(credit: Int, areaCredits given: [Int]) {
    credits.append(Int32(clamping: credit))
    for area in 0..<areas {
      areaCredits.append(area < given.count ? Int32(clamping: given[area]) : 0)
    }
  }

  /// A line for every cut from 0 to the number of items. `minima` are whole points by area; areas beyond those given need
  /// none. One pass over the attempts.
  package func lines(minima: [Int]) -> [CutScoreLine] {
    var reached = [Int](repeating: 0, count: items + 1)
    var passed = reached
    let needed = minima.prefix(areas).map { Int32(clamping: $0.multipliedReportingOverflow(by: 100).partialValue) }
    for attempt in credits.indices {
      let points = min(items, max(0, Int(credits[attempt]) / 100))
      reached[points] += 1
      let own = areaCredits[attempt * areas..<(attempt + 1) * areas]
      if zip(own, needed).allSatisfy({ $0 >= $1 }) { passed[points] += 1 }
    }
    // From the top down: whoever has more has enough.
    for cut in (0..<items).reversed() {
      reached[cut] += reached[cut + 1]
      passed[cut] += passed[cut + 1]
    }
    return (0...items).map { cut in
      CutScoreLine(
        cut: cut, passed: Proportion(passed[cut], of: count), reached: Proportion(reached[cut], of: count))
    }
  }
}
