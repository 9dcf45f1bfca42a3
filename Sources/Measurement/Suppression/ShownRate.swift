/// A rate as it may leave the office: each part is there or hidden.
package struct ShownRate: Equatable, Sendable {
  package let numerator: Int?
  package let denominator: Int?

  package init(numerator: Int?, denominator: Int?) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// With rate and interval; only where both counts may be shown.
  package var proportion: Proportion? {
    guard let numerator, let denominator else { return nil }
    return Proportion(numerator, of: denominator)
  }
}

extension Suppression {
  /// Pass rates of groups side by side that share no person, first the rate of all, then one for each group. Hidden are
  /// small numerators, small differences (all but three passed tells of three who did not), small denominators, and what
  /// would give them away. A pair with a hidden difference never shows both its counts.
  package static func rates(_ groups: [Proportion], rule: SuppressionRule) -> [ShownRate] {
    Suppression(
      of: CountTable(totalOf: groups.map { [$0.numerator, $0.denominator - $0.numerator] }), rule: rule
    ).rates
  }

  /// A rate by itself, beside which no sum is shown.
  package static func rate(_ proportion: Proportion, rule: SuppressionRule) -> ShownRate {
    Suppression(of: CountTable(rate: proportion), rule: rule).rates.first ?? ShownRate(numerator: nil, denominator: nil)
  }

  /// The rows of a table with the two columns passed and not passed.
  package var rates: [ShownRate] {
    guard table.columns == 2 else { return [] }
    return table.counts.indices.map { row in
      ShownRate(numerator: shown(row: row, column: 0), denominator: shown(row: row, column: 2))
    }
  }
}
