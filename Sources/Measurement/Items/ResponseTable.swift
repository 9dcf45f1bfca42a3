/// Responses of many attempts, each on a form of its own: persons × items, with most cells empty by design. Kept by column,
/// eight bytes a response: 10,000 attempts of 30 items take 2.4 MB.
package struct ResponseTable: Sendable {
  package static let mostItems = Int(UInt16.max) + 1
  package static let mostOptions = Int(UInt8.max) - 1
  private static let omitted = UInt8.max
  private static let other = UInt8.max - 1
  private static let unknownTime = Int32(-1)

  package let itemCount: Int
  /// Where each attempt's responses begin, and one more: where the last end.
  private(set) var starts: [Int32] = [0]
  private(set) var items: [UInt16] = []
  private(set) var credits: [UInt8] = []
  private var options: [UInt8] = []
  private var times: [Int32] = []

  /// At most ``mostItems`` items.
  package init(itemCount: Int) {
    self.itemCount = min(max(0, itemCount), Self.mostItems)
  }

  package var attemptCount: Int { starts.count - 1 }
  package var responseCount: Int { items.count }

  /// Adds one attempt: every item of its form that counts, answered or not. Nothing is added if one response is impossible.
  package mutating func append(_ form: [ScoredResponse]) throws(MeasurementError) {
    for response in form { try check(response) }
    for response in form {
      items.append(UInt16(truncatingIfNeeded: response.item))
      credits.append(UInt8(truncatingIfNeeded: response.credit))
      options.append(Self.code(of: response.choice))
      times.append(response.milliseconds.map { Int32(clamping: max(0, $0)) } ?? Self.unknownTime)
    }
    starts.append(Int32(clamping: items.count))
  }

  package mutating func reserve(responses: Int) {
    items.reserveCapacity(responses)
    credits.reserveCapacity(responses)
    options.reserveCapacity(responses)
    times.reserveCapacity(responses)
  }

  private func check(_ response: ScoredResponse) throws(MeasurementError) {
    guard (0..<itemCount).contains(response.item) else {
      throw .itemOutOfRange(response.item, items: itemCount)
    }
    guard (0...100).contains(response.credit) else { throw .creditOutOfRange(response.credit) }
    if case .option(let option) = response.choice, !(0..<Self.mostOptions).contains(option) {
      throw .optionOutOfRange(option)
    }
  }

  private static func code(of choice: ScoredResponse.Choice) -> UInt8 {
    switch choice {
    case .omitted: omitted
    case .other: other
    case .option(let option): UInt8(truncatingIfNeeded: option)
    }
  }

  func responses(of attempt: Int) -> Range<Int> {
    Int(starts[attempt])..<Int(starts[attempt + 1])
  }

  func isOmitted(_ response: Int) -> Bool { options[response] == Self.omitted }

  func option(of response: Int) -> Int? {
    options[response] < Self.other ? Int(options[response]) : nil
  }

  func milliseconds(of response: Int) -> Int32? {
    times[response] == Self.unknownTime ? nil : times[response]
  }
}
