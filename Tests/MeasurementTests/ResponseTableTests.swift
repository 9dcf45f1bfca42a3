import Testing

@testable import Measurement

@Suite("Responses by column")
struct ResponseTableTests {
  @Test("a form with an impossible response adds nothing")
  func impossibleResponses() throws {
    var table = ResponseTable(itemCount: 3)
    let good = ScoredResponse(item: 0, credit: 100)
    #expect(throws: MeasurementError.creditOutOfRange(101)) {
      try table.append([good, ScoredResponse(item: 1, credit: 101)])
    }
    #expect(throws: MeasurementError.itemOutOfRange(3, items: 3)) {
      try table.append([ScoredResponse(item: 3, credit: 0)])
    }
    #expect(throws: MeasurementError.itemOutOfRange(-1, items: 3)) {
      try table.append([ScoredResponse(item: -1, credit: 0)])
    }
    #expect(throws: MeasurementError.optionOutOfRange(254)) {
      try table.append([ScoredResponse(item: 0, credit: 0, choice: .option(254))])
    }
    #expect(table.attemptCount == 0 && table.responseCount == 0)
    try table.append([good])
    #expect(table.attemptCount == 1)
  }

  @Test("a table of nobody has no figures and no flags")
  func nobody() {
    let statistics = ItemStatistics.all(of: ResponseTable(itemCount: 2), shapes: [])
    #expect(statistics.count == 2)
    #expect(statistics.allSatisfy { $0.facility == nil && $0.discrimination == nil && $0.time == nil })
    #expect(statistics.allSatisfy { $0.flags(ItemLimits(leastCount: 0)).isEmpty })
  }
}
