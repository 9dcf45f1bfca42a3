/// Counts of parts. Attempts of one audience name theirs in the same order, some leaving out some: where a part stood the last
/// time is nearly always found without looking it up.
package struct PartTally: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    package let part: ReportPart
    package fileprivate(set) var count: PartCount
  }

  /// Rows looked at before the part is looked up; and rows that are looked through, since that takes less than hashing.
  private static let (nearby, few) = (4, 48)

  /// In the order in which the parts came.
  package private(set) var rows: [Row] = []
  /// Of rows after the first few.
  private var places: [ReportPart: Int] = [:]

  package init() {}

  package static func == (one: PartTally, other: PartTally) -> Bool {
    one.rows.count == other.rows.count
      && one.rows.allSatisfy { row in other.place(of: row.part).map { other.rows[$0] == row } ?? false }
  }

  package subscript(part: ReportPart) -> PartCount? { place(of: part).map { rows[$0].count } }

  /// - Parameter times: −1 takes the scores away.
  package mutating func add(_ scores: [PartScore], times: Int) {
    var next = 0
    for score in scores {
      let count = PartCount(score)
      add(times < 0 ? -count : count, of: score.part, near: &next)
    }
  }

  package mutating func add(_ other: PartTally) {
    var next = 0
    for row in other.rows { add(row.count, of: row.part, near: &next) }
  }

  package var withoutZeros: PartTally {
    var tally = PartTally()
    var next = 0
    for row in rows where row.count != PartCount() { tally.add(row.count, of: row.part, near: &next) }
    return tally
  }

  /// - Parameter next: where the part may stand; set to the row after it.
  private mutating func add(_ count: PartCount, of part: ReportPart, near next: inout Int) {
    let place = place(of: part, near: next)
    rows[place].count.add(count)
    next = place + 1
  }

  private mutating func place(of part: ReportPart, near next: Int) -> Int {
    var place = next
    while place < rows.count, place < next + Self.nearby {
      if rows[place].part == part { return place }
      place += 1
    }
    if let place = self.place(of: part) { return place }
    if rows.count >= Self.few { places[part] = rows.count }
    rows.append(Row(part: part, count: PartCount()))
    return rows.count - 1
  }

  private func place(of part: ReportPart) -> Int? {
    rows.prefix(Self.few).firstIndex { $0.part == part } ?? (rows.count > Self.few ? places[part] : nil)
  }
}
