import Assessment
import TestSupport
import Testing

@testable import sathach

@Suite("Counting a bank")
struct BankCensusTests {
  @Test("live counts what can be drawn for a form that counts, and nothing else")
  func live() throws {
    let json = BankCensus(try SampleBank.make(tested: 8)).json

    #expect(number(json["live"]) == 16)
    #expect(number(json["items"]) == 25)
    #expect(number(json["use"]?["warm-up"]) == 3)
    #expect(number(json["competence"]?["an-toan.mot"]?["items"]) == 11)
    #expect(number(json["competence"]?["an-toan.mot"]?["live"]) == 8)
    #expect(number(json["practical"]) == 0)
  }

  private func number(_ json: JSON?) -> Int? {
    if case .integer(let number)? = json?.value { return number }
    return nil
  }
}
