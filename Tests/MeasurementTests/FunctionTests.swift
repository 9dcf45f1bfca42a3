import Testing

@testable import Measurement

@Suite("Special functions, held against SciPy")
struct FunctionTests {
  private struct Vectors: Decodable {
    let incompleteBeta: [[Double]]
    let normalTail: [[Double]]
    let chiSquareTail: [[Double]]
    let fisherQuantile: [[Double]]
    let logGamma: [[Double]]
  }

  private let vectors: Vectors

  init() throws {
    vectors = try VectorFile.read("functions")
  }

  @Test("the incomplete beta function, for shapes from a twentieth to thousands")
  func incompleteBeta() {
    for row in vectors.incompleteBeta {
      expectClose(IncompleteBeta.regularized(row[0], row[1], row[2]), row[3], within: 1e-9, "\(row)")
    }
  }

  @Test("what lies below a quantile is the share asked for")
  func quantileUndoesBeta() {
    for share in [0.001, 0.025, 0.5, 0.975] {
      for (a, b) in [(0.5, 0.5), (2.0, 7.0), (120.0, 3.0)] {
        expectClose(IncompleteBeta.regularized(IncompleteBeta.quantile(share, a, b), a, b), share)
      }
    }
  }

  @Test("normal and chi-square tails, also where they are very thin")
  func tails() {
    for row in vectors.normalTail { expectClose(Normal.twoSidedTail(row[0]) * 1e3, row[1] * 1e3) }
    for row in vectors.chiSquareTail { expectClose(ChiSquareOne.upperTail(row[0]), row[1]) }
    expectClose(Normal.twoSidedTail(Normal.twoSided95), 0.05, within: 1e-14)
    expectClose(Normal.twoSidedTail(Normal.oneSided95) / 2, 0.05, within: 1e-14)
  }

  @Test("quantiles of F, with broken degrees of freedom too")
  func fisherQuantiles() {
    for row in vectors.fisherQuantile {
      expectClose(FisherF.quantile(row[0], row[1], row[2]), row[3], within: 1e-7, "\(row)")
    }
  }

  @Test("ln Γ")
  func logGamma() {
    for row in vectors.logGamma { expectClose(SpecialFunctions.logGamma(row[0]), row[1]) }
  }
}
