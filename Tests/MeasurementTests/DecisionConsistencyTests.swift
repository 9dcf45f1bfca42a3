import Testing

@testable import Measurement

@Suite("How far verdicts can be trusted")
struct DecisionConsistencyTests {
  private struct Vectors: Decodable {
    let classification: [Case]
  }

  private struct Case: Decodable {
    let points: [Int]
    let items: Int
    let reliability: Double
    let cut: Int
    let length: Double
    let shape: [Double]
    let falsePasses: Double
    let falseFails: Double
    let consistency: Double
    let kappa: Double
  }

  @Test("Livingston and Lewis, with the beta solved numerically and integrated by SciPy")
  func scipy() throws {
    for vector in try VectorFile.read("reliability", as: Vectors.self).classification {
      let items = Double(vector.items)
      let found = try #require(
        DecisionConsistency(
          shares: vector.points.map { Double($0) / items }, reliability: vector.reliability,
          cut: Double(vector.cut) / items))
      expectClose(found.effectiveItems, vector.length)
      let scores = found.trueScores
      for (one, other) in zip([scores.alpha, scores.beta, scores.low, scores.high], vector.shape) {
        expectClose(one, other, within: 1e-5, "\(vector.shape)")
      }
      expectClose(found.falsePasses, vector.falsePasses, within: 1e-5)
      expectClose(found.falseFails, vector.falseFails, within: 1e-5)
      expectClose(found.consistency, vector.consistency, within: 1e-5)
      expectClose(found.kappa, vector.kappa, within: 1e-4)
    }
  }

  /// Points 0…40 of 151,050 people in a mathematics test of ACT, with what the program BBClassify 1.0 (H. E. Haakstad, 2025,
  /// successor of Brennan's BB-CLASS) finds for reliability 0.873 and a cut of 24. It rounds the effective length, 40.25, to
  /// 40 items, hence the wider tolerance.
  @Test("the figures of another program on a published distribution")
  func publishedDistribution() throws {
    let counts = [
      0, 23, 98, 384, 986, 2161, 3722, 5623, 7533, 8817, 9597, 9809, 9674, 8971, 8033, 7384, 6758, 6004, 5463, 4896,
      4367, 4083, 3651, 3333, 3191, 2899, 2644, 2597, 2287, 2197, 1967, 1874, 1710, 1581, 1503, 1349, 1181, 994, 827,
      585, 294,
    ]
    let shares = counts.enumerated().flatMap { points, count in
      [Double](repeating: Double(points) / 40, count: count)
    }
    let found = try #require(DecisionConsistency(shares: shares, reliability: 0.873, cut: 24.0 / 40))
    #expect(found.count == 151_050)
    #expect(abs(found.trueScores.alpha - 0.52378) < 0.02 && abs(found.trueScores.beta - 1.62569) < 0.02)
    #expect(abs(found.trueScores.low - 0.22317) < 0.002 && found.trueScores.high == 1)
    #expect(abs(found.accuracy - 0.94427) < 0.002)
    #expect(abs(found.consistency - 0.92203) < 0.002)
    #expect(abs((found.kappa ?? 0) - 0.75612) < 0.006)
  }

  @Test("right and wrong verdicts are all there are, and two forms agree less often than one form with the truth")
  func partsAddUp() throws {
    let shares = (0..<300).map { Double(8 + $0 % 13) / 20 }
    let found = try #require(DecisionConsistency(shares: shares, reliability: 0.7, cut: 0.7))
    #expect(found.falsePasses > 0 && found.falseFails > 0)
    expectClose(found.accuracy + found.falsePasses + found.falseFails, 1)
    #expect(found.accuracy > found.consistency && found.consistency > 0.5)
  }

  @Test("a more reliable form judges better")
  func reliabilityHelps() {
    let shares = (0..<300).map { Double(8 + $0 % 13) / 20 }
    let accuracies = [0.5, 0.7, 0.9].compactMap {
      DecisionConsistency(shares: shares, reliability: $0, cut: 0.7)?.accuracy
    }
    #expect(accuracies.count == 3 && accuracies == accuracies.sorted())
  }

  @Test("nothing is said without spread, without people, or for impossible reliabilities and cuts")
  func nothing() {
    let shares = [0.4, 0.5, 0.9, 0.7]
    #expect(DecisionConsistency(shares: [], reliability: 0.7, cut: 0.7) == nil)
    #expect(DecisionConsistency(shares: [0.5, 0.5], reliability: 0.7, cut: 0.7) == nil)
    for reliability in [0, 1, -0.4, 1.2, .nan] {
      #expect(DecisionConsistency(shares: shares, reliability: reliability, cut: 0.7) == nil)
    }
    for cut in [0, 1.1, .nan] {
      #expect(DecisionConsistency(shares: shares, reliability: 0.7, cut: cut) == nil)
    }
  }
}
