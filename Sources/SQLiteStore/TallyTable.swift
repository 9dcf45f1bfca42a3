import Assessment
import UseCases

/// The table `tally`.
extension KioskStore {
  private static let talliesOfDay = Query(
    "SELECT audience, kind, count FROM tally WHERE day = ?1 ORDER BY audience, kind")
  private static let countTally = Query(
    """
    INSERT INTO tally (day, audience, kind, count) VALUES (?1, ?2, ?3, max(?4, 0))
    ON CONFLICT (day, audience, kind) DO UPDATE SET count = count + ?4 RETURNING count
    """)

  package func tallies(on day: CivilDate) throws -> [Tally] {
    try database.use(Self.talliesOfDay) { statement in
      statement.bind(DayText.text(of: day))
      var tallies: [Tally] = []
      while try statement.step() {
        tallies.append(
          Tally(
            audience: Audience.ID(statement.text(0)), kind: try word(statement, 1, "kind", of: "tally"),
            count: statement.int(2)))
      }
      return tallies
    }
  }

  package func count(_ kind: TallyKind, of audience: Audience.ID, on day: CivilDate, by step: Int) throws -> Int {
    try database.use(Self.countTally) { statement in
      statement.bind(DayText.text(of: day))
      statement.bind(audience.text)
      statement.bind(kind.rawValue)
      statement.bind(step)
      guard try statement.step() else { throw SQLiteStoreError.rowMissing(table: "tally", what: "count") }
      return statement.int(0)
    }
  }
}

/// A day as `YYYY-MM-DD`.
enum DayText {
  static func text(of day: CivilDate) -> String {
    "\(padded(day.year, 4))-\(padded(day.month, 2))-\(padded(day.day, 2))"
  }

  private static func padded(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
  }
}
