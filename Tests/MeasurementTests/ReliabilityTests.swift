import Testing

@testable import Measurement

@Suite("Reliability")
struct ReliabilityTests {
  private struct Vectors: Decodable {
    let matrices: [Matrix]
    let uneven: Uneven
  }

  private struct Matrix: Decodable {
    let name: String
    let credits: [[Double]]
    let cut: Double
    let nestedPhi: Double
    let nestedPhiCut: Double
    let nestedInterval: [Double]
    let crossedPhi: Double
    let crossedPhiCut: Double
    let alpha: Double
    let alphaInterval: [Double]
    let kr21: Double
  }

  private struct Uneven: Decodable {
    let forms: [[Double]]
    let ratio: Double
    let within: Double
    let length: Double
  }

  private let vectors: Vectors

  init() throws {
    vectors = try VectorFile.read("reliability")
  }

  /// Each row a person with a form of their own.
  private func table(_ credits: [[Double]]) throws -> ResponseTable {
    var table = ResponseTable(itemCount: credits.map(\.count).max() ?? 0)
    for row in credits {
      try table.append(row.enumerated().map { ScoredResponse(item: $0, credit: Int(($1 * 100).rounded())) })
    }
    return table
  }

  /// Six targets and four judges (Shrout and Fleiss, Psychological Bulletin 86, 1979, table 2), as shares of ten.
  private let shroutAndFleiss = [
    [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
  ].map { $0.map { $0 / 10.0 } }

  @Test("Φ of random forms is the ICC(1,4) = 0.44 of Shrout and Fleiss, from mean squares 11.24 and 6.26")
  func nestedExample() throws {
    let design = try #require(PersonsAndForms(try table(shroutAndFleiss)))
    #expect(Rounding.hundredths(design.personsSquare * 100) == 1_124)
    #expect(Rounding.hundredths(design.itemsSquare * 100) == 626)
    #expect(design.dependability.flatMap { Rounding.hundredths($0.value) } == 44)
    // ICC(1,1), one item a form.
    #expect(design.dependability(items: 1).flatMap(Rounding.hundredths) == 17)
  }

  @Test("on one form Φ is their ICC(2,4) = 0.62 (0.07 to 0.93) and alpha their ICC(3,4) = 0.91 (0.68 to 0.99)")
  func crossedExample() throws {
    let design = try #require(try PersonsByItems(shroutAndFleiss))
    let (phi, alpha) = (try #require(design.dependability), try #require(design.alpha))
    func hundredths(_ estimate: Estimate) -> [Int?] {
      [estimate.value, estimate.interval?.lower ?? .nan, estimate.interval?.upper ?? .nan].map(Rounding.hundredths)
    }
    #expect(hundredths(phi) == [62, 7, 93])
    #expect(hundredths(alpha) == [91, 68, 99])
  }

  @Test("Φ, Φ(λ), alpha and KR-21 are those of NumPy and SciPy, for right or wrong and for partial credit")
  func matrices() throws {
    for matrix in vectors.matrices {
      let nested = try #require(PersonsAndForms(try table(matrix.credits)))
      expectClose(nested.dependability?.value, matrix.nestedPhi, "\(matrix.name)")
      expectClose(nested.dependability?.interval?.lower, matrix.nestedInterval[0], within: 1e-7)
      expectClose(nested.dependability?.interval?.upper, matrix.nestedInterval[1], within: 1e-7)
      expectClose(nested.dependability(cut: matrix.cut), matrix.nestedPhiCut, "\(matrix.name)")
      let crossed = try #require(try PersonsByItems(matrix.credits))
      expectClose(crossed.dependability?.value, matrix.crossedPhi)
      expectClose(crossed.dependability(cut: matrix.cut), matrix.crossedPhiCut)
      expectClose(crossed.alpha?.value, matrix.alpha)
      expectClose(crossed.alpha?.interval?.lower, matrix.alphaInterval[0], within: 1e-7)
      expectClose(crossed.alpha?.interval?.upper, matrix.alphaInterval[1], within: 1e-7)
      expectClose(KuderRichardson.formula21(points(matrix), items: matrix.credits[0].count), matrix.kr21)
    }
  }

  private func points(_ matrix: Matrix) -> Moments {
    var points = Moments()
    for row in matrix.credits { points.add(row.reduce(0, +)) }
    return points
  }

  @Test("Φ(λ) of right or wrong items is Brennan's short form from mean and variance alone (1984)")
  func shortForm() throws {
    for matrix in vectors.matrices where matrix.name != "partial" {
      let (k, scores) = (Double(matrix.credits[0].count), points(matrix))
      let (mean, variance) = (scores.mean / k, try #require(scores.populationVariance) / (k * k))
      for cut in [0.5, 0.7, 0.9] {
        let short =
          1 - (mean * (1 - mean) - variance) / (k - 1) / ((mean - cut) * (mean - cut) + variance)
        expectClose(try #require(PersonsAndForms(try table(matrix.credits))).dependability(cut: cut), short)
      }
    }
  }

  @Test("forms of different lengths are weighed as in a one-way analysis of variance")
  func unevenForms() throws {
    let design = try #require(PersonsAndForms(try table(vectors.uneven.forms)))
    expectClose(design.personsSquare / design.itemsSquare, vectors.uneven.ratio)
    expectClose(design.itemsSquare, vectors.uneven.within)
    expectClose(design.itemsPerForm, vectors.uneven.length)
  }

  @Test("longer forms are more dependable, and a cut far from the mean is easier to judge")
  func moreIsBetter() throws {
    let design = try #require(PersonsAndForms(try table(vectors.matrices[1].credits)))
    let lengths = [5, 10, 20, 40].compactMap { design.dependability(items: Double($0)) }
    #expect(lengths == lengths.sorted() && lengths.count == 4)
    let near = try #require(design.dependability(cut: design.mean))
    #expect(near < (design.dependability(cut: 0.05) ?? 0))
  }

  @Test("an incomplete matrix has no alpha, and too small a one no design")
  func incomplete() throws {
    #expect(throws: MeasurementError.incompleteRow(person: 1, found: 1, expected: 2)) {
      try PersonsByItems([[1, 0], [1], [0, 0]])
    }
    #expect(try PersonsByItems([[1, 0]]) == nil)
    #expect(PersonsAndForms(try table([[1, 0, 1]])) == nil)
    #expect(PersonsAndForms(ResponseTable(itemCount: 4)) == nil)
    #expect(try PersonsByItems([[1, 1], [1, 1]])?.alpha == nil)
  }

  @Test("Lord's standard error: 2.10 points for 14 of 20, none at either end")
  func lord() {
    expectClose(ErrorAtCut.lord(points: 14, items: 20), (14.0 * 6 / 19).squareRoot())
    #expect(ErrorAtCut.lord(points: 0, items: 20) == 0 && ErrorAtCut.lord(points: 20, items: 20) == 0)
    #expect(ErrorAtCut.lord(points: 21, items: 20) == nil && ErrorAtCut.lord(points: 1, items: 1) == nil)
  }

  @Test("the error seen at the cut is Lord's for right or wrong answers, and smaller for partial credit")
  func observedError() throws {
    let whole = try table([[1, 1, 1, 0], [1, 0, 1, 1], [0, 0, 0, 1]])
    let found = try #require(ErrorAtCut.observed(whole, cut: 3, reach: 0, leastCount: 2))
    #expect(found.count == 2)
    expectClose(found.value, ErrorAtCut.lord(points: 3, items: 4))
    let partial = try #require(ErrorAtCut.observed(try table([[1, 0.5, 1, 0.5]]), cut: 3, reach: 0, leastCount: 1))
    #expect(partial.value < found.value)
    #expect(ErrorAtCut.observed(whole, cut: 3, reach: 0, leastCount: 3) == nil)
  }
}
