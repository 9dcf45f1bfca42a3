/// What a reader of a table with hidden cells can work out: for each hidden cell, the least and the most it can be when
/// everything shown adds up, all cells are whole numbers, and no hidden one is below the rule's floor. Exact, as the
/// greatest flow through the network of sums (Ford and Fulkerson, Canadian Journal of Mathematics 8, 1956, 399–404).
package struct CellAttack: Equatable, Sendable {
  package struct Bounds: Equatable, Sendable {
    package let row: Int
    package let column: Int
    package let least: Int
    /// Nil: nothing shown limits it.
    package let most: Int?
  }

  /// In the order of the table.
  package let bounds: [Bounds]

  package init(on suppression: Suppression) {
    let table = suppression.table
    let counts = Array(table.counts.joined())
    let hidden = Array(suppression.isHidden.joined())
    let network = CellNetwork(table)
    bounds = counts.indices.filter { hidden[$0] }.map { cell in
      func change(grows: Bool, most: Int) -> Int {
        Self.greatestChange(
          of: cell, grows: grows, most: most,
          CellFlow(network, counts: counts, floor: suppression.rule.floor), hidden)
      }
      // A cell that can grow by more than all people counted together is not limited at all.
      let limit = counts.reduce(1, +)
      let growth = change(grows: true, most: limit)
      let shrinkage = change(grows: false, most: counts[cell] - suppression.rule.floor)
      return Bounds(
        row: cell / table.width, column: cell % table.width, least: counts[cell] - shrinkage,
        most: growth == limit ? nil : counts[cell] + growth)
    }
  }

  private static func greatestChange(
    of cell: Int, grows: Bool, most: Int, _ start: CellFlow, _ hidden: [Bool]
  ) -> Int {
    var flow = start
    var change = 0
    while change < most,
      let shift = flow.shift(cell, grows: grows, most: most - change, cost: { hidden[$0] ? 1 : nil }),
      shift.amount > 0
    {
      change += shift.amount
    }
    return change
  }
}

extension Suppression {
  /// Hidden cells about which the table tells too much: a small count that could be fewer of the small counts than if every
  /// cell were hidden, or another hidden cell that can be only one thing. Empty, unless there is a mistake in this target.
  package var exposedCells: [CellAttack.Bounds] {
    let small = rule.smallCounts
    let narrow = CellAttack(on: self).bounds.filter { found in
      guard rule.isSmall(table.counts[found.row][found.column]) else { return found.least == found.most }
      return found.least > small.lowerBound || (found.most ?? .max) < small.upperBound
    }
    guard !narrow.isEmpty else { return [] }
    let everything = Suppression(
      table: table, rule: rule, isHidden: table.counts.map { $0.map { !rule.isFixed($0) } })
    let known = CellAttack(on: everything).bounds
    return narrow.filter { found in
      // Wide enough above, and below told only by the zeros shown.
      let isTold = known.contains { ($0.row, $0.column, $0.least) == (found.row, found.column, found.least) }
      return !isTold || found.least == found.most || (found.most ?? .max) < small.upperBound
    }
  }
}
