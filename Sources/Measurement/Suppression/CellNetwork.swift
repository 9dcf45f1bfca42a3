/// The sums of a ``CountTable`` as a network: a node for every sum, an edge for every cell. A cell is an addend of one sum
/// and either the result of another or open to the outside, so its edge leads from one node to another, and whatever the
/// counts are, as much flows into every node as out of it. What a reader can find out about hidden cells is then a
/// question of flows, which has exact answers in whole numbers.
///
/// Source: J. P. Kelly, B. L. Golden, A. A. Assad, "Cell suppression: disclosure protection for sensitive tabular data",
/// Networks 22 (1992), 397–417; L. H. Cox, "Network models for complementary cell suppression", Journal of the American
/// Statistical Association 90 (1995), 1453–1462.
struct CellNetwork {
  struct Edge {
    let from: Int
    let to: Int
  }

  let nodes: Int
  /// By row, then by column, as in the table.
  let edges: [Edge]

  /// Nodes: 0 is the outside; then one for each row without parts (its cells add up to its sum, where there are several
  /// columns); then one for each row with parts and each column (the parts add up to the row's cell).
  init(_ table: CountTable) {
    let width = table.width
    let rows = table.parents.count
    let inner = table.parents.indices.map(table.isInner)
    func sum(of row: Int, _ column: Int) -> Int {
      row < 0 ? 0 : 1 + rows + row * width + column
    }
    var edges: [Edge] = []
    for row in 0..<rows {
      for column in 0..<width {
        let below = inner[row] ? sum(of: row, column) : table.columns > 1 ? 1 + row : 0
        let above = sum(of: table.parents[row], column)
        // The sums flow back: a row's addends go in where its total comes out.
        edges.append(column == table.columns ? Edge(from: above, to: below) : Edge(from: below, to: above))
      }
    }
    nodes = 1 + rows + rows * width
    self.edges = edges
  }
}
