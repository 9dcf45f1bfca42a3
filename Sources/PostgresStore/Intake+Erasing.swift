import Bundles

/// How people are erased.
extension Intake {
  /// Name, number, birth and answers go; what was counted stays. The keyed hash goes where nobody else of the province is
  /// counted by it; in other communes it still says that the two are one person.
  func applyErasures() throws {
    let people = Array(Set(erasures.map(\.person)))
    guard !people.isEmpty else { return }
    let erased = [here] + PostgresValue.ids(people)
    try connection.stepwise {
      try connection.run(
        """
        UPDATE box_person p SET personal = NULL, is_erased = true
        FROM unnest($2::text[], $3::bigint[]) AS e (device, person)
        WHERE p.commune = $1 AND p.device = e.device AND p.person = e.person
        """, erased)
      try connection.run(
        """
        DELETE FROM box_certificate c USING unnest($2::text[], $3::bigint[]) AS e (device, person)
        WHERE c.commune = $1 AND c.device = e.device AND c.person = e.person
        """, erased)
      try forgetAnswers(of: erased)
      try forgetKeys(of: erased)
    }
  }

  private func forgetAnswers(of erased: [PostgresValue]) throws {
    let attempts = try connection.all(
      """
      SELECT a.device, a.attempt FROM unnest($2::text[], $3::bigint[]) AS e (device, person)
      CROSS JOIN LATERAL (SELECT key FROM box_person b
        WHERE b.commune = $1 AND b.device = e.device AND b.person = e.person OFFSET 0) p
      CROSS JOIN LATERAL (SELECT device, attempt FROM attempt n WHERE n.key = p.key AND n.commune = $1
        AND n.person_device = e.device AND n.person = e.person OFFSET 0) a
      """, erased
    ) { ($0.text(0), $0.number(1)) }
    try connection.run(
      """
      DELETE FROM answers n USING unnest($2::text[], $3::bigint[]) AS a (device, attempt)
      WHERE n.commune = $1 AND n.device = a.device AND n.attempt = a.attempt
      """, [here, .words(attempts.map(\.0)), .numbers(attempts.map(\.1))])
  }

  private func forgetKeys(of erased: [PostgresValue]) throws {
    let keys = try connection.all(
      """
      SELECT DISTINCT p.key FROM unnest($2::text[], $3::bigint[]) AS e (device, person)
      CROSS JOIN LATERAL (SELECT key FROM box_person b
        WHERE b.commune = $1 AND b.device = e.device AND b.person = e.person OFFSET 0) p
      WHERE NOT EXISTS (
          SELECT 1 FROM box_person o WHERE o.key = p.key AND o.commune = $1 AND NOT o.is_erased OFFSET 0)
        AND NOT EXISTS (SELECT 1 FROM person_place o WHERE o.key = p.key AND o.commune <> $1 OFFSET 0)
      """, erased
    ) { $0.bytes(0) }
    guard !keys.isEmpty else { return }
    let change: [PostgresValue] = [here, .keys(keys), .keys(keys.map { _ in NewRows.chance() })]
    try connection.run(
      """
      UPDATE attempt a SET key = c.new FROM unnest($2::bytea[], $3::bytea[]) AS c (key, new)
      WHERE a.commune = $1 AND a.key = c.key
      """, change)
    try connection.run(
      """
      UPDATE box_person p SET key = c.new FROM unnest($2::bytea[], $3::bytea[]) AS c (key, new)
      WHERE p.commune = $1 AND p.key = c.key
      """, change)
    try connection.run(
      """
      UPDATE person_place p SET key = c.new FROM unnest($2::bytea[], $3::bytea[]) AS c (key, new)
      WHERE p.commune = $1 AND p.key = c.key
      """, change)
  }
}
