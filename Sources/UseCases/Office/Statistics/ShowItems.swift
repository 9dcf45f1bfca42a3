import Assessment
import Measurement

/// How each item did in a period.
package struct ItemFigures: Sendable {
  package struct Line: Sendable {
    package let id: Item.ID
    package let version: Int
    package let competence: Competence.ID
    package let statistics: ItemStatistics
    /// Empty also where there are too few answers: see ``isJudged``.
    package let flags: [ItemFlag]

    package var count: Int { statistics.exposure.numerator }
    /// Whether there are enough answers for flags.
    package var isJudged: Bool { count >= Kiosk.leastForFlag }
  }

  package let query: StatisticsQuery
  package let lines: [Line]
  /// Attempts that the figures rest on.
  package let attempts: Int

  package init(query: StatisticsQuery, lines: [Line], attempts: Int) {
    self.query = query
    self.lines = lines
    self.attempts = attempts
  }
}

extension Kiosk {
  /// Item by item over the attempts that reports count; every version of an item by itself. Items of the bank in force that
  /// nobody had are there too: that they were not drawn says something.
  ///
  /// - Parameter competence: only its items; forms are still read whole, since the rest of a form is all of it.
  package func itemFigures(
    _ query: StatisticsQuery, competence: Competence.ID? = nil, by order: ItemOrder = .item
  ) throws -> ItemFigures {
    let reading = try ItemReading(store: store, query: query)
    let inForce = try drawable(query.audience)
    let statistics = ItemStatistics.all(of: reading.table, shapes: reading.entries.map(\.shape))
    let lines = zip(reading.entries, statistics).filter { entry, figures in
      (competence ?? entry.competence) == entry.competence
        && (figures.exposure.numerator > 0 || inForce.contains(entry.key))
    }.map { ItemFigures.Line($0, $1) }
    return ItemFigures(query: query, lines: order.sorted(lines), attempts: reading.table.attemptCount)
  }

  private func drawable(_ audience: Audience.ID?) throws -> Set<ItemKey> {
    Set(
      try store.itemsInForce().filter { item in
        item.use == .tested && item.retirement == nil && (audience.map(item.audiences.contains) ?? true)
      }.map { ItemKey(id: $0.id, version: $0.version) })
  }
}

extension ItemFigures.Line {
  init(_ entry: ItemReading.Entry, _ statistics: ItemStatistics) {
    id = entry.key.id
    version = entry.key.version
    competence = entry.competence
    self.statistics = statistics
    flags = statistics.flags(ItemLimits(leastCount: Kiosk.leastForFlag))
  }
}

extension ItemOrder {
  /// Lines come by code and version, which decide between equals.
  func sorted(_ lines: [ItemFigures.Line]) -> [ItemFigures.Line] {
    guard self != .item else { return lines }
    return lines.enumerated().map { (key: key($0.element) ?? .infinity, place: $0.offset, line: $0.element) }
      .sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.line)
  }

  private func key(_ line: ItemFigures.Line) -> Double? {
    let figures = line.statistics
    let isShown = line.count >= Kiosk.leastForFigure
    switch self {
    case .item: return 0
    case .count: return -Double(line.count)
    case .exposure: return figures.exposure.rate.map { -$0 }
    case .facility: return isShown ? figures.facility?.value : nil
    case .discrimination: return line.isJudged ? figures.discrimination?.value : nil
    case .rest: return isShown ? figures.meanRest : nil
    case .omitted: return isShown ? figures.omitted.rate.map { -$0 } : nil
    case .time: return isShown ? figures.time.map { -$0.median } : nil
    case .flags: return line.isJudged ? -Double(line.flags.count) : nil
    }
  }
}
