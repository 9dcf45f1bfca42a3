/// One line of a distractor table: who chose an option.
package struct OptionStatistics: Equatable, Sendable {
  package let option: Int
  package let isKey: Bool
  /// Of all who had the item, with those who left it out.
  package let chosen: Proportion
  /// What the other items of their forms came to, 0…1; nil if nobody chose it.
  package let meanRest: Double?
  /// Of ``meanRest``; nil below two people.
  package let standardError: Double?

  static func all(
    _ shape: ItemShape, _ responses: ArraySlice<Int32>, _ table: ResponseTable, _ columns: ItemColumns
  ) -> [OptionStatistics] {
    guard shape.options > 0 else { return [] }
    var counts = [Int](repeating: 0, count: shape.options)
    var rests = [Moments](repeating: Moments(), count: shape.options)
    for number in responses {
      guard let option = table.option(of: Int(number)), option < shape.options else { continue }
      counts[option] += 1
      if columns.rests[Int(number)] >= 0 { rests[option].add(columns.rests[Int(number)]) }
    }
    return (0..<shape.options).map { option in
      OptionStatistics(
        option: option, isKey: option == shape.key, chosen: Proportion(counts[option], of: responses.count),
        meanRest: rests[option].count > 0 ? rests[option].mean : nil, standardError: rests[option].standardError)
    }
  }
}
