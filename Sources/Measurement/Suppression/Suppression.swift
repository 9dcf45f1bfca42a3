/// Which cells of a table that leaves the office are hidden.
///
/// 1. Every small count is hidden (primary suppression, ``SuppressionRule/isSmall(_:)``).
/// 2. For every small count, further cells are hidden (complementary suppression) until the table, with what is still
///    shown, would add up just as well if that count were any other small one: who subtracts learns nothing that the
///    rule and the zeros shown do not say (a total of two parts that are not zero is 2 at least). The cells taken are the fewest that do, and of these the smallest; cells already hidden are free.
///    Zeros that are shown never serve.
///
/// This always ends: a cell can always grow together with the totals above it. The work is at most `2 × (least − 1)`
/// searches of ways a small count. Protected are the counts of one table; whoever lays several tables side by side that
/// count the same people in other ways may know more, so each report sends out one breakdown at a time. A reader who
/// knows one of the people counted, or replays these steps for every possible table, is not kept out.
///
/// For example, of villages with 3, 20 and 41 passed, total 64, the 3 is hidden and, since 64 − 20 − 41 would tell it, the
/// 20 as well.
package struct Suppression: Equatable, Sendable {
  package let table: CountTable
  package let rule: SuppressionRule
  /// As the table's counts: row by row.
  package let isHidden: [[Bool]]

  package init(of table: CountTable, rule: SuppressionRule) {
    let counts = Array(table.counts.joined())
    let network = CellNetwork(table)
    var hidden = counts.map(rule.isSmall)
    for cell in counts.indices where rule.isSmall(counts[cell]) {
      for grows in [true, false] {
        Self.hideMore(for: cell, grows: grows, counts, network, rule, &hidden)
      }
    }
    self.table = table
    self.rule = rule
    isHidden = table.counts.indices.map { row in
      Array(hidden[row * table.width..<(row + 1) * table.width])
    }
  }

  /// A table that was hidden in some other way, to be looked at with ``CellAttack``.
  package init(table: CountTable, rule: SuppressionRule, isHidden: [[Bool]]) {
    self.table = table
    self.rule = rule
    self.isHidden = isHidden
  }

  /// Hides cells until the small count may be as large (or as small) as small counts get.
  private static func hideMore(
    for cell: Int, grows: Bool, _ counts: [Int], _ network: CellNetwork, _ rule: SuppressionRule,
    _ hidden: inout [Bool]
  ) {
    var missing =
      grows ? rule.smallCounts.upperBound - counts[cell] : counts[cell] - rule.smallCounts.lowerBound
    var flow = CellFlow(network, counts: counts, floor: rule.floor)
    while missing > 0 {
      let known = hidden
      let shift = flow.shift(cell, grows: grows, most: missing) { other in
        rule.isFixed(counts[other]) ? nil : known[other] ? 0 : price(of: counts[other])
      }
      guard let shift, shift.amount > 0 else { return }
      for other in shift.cells { hidden[other] = true }
      missing -= shift.amount
    }
  }

  /// One cell more costs more than any difference in size.
  private static func price(of count: Int) -> Int {
    let mostCounted = 1_000_000
    return mostCounted + min(count, mostCounted - 1)
  }

  /// The count if it may be shown.
  package func shown(row: Int, column: Int) -> Int? {
    isHidden[row][column] ? nil : table.counts[row][column]
  }
}
