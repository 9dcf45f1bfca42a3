/// Counts of people in rows and columns, with all their totals: what suppression works on.
///
/// Rows form a tree: row 0 is the total of all, every other row is a part of an earlier one (`parents`), and only rows
/// without parts are counted; the rest are sums. With one column the table is a breakdown, nested as deep as need be; with
/// several, there is one more column with their sum.
///
/// A pass rate is two columns, passed and not passed: their sum is the denominator. The second is not printed, yet anybody
/// can subtract, so it is protected like a printed one. A single rate is a table of one row.
package struct CountTable: Equatable, Sendable {
  /// For each row, the row it is a part of; row 0 has none and holds -1.
  package let parents: [Int]
  /// Columns that are counted, without the one of sums.
  package let columns: Int
  /// Row by row, with the column of sums if there is one.
  package let counts: [[Int]]

  /// Rows side by side under one total, which becomes row 0. All rows are as long as the first; what they miss is zero.
  package init(totalOf rows: [[Int]]) {
    self.init(
      parents: [-1] + rows.map { _ in 0 },
      leaves: [[]] + rows)
  }

  /// One rate by itself.
  package init(rate: Proportion) {
    self.init(parents: [-1], leaves: [[rate.numerator, rate.denominator - rate.numerator]])
  }

  /// `leaves` has an entry for every row; those of rows with parts are not read. A parent that is not an earlier row is
  /// taken as row 0, a negative count as none.
  package init(parents: [Int], leaves: [[Int]]) {
    let links = parents.indices.map { row in
      row == 0 ? -1 : (0..<row).contains(parents[row]) ? parents[row] : 0
    }
    let inner = Set(links)
    let width = leaves.map(\.count).max() ?? 0
    var counts = links.indices.map { row in
      (0..<width).map { column in
        inner.contains(row) || row >= leaves.count || column >= leaves[row].count ? 0 : max(0, leaves[row][column])
      }
    }
    for row in links.indices.reversed() where links[row] >= 0 {
      for column in 0..<width { counts[links[row]][column] += counts[row][column] }
    }
    self.parents = links
    self.columns = width
    self.counts = width > 1 ? counts.map { $0 + [$0.reduce(0, +)] } : counts
  }

  /// With the column of sums.
  package var width: Int { columns > 1 ? columns + 1 : columns }

  func isInner(_ row: Int) -> Bool { parents.contains(row) }
}
