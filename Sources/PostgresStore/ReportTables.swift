import Assessment
import Province
import UseCases

/// The tables `report_cell`, `report_part_cell` and `practice_cell`: kept counts, read. The whole province is the sum over
/// the communes and what stands under `00000`: what people of several communes make it differ by.
extension PostgresProvince: ProvinceReports {
  package func counts(in scope: Contribution.Scope, of commune: Commune) throws -> [ReportGroup: GroupCount] {
    var counts: [ReportGroup: GroupCount] = [:]
    try connection.each(
      """
      SELECT sum(people), sum(passed), sum(attempts), sum(attempts_passed), audience, age_band, sex, is_assisted, is_later
      FROM report_cell WHERE kind = $1 AND start = $2 AND scope = $3 AND (commune = $4 OR $4 = '00000')
      GROUP BY audience, age_band, sex, is_assisted, is_later HAVING sum(attempts) <> 0 OR sum(people) <> 0
      """, Self.values(scope) + [.text(commune.code)]
    ) { row in
      let group = ReportGroup(
        audience: Audience.ID(row.text(4)), hamlet: nil, age: AgeBand(years: row.int(5)),
        sex: Sex(rawValue: row.text(6)), isAssisted: row.flag(7), isLater: row.flag(8))
      counts[group] = Self.count(row)
    }
    return counts
  }

  package func partCounts(in scope: Contribution.Scope, of commune: Commune) throws -> [ReportPart: PartCount] {
    var counts: [ReportPart: PartCount] = [:]
    try connection.each(
      """
      SELECT sum(people), sum(reached), sum(asked), sum(credit), part FROM report_part_cell
      WHERE kind = $1 AND start = $2 AND scope = $3 AND (commune = $4 OR $4 = '00000')
      GROUP BY part HAVING sum(people) <> 0
      """, Self.values(scope) + [.text(commune.code)]
    ) { counts[try PartText.part(of: $0.text(4))] = Self.partCount($0) }
    return counts
  }

  package func countsByCommune(in scope: Contribution.Scope) throws -> [Commune: GroupCount] {
    var counts: [Commune: GroupCount] = [:]
    try connection.each(
      """
      SELECT sum(people), sum(passed), sum(attempts), sum(attempts_passed), commune FROM report_cell
      WHERE kind = $1 AND start = $2 AND scope = $3 AND commune <> '00000' GROUP BY commune HAVING sum(attempts) <> 0
      """, Self.values(scope)
    ) { counts[Commune(code: $0.text(4))] = Self.count($0) }
    return counts
  }

  package func countsByCommuneAndAudience(
    in period: CalendarPeriod
  ) throws -> [Commune: [Audience.ID: GroupCount]] {
    var counts: [Commune: [Audience.ID: GroupCount]] = [:]
    try connection.each(
      """
      SELECT sum(people), sum(passed), sum(attempts), sum(attempts_passed), commune, scope FROM report_cell
      WHERE kind = $1 AND start = $2 AND scope <> '' AND commune <> '00000'
      GROUP BY commune, scope HAVING sum(attempts) <> 0
      """, [.text(period.kind.rawValue), PostgresValue(period.start)]
    ) { counts[Commune(code: $0.text(4)), default: [:]][Audience.ID($0.text(5))] = Self.count($0) }
    return counts
  }

  package func partCountsByCommune(in scope: Contribution.Scope) throws -> [Commune: [ReportPart: PartCount]] {
    var counts: [Commune: [ReportPart: PartCount]] = [:]
    try connection.each(
      """
      SELECT people, reached, asked, credit, part, commune FROM report_part_cell
      WHERE kind = $1 AND start = $2 AND scope = $3 AND commune <> '00000' AND people <> 0
      """, Self.values(scope)
    ) { counts[Commune(code: $0.text(5)), default: [:]][try PartText.part(of: $0.text(4))] = Self.partCount($0) }
    return counts
  }

  package func practiceCounts(in period: CalendarPeriod, of commune: Commune) throws -> [Audience.ID: Int] {
    var counts: [Audience.ID: Int] = [:]
    try connection.each(
      """
      SELECT sum(attempts), audience FROM practice_cell
      WHERE kind = $1 AND start = $2 AND (commune = $3 OR $3 = '00000') GROUP BY audience HAVING sum(attempts) <> 0
      """, [.text(period.kind.rawValue), PostgresValue(period.start), .text(commune.code)]
    ) { counts[Audience.ID($0.text(1))] = $0.int(0) }
    return counts
  }

  package func latestMonth() throws -> CalendarPeriod? {
    let start = try connection.first(
      "SELECT max(start) FROM report_cell WHERE kind = 'month' AND attempts <> 0"
    ) { $0.optionalInt(0) }
    return start.flatMap { $0 }.flatMap { CalendarPeriod(.month, year: $0 / 100, number: $0 % 100) }
  }

  package func communeNames() throws -> [Commune: String] {
    var names: [Commune: String] = [:]
    try connection.each("SELECT commune, name FROM commune") { names[Commune(code: $0.text(0))] = $0.text(1) }
    return names
  }

  package func name(_ commune: Commune, _ name: String) throws {
    try connection.run(
      "INSERT INTO commune (commune, name) VALUES ($1, $2) ON CONFLICT (commune) DO UPDATE SET name = excluded.name",
      [.text(commune.code), .text(name)])
  }

  private static func values(_ scope: Contribution.Scope) -> [PostgresValue] {
    [.text(scope.period.kind.rawValue), PostgresValue(scope.period.start), .text(scope.audience?.text ?? "")]
  }

  private static func count(_ row: PostgresRow) -> GroupCount {
    GroupCount(people: row.int(0), passed: row.int(1), attempts: row.int(2), attemptsPassed: row.int(3))
  }

  private static func partCount(_ row: PostgresRow) -> PartCount {
    PartCount(people: row.int(0), reached: row.int(1), asked: row.int(2), credit: row.int(3))
  }
}
