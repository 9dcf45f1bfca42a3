import Testing

@testable import Measurement

@Suite("Items, held against NumPy, SciPy and statsmodels")
struct ItemStatisticsTests {
  private let vectors: ItemVectors
  private let statistics: [ItemStatistics]

  init() throws {
    vectors = try VectorFile.read("items")
    statistics = ItemStatistics.all(of: try vectors.table(), shapes: vectors.shapes)
  }

  @Test("facility with its standard error and interval, exposure and omissions")
  func facility() throws {
    for (item, expected) in zip(statistics, vectors.found) {
      let facility = try #require(item.facility)
      #expect(facility.count == expected.count && item.omitted == Proportion(expected.omitted, of: expected.count))
      #expect(item.exposure == Proportion(expected.count, of: vectors.people))
      expectClose(facility.value, expected.facility)
      expectClose(item.standardError, expected.standardError)
      expectClose(facility.interval?.lower, expected.facilityInterval[0])
      expectClose(facility.interval?.upper, expected.facilityInterval[1])
    }
  }

  @Test("corrected discrimination with Fisher's interval")
  func discrimination() throws {
    for (item, expected) in zip(statistics, vectors.found) {
      let discrimination = try #require(item.discrimination)
      #expect(discrimination.count == expected.count)
      expectClose(discrimination.value, expected.discrimination)
      expectClose(discrimination.interval?.lower, expected.discriminationInterval[0])
      expectClose(discrimination.interval?.upper, expected.discriminationInterval[1])
    }
  }

  @Test("the distractor table: who chose what, and how they did elsewhere")
  func distractors() {
    for (item, expected) in zip(statistics, vectors.found) {
      #expect(item.options.map(\.chosen.numerator) == expected.chosen)
      for (index, option) in item.options.enumerated() {
        expectClose(option.meanRest, expected.meanRest[index])
        expectClose(option.standardError, expected.restError[index])
      }
    }
  }

  @Test("median and quartiles of the time")
  func time() throws {
    for (item, expected) in zip(statistics, vectors.found) {
      let time = try #require(item.time)
      #expect(time.count == expected.times)
      expectClose(time.lowerQuartile, expected.quartiles[0])
      expectClose(time.median, expected.quartiles[1])
      expectClose(time.upperQuartile, expected.quartiles[2])
      #expect(try #require(time.medianInterval).contains(time.median))
    }
  }

  @Test("the interval of a median of 100 times runs from the 40th to the 61st, 50 ± 9.8 rounded")
  func medianInterval() {
    var times = (1...100).reversed().map { Int32($0 * 1_000) }
    #expect(AnswerTime(milliseconds: &times)?.medianInterval == Interval(lower: 40, upper: 61))
    var few: [Int32] = [3, 1, 2]
    #expect(AnswerTime(milliseconds: &few)?.medianInterval == nil)
  }

  @Test("a person's rest is a share: a long form weighs no more than a short one")
  func restIsAShare() throws {
    var table = ResponseTable(itemCount: 8)
    try table.append([ScoredResponse(item: 0, credit: 100), ScoredResponse(item: 1, credit: 50)])
    try table.append([ScoredResponse(item: 0, credit: 0)] + (1..<8).map { ScoredResponse(item: $0, credit: 50) })
    try table.append([ScoredResponse(item: 0, credit: 100)])
    // The first two have the same rest, the third has none: nothing to correlate.
    #expect(ItemStatistics.all(of: table, shapes: [])[0].discrimination == nil)
    #expect(ItemColumns(table).rests.prefix(3) == [0.5, 1, 0.5])
  }

  @Test("differences between groups are those of statsmodels; none for small groups")
  func differences() throws {
    let groups = vectors.groups.compactMap(ItemDifference.Group.init)
    let table = try vectors.table()
    let found = ItemDifference.all(of: table, groups: groups, bands: vectors.bands, leastCount: 0)
    for (difference, expected) in zip(found, vectors.differences) {
      #expect(difference.reference == expected.reference && difference.focal == expected.focal)
      expectClose(difference.result?.oddsRatio, expected.oddsRatio)
      expectClose(difference.result?.standardError, expected.standardError)
      expectClose(difference.result?.chiSquare, expected.chiSquare)
      expectClose(difference.result?.probability, expected.probability)
    }
    let strict = ItemDifference.all(of: table, groups: groups, bands: vectors.bands, leastCount: 20)
    #expect(
      zip(strict, found).allSatisfy { ($0.result == nil) == (min($1.reference, $1.focal) < 20 || $1.result == nil) })
  }
}
