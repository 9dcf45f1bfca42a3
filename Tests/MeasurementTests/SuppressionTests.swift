import Assessment
import Testing

@testable import Measurement

@Suite("Tables that leave the office")
struct SuppressionTests {
  private let rule = SuppressionRule.sentOut

  @Test("one to four are small; nobody is shown unless the rule hides it; five is shown")
  func smallCounts() {
    #expect((0...6).filter(rule.isSmall) == [1, 2, 3, 4])
    #expect((0...6).filter(SuppressionRule(least: 5, zeros: .hidden).isSmall) == [0, 1, 2, 3, 4])
  }

  @Test("a village with 3 takes the next larger with it, for the total would tell the 3")
  func oneWay() {
    let shown = Suppression(of: CountTable(totalOf: [[3], [20], [41], [0]]), rule: rule)
    #expect((0...4).map { shown.shown(row: $0, column: 0) } == [64, nil, nil, 41, 0])
  }

  @Test("two ones beside each other need a third, for their sum is 2 and nobody is hidden as nobody")
  func twoOnes() {
    let shown = Suppression(of: CountTable(totalOf: [[1], [1], [8], [30]]), rule: rule)
    #expect((0...4).map { shown.shown(row: $0, column: 0) } == [40, nil, nil, nil, 30])
  }

  @Test("in a table of two ways a small cell takes three others: its row, its column and where they meet")
  func twoWay() {
    let shown = Suppression(of: CountTable(totalOf: [[2, 30, 40], [50, 20, 60], [70, 80, 10]]), rule: rule)
    #expect(shown.isHidden.joined().filter(\.self).count == 4)
    #expect(shown.shown(row: 1, column: 0) == nil && shown.exposedCells.isEmpty)
  }

  @Test("a table without small counts is shown whole, and one of nobody too")
  func nothingToHide() {
    for rows in [[[5, 9], [12, 7]], [[0, 0], [0, 0]], [[0], [8]]] {
      let shown = Suppression(of: CountTable(totalOf: rows), rule: rule)
      #expect(!shown.isHidden.joined().contains(true))
    }
  }

  @Test("a small total is hidden with the parts that make it up")
  func smallTotal() {
    let shown = Suppression(of: CountTable(totalOf: [[2], [1], [0]]), rule: rule)
    #expect((0...3).map { shown.shown(row: $0, column: 0) } == [nil, nil, nil, 0])
  }

  @Test("in a nested breakdown a small part deep down is not told by the totals of its branch")
  func nested() {
    // All, two communes, three villages of the first.
    let table = CountTable(parents: [-1, 0, 0, 1, 1, 1], leaves: [[], [], [90], [2], [33], [40]])
    let shown = Suppression(of: table, rule: rule)
    #expect((0...5).map { shown.shown(row: $0, column: 0) } == [165, 75, 90, nil, nil, 40])
  }

  @Test("a branch of one village hides its own total with it")
  func onlyChild() {
    let table = CountTable(parents: [-1, 0, 0, 1], leaves: [[], [], [90], [2]])
    let shown = Suppression(of: table, rule: rule)
    #expect(shown.shown(row: 1, column: 0) == nil && shown.shown(row: 3, column: 0) == nil)
    #expect(shown.exposedCells.isEmpty)
  }

  @Test("a rate of which three did not pass shows how many sat, not how many passed, and no rate")
  func complementOfARate() {
    let rate = Suppression.rate(Proportion(37, of: 40), rule: rule)
    #expect(rate.numerator == nil && rate.denominator == 40 && rate.proportion == nil)
    #expect(Suppression.rate(Proportion(20, of: 40), rule: rule).proportion == Proportion(20, of: 40))
    #expect(Suppression.rate(Proportion(0, of: 40), rule: rule).proportion == Proportion(0, of: 40))
    #expect(Suppression.rate(Proportion(2, of: 3), rule: rule) == ShownRate(numerator: nil, denominator: nil))
  }

  @Test("rates of groups under one total: one small numerator cannot be had by subtracting the other groups")
  func ratesOfGroups() {
    let groups = [Proportion(3, of: 30), Proportion(25, of: 50), Proportion(60, of: 90)]
    let shown = Suppression.rates(groups, rule: rule)
    #expect(shown.map(\.numerator) == [88, nil, nil, 60])
    #expect(shown.map(\.denominator) == [170, 30, 50, 90])
    #expect(shown.compactMap(\.proportion) == [Proportion(88, of: 170), Proportion(60, of: 90)])
  }

  @Test("where nobody is hidden as nobody, all of them having failed is not told either")
  func hiddenZeros() {
    let hiding = SuppressionRule(least: 5, zeros: .hidden)
    #expect(Suppression.rate(Proportion(0, of: 40), rule: hiding).numerator == nil)
    #expect(Suppression.rate(Proportion(40, of: 40), rule: hiding).numerator == nil)
  }

  @Test("the same table is hidden alike every time, and rows that miss columns count nobody there")
  func sameEveryTime() {
    let table = CountTable(totalOf: [[2, 9, 9], [9, 9], [9, 9, 9]])
    #expect(table.counts[2] == [9, 9, 0, 18])
    #expect(Suppression(of: table, rule: rule) == Suppression(of: table, rule: rule))
  }

  @Test("parents that point nowhere are taken as the total, so that no table is too odd to hide")
  func oddParents() {
    let table = CountTable(parents: [-1, 5, -3, 0], leaves: [[], [7], [2], [-4]])
    #expect(table.parents == [-1, 0, 0, 0] && table.counts.map { $0[0] } == [9, 7, 2, 0])
  }
}
