/// The same responses gathered by item, with what the rest of each form came to. Built once in three passes over the table.
struct ItemColumns {
  /// Where each item's responses begin in ``order``, and where the last end.
  let starts: [Int32]
  /// Numbers of responses in the table.
  let order: [Int32]
  /// The attempt of each response, by its number in the table.
  let attempts: [Int32]
  /// For each response, by its number in the table: the other items' mean credit on the same form, 0…1; negative where the
  /// form has no other item.
  let rests: [Double]

  init(_ table: ResponseTable) {
    var starts = [Int32](repeating: 0, count: table.itemCount + 1)
    for item in table.items { starts[Int(item) + 1] += 1 }
    for item in 0..<table.itemCount { starts[item + 1] += starts[item] }
    var next = starts
    var order = [Int32](repeating: 0, count: table.responseCount)
    var attempts = order
    var rests = [Double](repeating: -1, count: table.responseCount)
    for attempt in 0..<table.attemptCount {
      let form = table.responses(of: attempt)
      let sum = form.reduce(0) { $0 + Int(table.credits[$1]) }
      for response in form {
        let item = Int(table.items[response])
        order[Int(next[item])] = Int32(truncatingIfNeeded: response)
        next[item] += 1
        attempts[response] = Int32(truncatingIfNeeded: attempt)
        if form.count > 1 {
          rests[response] = Double(sum - Int(table.credits[response])) / Double(100 * (form.count - 1))
        }
      }
    }
    self.starts = starts
    self.order = order
    self.attempts = attempts
    self.rests = rests
  }

  /// The responses to an item, in the order of the attempts.
  func responses(to item: Int) -> ArraySlice<Int32> {
    order[Int(starts[item])..<Int(starts[item + 1])]
  }
}
