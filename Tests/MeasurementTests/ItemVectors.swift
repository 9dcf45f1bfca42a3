@testable import Measurement

/// 120 people, each with 6 of 14 items, and what NumPy, SciPy and statsmodels make of them.
struct ItemVectors: Decodable {
  struct Found: Decodable {
    let count: Int
    let facility: Double
    let standardError: Double
    let facilityInterval: [Double]
    let discrimination: Double
    let discriminationInterval: [Double]
    let omitted: Int
    let quartiles: [Double]
    let times: Int
    let chosen: [Int]
    let meanRest: [Double?]
    let restError: [Double?]
  }

  struct Difference: Decodable {
    let reference: Int
    let focal: Int
    let oddsRatio: Double?
    let standardError: Double?
    let chiSquare: Double?
    let probability: Double?
  }

  let people: Int
  let items: Int
  let responses: [[Int]]
  let found: [Found]
  let groups: [UInt8]
  let bands: Int
  let differences: [Difference]

  func table() throws -> ResponseTable {
    var table = ResponseTable(itemCount: items)
    for person in 0..<people {
      try table.append(responses.filter { $0[0] == person }.map(Self.response))
    }
    return table
  }

  /// Every fifth item is of a kind without options.
  var shapes: [ItemShape] {
    (0..<items).map { $0 % 5 == 4 ? ItemShape() : ItemShape(options: 4, key: 0) }
  }

  private static func response(_ row: [Int]) -> ScoredResponse {
    ScoredResponse(
      item: row[1], credit: row[2], choice: row[3] == -1 ? .omitted : row[3] == -2 ? .other : .option(row[3]),
      milliseconds: row[4] < 0 ? nil : row[4])
  }
}
