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

  /// Records merged into one of these before lead to the one that stays, so that no look-up takes two steps.
  func applyMerges() throws {
    guard !merges.isEmpty else { return }
    let kept = keptAfterMerges
    let merged = Array(kept.keys)
    let records = [here] + PostgresValue.ids(merged) + PostgresValue.ids(merged.compactMap { kept[$0] })
    try connection.stepwise {
      try connection.run(
        """
        UPDATE box_person p SET merged_device = m.kept_device, merged_person = m.kept
        FROM unnest($2::text[], $3::bigint[], $4::text[], $5::bigint[]) AS m (device, person, kept_device, kept)
        WHERE p.commune = $1 AND p.device = m.device AND p.person = m.person
        """, records)
      try connection.run(
        """
        UPDATE box_person p SET merged_device = m.kept_device, merged_person = m.kept
        FROM unnest($2::text[], $3::bigint[], $4::text[], $5::bigint[]) AS m (device, person, kept_device, kept)
        WHERE p.commune = $1 AND p.merged_device = m.device AND p.merged_person = m.person
        """, records)
    }
  }

  /// By merged record the one that stays, where records are merged one after the other.
  private var keptAfterMerges: [BundledID: BundledID] {
    var kept: [BundledID: BundledID] = [:]
    for merge in merges {
      for (other, heir) in kept where heir == merge.merged { kept[other] = merge.kept }
      kept[merge.merged] = merge.kept
    }
    return kept
  }
}
