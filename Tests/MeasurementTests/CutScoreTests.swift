import Testing

@testable import Measurement

@Suite("What if the cut score were …")
struct CutScoreTests {
  /// Four people on forms of three items in two areas.
  private var attempts: ScoredAttempts {
    var attempts = ScoredAttempts(items: 3, areas: 2)
    attempts.append(credit: 300, areaCredits: [200, 100])
    attempts.append(credit: 200, areaCredits: [200, 0])
    attempts.append(credit: 199, areaCredits: [99, 100])
    attempts.append(credit: 0, areaCredits: [0, 0])
    return attempts
  }

  @Test("every cut tells who would pass; parts of a point are not rounded up")
  func everyCut() {
    let lines = attempts.lines(minima: [])
    #expect(lines.map(\.cut) == [0, 1, 2, 3])
    #expect(lines.map(\.passed.numerator) == [4, 3, 2, 1])
    #expect(lines.allSatisfy { $0.passed.denominator == 4 && $0.passed == $0.reached })
  }

  @Test("an area's minimum stops who reached the cut without it")
  func minima() {
    let lines = attempts.lines(minima: [0, 1])
    #expect(lines.map(\.passed.numerator) == [2, 2, 1, 1])
    #expect(lines.map(\.reached.numerator) == [4, 3, 2, 1])
  }

  @Test("the lines never rise, and nobody's attempts give no rate")
  func neverRising() {
    var many = ScoredAttempts(items: 30, areas: 1)
    for person in 0..<500 { many.append(credit: person * 37 % 3_001, areaCredits: [person * 13 % 1_000]) }
    let passed = many.lines(minima: [4]).map(\.passed.numerator)
    #expect(passed == passed.sorted(by: >) && passed.count == 31)
    #expect(ScoredAttempts(items: 2, areas: 0).lines(minima: [1]).allSatisfy { $0.passed.rate == nil })
  }

  @Test("credits beyond the form count as its ends")
  func impossibleCredits() {
    var odd = ScoredAttempts(items: 2, areas: 1)
    odd.append(credit: 9_900, areaCredits: [])
    odd.append(credit: -100, areaCredits: [0, 0, 0])
    #expect(odd.lines(minima: [0, 5]).map(\.passed.numerator) == [2, 1, 1])
  }
}
