/// A reason to look at an item, with the facts behind it. A flag asks somebody to read the item; it decides nothing.
package enum ItemFlag: Equatable, Sendable {
  case tooEasy(Estimate)
  case tooHard(Estimate)
  /// Those who do well elsewhere hardly do better here.
  case weakDiscrimination(Estimate)
  /// Those who do well elsewhere do worse here: often a wrong key.
  case negativeDiscrimination(Estimate)
  /// A wrong option whose choosers did better elsewhere than those who chose the key, by `difference` (0…1) with its
  /// standard error.
  case distractorForTheBetter(option: Int, difference: Double, standardError: Double)
  /// A wrong option that nobody falls for.
  case neverChosen(option: Int, among: Int)
  case rarelyAnswered(omitted: Proportion)
}

/// From where on an item is worth a look. Each limit must be beyond the figure's whole 95 % interval, so that chance alone
/// seldom flags anything.
package struct ItemLimits: Equatable, Sendable {
  /// An option chosen by fewer is not compared with the key: its standard error would be chance itself.
  static let leastChoosers = 10

  /// Below so many people nothing is flagged.
  package var leastCount: Int
  /// Facility above which an item is too easy, and below which it is too hard.
  package var easy: Double
  package var hard: Double
  /// Below 0.20 an item is poor (Ebel, Educational and Psychological Measurement 14, 1954, 352–364).
  package var discrimination: Double
  /// An option chosen by so few does no work: 5 % (Haladyna and Downing, Educational and Psychological Measurement 53,
  /// 1993, 999–1010).
  package var distractor: Double
  /// Share of people who leave an item out.
  package var omitted: Double

  package init(
    leastCount: Int, easy: Double = 0.95, hard: Double = 0.20, discrimination: Double = 0.20,
    distractor: Double = 0.05, omitted: Double = 0.10
  ) {
    self.leastCount = leastCount
    self.easy = easy
    self.hard = hard
    self.discrimination = discrimination
    self.distractor = distractor
    self.omitted = omitted
  }
}

extension ItemStatistics {
  package func flags(_ limits: ItemLimits) -> [ItemFlag] {
    guard let facility, facility.count >= limits.leastCount else { return [] }
    var flags: [ItemFlag] = []
    if let interval = facility.interval {
      if interval.lower > limits.easy { flags.append(.tooEasy(facility)) }
      if interval.upper < limits.hard { flags.append(.tooHard(facility)) }
    }
    if let discrimination, discrimination.count >= limits.leastCount, let interval = discrimination.interval {
      if interval.upper < 0 {
        flags.append(.negativeDiscrimination(discrimination))
      } else if interval.upper < limits.discrimination {
        flags.append(.weakDiscrimination(discrimination))
      }
    }
    if let interval = omitted.interval, interval.lower > limits.omitted {
      flags.append(.rarelyAnswered(omitted: omitted))
    }
    return flags + optionFlags(limits)
  }

  private func optionFlags(_ limits: ItemLimits) -> [ItemFlag] {
    guard let key = options.first(where: \.isKey) else { return [] }
    return options.filter { !$0.isKey }.compactMap { option in
      if option.chosen.numerator == 0, let interval = option.chosen.interval, interval.upper < limits.distractor {
        return .neverChosen(option: option.option, among: option.chosen.denominator)
      }
      guard let mean = option.meanRest, let keyMean = key.meanRest, let own = option.standardError,
        let keys = key.standardError
      else { return nil }
      // Welch's form: the two groups need not be equally spread.
      let error = (own * own + keys * keys).squareRoot()
      guard min(option.chosen.numerator, key.chosen.numerator) >= ItemLimits.leastChoosers,
        mean - keyMean > Normal.twoSided95 * error
      else { return nil }
      return .distractorForTheBetter(option: option.option, difference: mean - keyMean, standardError: error)
    }
  }
}
