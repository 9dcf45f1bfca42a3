import Bundles
import Slip

/// How what a bundle says of people comes together with what is there.
extension Intake {
  /// Who was erased stays so, but for the sex, which counts go by. A record that hands nobody on keeps whom the province took
  /// the person for.
  func mergePeople() throws {
    if staged.people.rows > 0 { try mergeStagedPeople() }
    if staged.attempts.rows > 0 { try inventPeople() }
  }

  private func mergeStagedPeople() throws {
    try connection.fill(
      "known_person",
      """
      INSERT INTO known_person SELECT DISTINCT s.device, s.person, b.key FROM staged_person s CROSS JOIN LATERAL (
        SELECT key FROM box_person p WHERE p.commune = $1 AND p.device = s.device AND p.person = s.person OFFSET 0) b
      """, [here])
    try connection.run(
      """
      INSERT INTO box_person AS p (commune, device, person, key, personal, sex, has_withdrawn, first_seen_at, changed_at)
      SELECT $1, s.device, s.person, coalesce(s.key, old.key, uuid_send(gen_random_uuid())),
        CASE WHEN s.has_withdrawn THEN NULL ELSE coalesce(s.personal, old.personal) END, s.sex, s.has_withdrawn,
        s.first_seen_at, s.changed_at
      FROM (SELECT DISTINCT ON (device, person) * FROM staged_person ORDER BY device, person, ordinal DESC) s
      LEFT JOIN LATERAL (
        SELECT * FROM box_person p WHERE p.commune = $1 AND p.device = s.device AND p.person = s.person OFFSET 0) old ON true
      ON CONFLICT (commune, device, person) DO UPDATE SET
        key = CASE WHEN p.is_erased THEN p.key ELSE excluded.key END,
        personal = CASE WHEN p.is_erased THEN NULL ELSE excluded.personal END,
        sex = excluded.sex, has_withdrawn = excluded.has_withdrawn, changed_at = excluded.changed_at
      """, [here])
    // Attempts carry sex and key of their people, so that counting reads one table. The conflict is what is wanted: it finds
    // each attempt by its number, where a plain UPDATE may walk through the commune.
    try connection.run(
      """
      INSERT INTO attempt AS a SELECT (m.n).* FROM known_person o CROSS JOIN LATERAL (
        SELECT n FROM attempt n WHERE n.key = o.key AND n.commune = $1 AND n.person_device = o.device AND n.person = o.person
        OFFSET 0) m
      ON CONFLICT (commune, device, attempt) DO UPDATE SET (key, sex) = (
        SELECT p.key, p.sex FROM box_person p
        WHERE p.commune = a.commune AND p.device = a.person_device AND p.person = a.person)
      """, [here])
  }

  /// Whom no record has named yet is somebody all the same.
  private func inventPeople() throws {
    try connection.run(
      """
      INSERT INTO box_person (commune, device, person, key, has_withdrawn, first_seen_at, changed_at)
      SELECT $1, s.person_device, s.person, uuid_send(gen_random_uuid()), false, s.began_at, s.began_at
      FROM (SELECT DISTINCT ON (person_device, person) * FROM staged_attempt a WHERE person IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM staged_person p WHERE p.device = a.person_device AND p.person = a.person)) s
      ON CONFLICT DO NOTHING
      """, [here])
  }

  /// Records merged into this one before lead to the one that stays, so that no look-up takes two steps.
  func apply(_ merge: BundledMerge) throws {
    let records: [PostgresValue] = [
      here, .text(merge.merged.origin.text), .number(merge.merged.number), .text(merge.kept.origin.text),
      .number(merge.kept.number),
    ]
    try connection.run(
      """
      UPDATE box_person SET merged_device = $4, merged_person = $5 WHERE commune = $1 AND device = $2 AND person = $3
      """, records)
    try connection.run(
      """
      UPDATE box_person SET merged_device = $4, merged_person = $5
      WHERE commune = $1 AND merged_device = $2 AND merged_person = $3
      """, records)
  }

  /// Name, number, birth and answers go; what was counted stays. The keyed hash goes where nobody else of the province is
  /// counted by it; in other communes it still says that the two are one person.
  func apply(_ erasure: BundledErasure) throws {
    let person: [PostgresValue] = [here, .text(erasure.person.origin.text), .number(erasure.person.number)]
    try connection.run(
      """
      UPDATE box_person SET personal = NULL, is_erased = true WHERE commune = $1 AND device = $2 AND person = $3
      """, person)
    try connection.run(
      "DELETE FROM box_certificate WHERE commune = $1 AND device = $2 AND person = $3", person)
    let key = try connection.first(
      "SELECT key FROM box_person WHERE commune = $1 AND device = $2 AND person = $3", person
    ) { $0.bytes(0) }
    guard let key else { return }
    let attempts = try connection.all(
      """
      SELECT device, attempt FROM attempt
      WHERE commune = $1 AND key = $4 AND person_device = $2 AND person = $3
      """, person + [.bytes(key)]
    ) { ($0.text(0), $0.number(1)) }
    for (device, attempt) in attempts {
      try connection.run(
        "DELETE FROM answers WHERE commune = $1 AND device = $2 AND attempt = $3",
        [here, .text(device), .number(attempt)])
    }
    try forget(key)
  }

  private func forget(_ key: [UInt8]) throws {
    let isNeeded = try connection.first(
      """
      SELECT EXISTS (SELECT 1 FROM box_person WHERE key = $2 AND commune = $1 AND NOT is_erased)
        OR EXISTS (SELECT 1 FROM person_place WHERE key = $2 AND commune <> $1)
      """, [here, .bytes(key)]
    ) { $0.flag(0) }
    guard isNeeded == false else { return }
    let change: [PostgresValue] = [here, .bytes(key), .bytes(NewRows.chance())]
    try connection.run("UPDATE attempt SET key = $3 WHERE commune = $1 AND key = $2", change)
    try connection.run("UPDATE box_person SET key = $3 WHERE commune = $1 AND key = $2", change)
    try connection.run("UPDATE person_place SET key = $3 WHERE commune = $1 AND key = $2", change)
  }
}
