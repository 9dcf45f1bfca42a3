import Assessment
import Measurement

/// All there is to say of one item, version by version, the newest first.
package struct ItemDetail: Sendable {
  package struct Version: Sendable {
    package let line: ItemFigures.Line
    /// Nil where the content of that version cannot be read any more.
    package let item: Item?
    package let differences: [(comparison: ItemComparison, found: ItemDifference)]
  }

  package let query: StatisticsQuery
  package let id: Item.ID
  package let versions: [Version]
  package let attempts: Int
}

extension Kiosk {
  /// Nil where no such item was ever stored.
  package func itemDetail(_ id: Item.ID, _ query: StatisticsQuery) throws -> ItemDetail? {
    let reading = try ItemReading(store: store, query: query)
    let places = reading.entries.indices.filter { reading.entries[$0].key.id == id }
    guard !places.isEmpty else { return nil }
    let statistics = ItemStatistics.all(of: reading.table, shapes: reading.entries.map(\.shape))
    let differences = ItemComparison.allCases.map { comparison in
      (
        comparison,
        ItemDifference.all(
          of: reading.table, groups: reading.groups[comparison], leastCount: Self.leastForFlag)
      )
    }
    let versions = places.reversed().map { place in
      ItemDetail.Version(
        line: ItemFigures.Line(reading.entries[place], statistics[place]), item: reading.entries[place].item,
        differences: differences.map { ($0.0, $0.1[place]) })
    }
    // An old version that nobody had in the period has nothing to say; the newest stands there in any case.
    return ItemDetail(
      query: query, id: id,
      versions: versions.enumerated().filter { $0.offset == 0 || $0.element.line.count > 0 }.map(\.element),
      attempts: reading.table.attemptCount)
  }
}
