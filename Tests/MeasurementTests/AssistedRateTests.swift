import Testing

@testable import Measurement

@Suite("Colleagues who help")
struct AssistedRateTests {
  private struct Vectors: Decodable {
    struct Adjusted: Decodable {
      let given: [Double]
      let adjusted: [Double]
    }

    struct Helped: Decodable {
      let rates: [[Int]]
      let single: [Double]
      let adjusted: [Double]
    }

    let fisherExact: [[Double]]
    let holm: [Adjusted]
    let helped: Helped
  }

  private let vectors: Vectors

  init() throws {
    vectors = try VectorFile.read("rates")
  }

  @Test("the lady tasting tea (Fisher, The Design of Experiments, 1935): three of four right is no proof, p = 0.4857")
  func tea() {
    expectClose(FisherExact.twoSided(hits: 3, drawn: 4, successes: 4, total: 8), 34.0 / 70)
    expectClose(FisherExact.twoSided(hits: 4, drawn: 4, successes: 4, total: 8), 2.0 / 70)
  }

  @Test("Fisher's exact test is SciPy's, also for thousands")
  func scipy() {
    for row in vectors.fisherExact {
      let found = FisherExact.twoSided(
        hits: Int(row[0]), drawn: Int(row[1]), successes: Int(row[2]), total: Int(row[3]))
      expectClose(found, row[4], within: 1e-8, "\(row)")
    }
  }

  @Test("Holm's correction is that of statsmodels")
  func holm() {
    for row in vectors.holm {
      for (found, expected) in zip(Holm.adjusted(row.given), row.adjusted) { expectClose(found, expected) }
    }
    #expect(Holm.adjusted([]).isEmpty)
  }

  @Test("each colleague is compared with the rest: one far above and one far below stand out")
  func standingOut() {
    let rates = vectors.helped.rates.map { Proportion($0[0], of: $0[1]) }
    let found = AssistedRate.compare(rates, leastCount: 20)
    for (rate, index) in zip(found, found.indices) {
      expectClose(rate.probability, vectors.helped.single[index])
      expectClose(rate.adjustedProbability, vectors.helped.adjusted[index])
    }
    #expect(found.map(\.unusual) == [nil, .higher, nil, .lower, nil])
    #expect(found[0].others == Proportion(111, of: 181))
  }

  @Test("nothing is said of a colleague with few attempts, nor of one without others")
  func tooFew() {
    let found = AssistedRate.compare(
      [Proportion(4, of: 4), Proportion(30, of: 60), Proportion(31, of: 60)], leastCount: 10)
    #expect(found[0].probability == nil && found[0].unusual == nil)
    // Two are compared, not three.
    expectClose(found[1].adjustedProbability, min(1, 2 * min(found[1].probability ?? 9, found[2].probability ?? 9)))
    #expect(AssistedRate.compare([Proportion(40, of: 40)], leastCount: 10)[0].probability == nil)
    #expect(AssistedRate.compare([], leastCount: 10).isEmpty)
  }
}
