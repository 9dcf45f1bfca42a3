import Testing

@testable import Measurement

@Suite("Differences between groups")
struct MantelHaenszelTests {
  private struct Vectors: Decodable {
    let tables: [Table]
  }

  private struct Table: Decodable {
    let strata: [[[Int]]]
    let oddsRatio: Double
    let standardError: Double
    let chiSquare: Double
    let probability: Double

    var counted: [Stratum] {
      strata.map {
        Stratum(
          referenceRight: $0[0][0], referenceWrong: $0[0][1], focalRight: $0[1][0], focalWrong: $0[1][1])
      }
    }
  }

  @Test("odds ratio, Robins–Breslow–Greenland error and corrected chi-square are those of statsmodels")
  func statsmodels() throws {
    for table in try VectorFile.read("differences", as: Vectors.self).tables {
      let found = try #require(MantelHaenszel(table.counted))
      expectClose(found.oddsRatio, table.oddsRatio)
      expectClose(found.standardError, table.standardError)
      expectClose(found.chiSquare, table.chiSquare)
      expectClose(found.probability, table.probability)
    }
  }

  @Test("admissions to Berkeley by department (Science 187, 1975), as R's mantelhaen.test gives them")
  func berkeley() throws {
    let table = try #require(try VectorFile.read("differences", as: Vectors.self).tables.first)
    let found = try #require(MantelHaenszel(table.counted))
    #expect(abs(found.oddsRatio - 0.9046968) < 1e-7)
    #expect(abs(found.chiSquare - 1.4269) < 5e-5 && abs(found.probability - 0.2323) < 5e-5)
    #expect(abs(found.interval.lower - 0.7719074) < 1e-7 && abs(found.interval.upper - 1.0603298) < 1e-7)
    #expect(found.class == .a)
  }

  @Test("ETS classes: large and sure is C, small or unsure is A, between is B; below 0 is harder for the focal group")
  func classes() throws {
    /// 60 of 100 of the reference group, against so many of the focal group.
    func judged(_ focalRight: Int, times: Int) -> MantelHaenszel? {
      MantelHaenszel([
        Stratum(
          referenceRight: 60 * times, referenceWrong: 40 * times, focalRight: focalRight * times,
          focalWrong: (100 - focalRight) * times)
      ])
    }
    #expect(judged(30, times: 2)?.class == .c)
    #expect(judged(45, times: 4)?.class == .b)
    #expect(judged(58, times: 20)?.class == .a)
    #expect(judged(30, times: 2)?.delta ?? 0 < -1.5)
    #expect(judged(88, times: 2)?.delta ?? 0 > 1.5)
    let unsure = try #require(
      MantelHaenszel([Stratum(referenceRight: 3, referenceWrong: 2, focalRight: 2, focalWrong: 3)]))
    #expect(abs(unsure.delta) > 1.5 && unsure.class == .a)
  }

  @Test("delta is -2.35 ln of the odds ratio")
  func delta() throws {
    let found = try #require(
      MantelHaenszel([Stratum(referenceRight: 20, referenceWrong: 10, focalRight: 10, focalWrong: 10)]))
    #expect(found.oddsRatio == 2)
    expectClose(found.delta, -2.35 * 0.6931471805599453)
    expectClose(found.deltaError, 2.35 * found.standardError)
  }

  @Test("groups that pass alike in every band do not differ, however unlike their bands are")
  func noDifference() throws {
    // Simpson's paradox: the focal group is mostly in the lower band.
    let found = try #require(
      MantelHaenszel([
        Stratum(referenceRight: 80, referenceWrong: 20, focalRight: 8, focalWrong: 2),
        Stratum(referenceRight: 2, referenceWrong: 8, focalRight: 20, focalWrong: 80),
      ]))
    #expect(found.oddsRatio == 1 && found.chiSquare == 0 && found.probability == 1)
  }

  @Test("nothing is compared where one group is missing or all are right")
  func nothingToCompare() {
    #expect(MantelHaenszel([]) == nil)
    #expect(MantelHaenszel([Stratum(referenceRight: 9, referenceWrong: 4)]) == nil)
    #expect(MantelHaenszel([Stratum(referenceRight: 9, focalRight: 7)]) == nil)
    #expect(MantelHaenszel([Stratum(referenceRight: 1), Stratum(focalWrong: 1)]) == nil)
  }
}
