import Assessment
import Testing

@testable import UseCases

@Suite("Counts of parts")
struct PartTallyTests {
  /// Competences from `first`, each asked once with as many hundredths as its number.
  private func scores(_ numbers: [Int]) -> [PartScore] {
    numbers.map { PartScore(part: .competence(.init("k\($0)")), asked: 1, credit: $0, isReached: false) }
  }

  private func tally(_ sheets: [Int]...) -> PartTally {
    var tally = PartTally()
    for sheet in sheets { tally.add(scores(sheet), times: 1) }
    return tally
  }

  @Test("a part is counted once a sheet, wherever it stands there and however many others there are")
  func everywhere() {
    let all = Array(0..<120)
    let tally = tally(all, all.reversed(), [119, 3, 60, 48, 47], [60])
    #expect(tally.rows.count == 120)
    #expect(tally[.competence(.init("k60"))] == PartCount(people: 4, asked: 4, credit: 240))
    #expect(tally[.competence(.init("k48"))]?.people == 3 && tally[.competence(.init("k5"))]?.people == 2)
    #expect(tally[.area(.init("k5"))] == nil && tally[.competence(.init("k120"))] == nil)
  }

  @Test("the order of sheets makes no difference, a count does")
  func order() {
    #expect(tally([1, 2, 3], [3, 70]) == tally([70, 3], [3, 2, 1]))
    #expect(tally(Array(0..<90)) == tally(Array((0..<90).reversed())))
    #expect(tally([1, 2]) != tally([1, 2], [2]) && tally([1]) != tally([2]))
  }

  @Test("what is added and taken away again leaves nothing")
  func takenAway() {
    var tally = tally(Array(0..<60), [7])
    tally.add(scores([7]), times: -1)
    #expect(tally == self.tally(Array(0..<60)))
    tally.add(scores(Array(0..<60)), times: -1)
    #expect(tally.withoutZeros == PartTally())
  }
}
