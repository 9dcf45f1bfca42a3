/// Whether an item is harder for one group than for another group of people who do as well on the rest of their forms.
package struct ItemDifference: Equatable, Sendable {
  /// On which side of a comparison an attempt stands.
  package enum Group: UInt8, Equatable, Sendable {
    case reference
    case focal
    /// Not compared: another group, or not known.
    case neither
  }

  package let item: Int
  /// People of each group who had the item.
  package let reference: Int
  package let focal: Int
  /// Nil for small groups, and where the strata hold no comparison.
  package let result: MantelHaenszel?

  /// For every item, by its number. People are matched by the mean credit of the other items of their form in `bands`
  /// bands of equal width; an item counts as right with full credit only. `groups` has one entry an attempt (missing ones
  /// are neither); nothing is said of an item that fewer than `leastCount` people of either group had.
  package static func all(
    of table: ResponseTable, groups: [Group], bands: Int = 10, leastCount: Int
  ) -> [ItemDifference] {
    let columns = ItemColumns(table)
    var strata = [Stratum](repeating: Stratum(), count: max(1, bands))
    return (0..<table.itemCount).map { item in
      for band in strata.indices { strata[band] = Stratum() }
      for number in columns.responses(to: item) {
        let response = Int(number)
        let attempt = Int(columns.attempts[response])
        guard attempt < groups.count, columns.rests[response] >= 0 else { continue }
        // A share that stands on the edge of a band belongs above it, whatever its last bit says.
        let band = min(strata.count - 1, Int(columns.rests[response] * Double(strata.count) + 1e-9))
        strata[band].add(groups[attempt], isRight: table.credits[response] == 100)
      }
      return ItemDifference(item: item, strata: strata, leastCount: leastCount)
    }
  }

  private init(item: Int, strata: [Stratum], leastCount: Int) {
    self.item = item
    reference = strata.reduce(0) { $0 + $1.reference }
    focal = strata.reduce(0) { $0 + $1.focal }
    result = min(reference, focal) >= leastCount ? MantelHaenszel(strata) : nil
  }
}

extension Stratum {
  fileprivate mutating func add(_ group: ItemDifference.Group, isRight: Bool) {
    switch (group, isRight) {
    case (.reference, true): referenceRight += 1
    case (.reference, false): referenceWrong += 1
    case (.focal, true): focalRight += 1
    case (.focal, false): focalWrong += 1
    case (.neither, _): break
    }
  }
}
