import Assessment

/// A commune in which forty people were tested, most of them women of 68, who knew from nothing to everything.
package enum StatisticsBox {
  package static let people = 40
  /// On every second form or more, since each area has three tested items.
  package static let item = "an-toan-1"

  package static func filled() throws -> TestBox {
    let box = try TestBox(bank: SampleBank.make(tested: 3))
    try box.hireOffice()
    for number in 1...people {
      _ = try box.finished(TestBox.card(number), right: number % 5, session: box.session(UInt8(number)))
    }
    return box
  }
}
