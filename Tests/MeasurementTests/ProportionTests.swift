import Testing

@testable import Measurement

@Suite("Rates")
struct ProportionTests {
  private struct Vectors: Decodable {
    let wilson: [[Double]]
  }

  @Test(
    "the score interval is Newcombe's (Statistics in Medicine 17, 1998, table I, method 3)",
    arguments: [
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
    ])
  func newcombe(numerator: Int, denominator: Int, lower: Double, upper: Double) throws {
    let interval = try #require(Proportion(numerator, of: denominator).interval)
    #expect(abs(interval.lower - lower) < 0.00005 && abs(interval.upper - upper) < 0.00005)
  }

  @Test("the score interval is that of statsmodels, for none, all and a million")
  func statsmodels() throws {
    for row in try VectorFile.read("rates", as: Vectors.self).wilson {
      let interval = try #require(Proportion(Int(row[0]), of: Int(row[1])).interval)
      expectClose(interval.lower, row[2])
      expectClose(interval.upper, row[3])
    }
  }

  @Test("none starts at 0 and all ends at 1, exactly")
  func ends() {
    for count in [1, 7, 20, 263, 99_991] {
      #expect(Proportion(0, of: count).interval?.lower == 0)
      #expect(Proportion(count, of: count).interval?.upper == 1)
    }
  }

  @Test("of nobody there is no rate, nor of counts that contradict each other")
  func nobody() {
    for proportion in [Proportion(0, of: 0), Proportion(3, of: 2), Proportion(-1, of: 2), Proportion(0, of: -1)] {
      #expect(proportion.rate == nil && proportion.interval == nil && proportion.tenthsOfPercent == nil)
    }
  }

  @Test("half a tenth of a per cent is rounded up, whatever its binary fraction")
  func halves() {
    #expect(Rounding.tenthsOfPercent(1, of: 2_000) == 1)
    #expect(Rounding.tenthsOfPercent(247, of: 2_000) == 124)
    #expect(Rounding.tenthsOfPercent(249, of: 2_000) == 125)
    #expect(Rounding.tenthsOfPercent(2, of: 3) == 667)
    #expect(Proportion(7, of: 7).tenthsOfPercent == 1_000)
    #expect(Rounding.tenthsOfPercent(share: 0.1235) == 124)
    #expect(Rounding.hundredths(-0.125) == -12)
  }

  @Test("rounding is within half a tenth for every rate of up to 60 people")
  func neverFarther() {
    for denominator in 1...60 {
      for numerator in 0...denominator {
        let tenths = Proportion(numerator, of: denominator).tenthsOfPercent ?? -1
        let doubled = 2 * (1_000 * numerator - tenths * denominator)
        #expect(doubled < denominator && doubled >= -denominator)
      }
    }
  }

  @Test("what cannot be rounded is nothing")
  func unroundable() {
    #expect(Rounding.tenthsOfPercent(.max, of: 3) == nil)
    #expect(Rounding.hundredths(.nan) == nil && Rounding.hundredths(.infinity) == nil)
  }
}
