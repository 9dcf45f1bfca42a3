import Testing

@testable import Measurement

@Suite("What a reader can work out, held against integer programming (SciPy's HiGHS)")
struct CellAttackTests {
  private struct Vectors: Decodable {
    let tables: [Table]
  }

  private struct Table: Decodable {
    let parents: [Int]
    let leaves: [[Int]]
    let floor: Int
    let hidden: [[Bool]]
    /// Row, column, least, most; -1 for no end.
    let bounds: [[Int]]
  }

  @Test("the least and the most of every hidden cell, in tables hidden at random")
  func bounds() throws {
    for (number, vector) in try VectorFile.read("suppression", as: Vectors.self).tables.enumerated() {
      let attack = CellAttack(
        on: Suppression(
          table: CountTable(parents: vector.parents, leaves: vector.leaves),
          rule: SuppressionRule(least: 5, zeros: vector.floor == 0 ? .hidden : .shown), isHidden: vector.hidden))
      let found = attack.bounds.map { [$0.row, $0.column, $0.least, $0.most ?? -1] }
      #expect(found == vector.bounds, "table \(number)")
    }
  }
}
