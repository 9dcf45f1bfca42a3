import Bundles
import Province
import Slip

/// The highest numbers of people and attempts that were here before a bundle, box by box.
struct HighWaterMarks {
  private let connection: PostgresConnection
  private let commune: Commune
  private var known: [Issuer: (person: Int64, attempt: Int64)] = [:]
  /// Whether nobody of the commune was here; known with the first mark.
  private(set) var wasEmpty = false

  init(_ connection: PostgresConnection, commune: Commune) {
    (self.connection, self.commune) = (connection, commune)
  }

  /// Whether nothing was here under that number or a higher one.
  mutating func person(_ id: BundledID) throws -> Bool { id.number > (try marks(of: id.origin).person) }

  mutating func attempt(_ id: BundledID) throws -> Bool { id.number > (try marks(of: id.origin).attempt) }

  private mutating func marks(of device: Issuer) throws -> (person: Int64, attempt: Int64) {
    if let marks = known[device] { return marks }
    let isFirst = known.isEmpty
    let marks = try connection.first(
      """
      SELECT (SELECT coalesce(max(person), 0) FROM box_person WHERE commune = $1 AND device = $2),
        (SELECT coalesce(max(attempt), 0) FROM attempt WHERE commune = $1 AND device = $2),
        NOT EXISTS (SELECT 1 FROM box_person WHERE commune = $1)
      """, [.text(commune.code), .text(device.text)]
    ) { row in
      // Of the bundle itself there may be rows by the time a second box is looked up.
      if isFirst { wasEmpty = row.flag(2) }
      return (person: row.number(0), attempt: row.number(1))
    }
    known[device] = marks
    return marks ?? (Int64.max, Int64.max)
  }
}
