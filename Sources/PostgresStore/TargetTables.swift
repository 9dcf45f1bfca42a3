import Assessment
import Province
import UseCases

/// The tables `target` and `population`; no audience stands as an empty text.
extension PostgresProvince: ProvinceTargets {
  package func targets() throws -> [ProvinceTarget] {
    try connection.all("SELECT audience, percent, deadline, document FROM target ORDER BY audience") { row in
      ProvinceTarget(
        audience: Self.audience(row.text(0)), percent: row.int(1),
        deadline: try Self.day(row.text(2), "target"), document: row.text(3))
    }
  }

  package func keep(_ target: ProvinceTarget) throws {
    try connection.run(
      """
      INSERT INTO target (audience, percent, deadline, document) VALUES ($1, $2, $3, $4)
      ON CONFLICT (audience) DO UPDATE SET percent = excluded.percent, deadline = excluded.deadline,
        document = excluded.document
      """,
      [
        .text(target.audience?.text ?? ""), PostgresValue(target.percent), .text(target.deadline.iso),
        .text(target.document),
      ])
  }

  package func dropTarget(of audience: Audience.ID?) throws -> Bool {
    try connection.run("DELETE FROM target WHERE audience = $1", [.text(audience?.text ?? "")]) > 0
  }

  package func populations(of audience: Audience.ID?) throws -> [Commune: CommunePopulation] {
    var found: [Commune: CommunePopulation] = [:]
    try connection.each(
      "SELECT commune, people, day, source FROM population WHERE audience = $1", [.text(audience?.text ?? "")]
    ) { row in
      let commune = Commune(code: row.text(0))
      found[commune] = CommunePopulation(
        commune: commune, audience: audience, people: row.int(1), day: try Self.day(row.text(2), "population"),
        source: row.text(3))
    }
    return found
  }

  package func keep(_ populations: [CommunePopulation]) throws {
    try connection.atomically {
      for population in populations {
        try connection.run(
          """
          INSERT INTO population (commune, audience, people, day, source) VALUES ($1, $2, $3, $4, $5)
          ON CONFLICT (commune, audience) DO UPDATE SET people = excluded.people, day = excluded.day,
            source = excluded.source
          """,
          [
            .text(population.commune.code), .text(population.audience?.text ?? ""), PostgresValue(population.people),
            .text(population.day.iso), .text(population.source),
          ])
      }
    }
  }

  private static func audience(_ text: String) -> Audience.ID? { text.isEmpty ? nil : Audience.ID(text) }

  private static func day(_ text: String, _ table: String) throws -> CivilDate {
    guard let day = CivilDate(iso: text) else { throw PostgresError.unreadable(table: table, column: "day") }
    return day
  }
}
