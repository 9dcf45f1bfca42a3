import Assessment
import Testing

@testable import Measurement

/// Thousands of tables drawn by seed, each attacked by whoever can solve equations in whole numbers.
@Suite("No hidden cell can be worked out")
struct SuppressionPropertyTests {
  @Test("in flat and nested tables, with and without hidden zeros, the attack leaves every small count in the dark")
  func nothingIsExposed() {
    for seed in UInt64(0)..<4_000 {
      let (table, rule) = Self.drawn(seed)
      let suppression = Suppression(of: table, rule: rule)
      for row in table.counts.indices {
        for column in 0..<table.width where suppression.shown(row: row, column: column).map(rule.isSmall) ?? false {
          Issue.record("seed \(seed): a small count is shown at \(row), \(column)")
        }
      }
      #expect(suppression.exposedCells.isEmpty, "seed \(seed)")
    }
  }

  @Test("hiding only the small counts would not do: the attack finds many of them")
  func primaryAloneIsNotEnough() {
    let exposed = (UInt64(0)..<500).filter { seed in
      let (table, rule) = Self.drawn(seed)
      let primary = Suppression(
        table: table, rule: rule, isHidden: table.counts.map { $0.map(rule.isSmall) })
      return !primary.exposedCells.isEmpty
    }
    #expect(exposed.count > 200)
  }

  @Test("the true count always lies within what the attack finds")
  func boundsHoldTheTruth() {
    for seed in UInt64(0)..<500 {
      let (table, rule) = Self.drawn(seed)
      for bounds in CellAttack(on: Suppression(of: table, rule: rule)).bounds {
        let count = table.counts[bounds.row][bounds.column]
        #expect(bounds.least <= count && count <= bounds.most ?? .max, "seed \(seed)")
      }
    }
  }

  @Test("most of a table with few small counts is still shown")
  func littleIsLost() {
    var (hidden, small, cells) = (0, 0, 0)
    for seed in UInt64(0)..<200 {
      var dice = SeededDice(seed: seed)
      let rows = (0..<10).map { _ in (0..<6).map { _ in dice.below(25) == 0 ? 1 + dice.below(4) : 5 + dice.below(95) } }
      let table = CountTable(totalOf: rows)
      hidden += Suppression(of: table, rule: .sentOut).isHidden.joined().filter(\.self).count
      small += table.counts.joined().filter(SuppressionRule.sentOut.isSmall).count
      cells += table.counts.joined().count
    }
    #expect(hidden < 5 * small && hidden * 6 < cells)
  }

  @Test("two hundred villages by eight groups are hidden in a moment")
  func large() {
    var dice = SeededDice(seed: 200)
    let table = CountTable(totalOf: (0..<200).map { _ in (0..<8).map { _ in dice.below(30) } })
    let suppression = Suppression(of: table, rule: .sentOut)
    #expect(suppression.isHidden.joined().contains(false))
  }

  /// One to five columns, up to eight rows, half of the time nested, mostly with many small counts.
  private static func drawn(_ seed: UInt64) -> (CountTable, SuppressionRule) {
    var dice = SeededDice(seed: seed)
    let rows = 1 + dice.below(8)
    let isNested = dice.below(2) == 0
    let parents = (0..<rows).map { row in row == 0 ? -1 : isNested ? dice.below(row) : 0 }
    let (columns, most) = (1 + dice.below(5), [4, 9, 30, 200][dice.below(4)])
    let leaves = parents.map { _ in (0..<columns).map { _ in dice.below(most + 1) } }
    let rule = SuppressionRule(least: 5, zeros: dice.below(3) == 0 ? .hidden : .shown)
    return (CountTable(parents: parents, leaves: leaves), rule)
  }
}
