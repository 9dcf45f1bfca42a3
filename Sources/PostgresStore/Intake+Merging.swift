import Bundles
import Slip

/// How a bundle's records come together with what is there.
extension Intake {
  private var here: PostgresValue { .text(commune.code) }

  /// Whose counts may change by the bundle: by whom they are known now, and by whom they will be.
  func noteTouched() throws {
    try connection.run(
      """
      INSERT INTO touched
      SELECT key FROM staged_person WHERE key IS NOT NULL
      UNION SELECT p.key FROM staged_person s JOIN box_person p ON p.device = s.device AND p.person = s.person
        WHERE p.commune = $1
      UNION SELECT p.key FROM staged_attempt s
        JOIN box_person p ON p.device = s.person_device AND p.person = s.person WHERE p.commune = $1
      UNION SELECT k.key FROM staged_attempt s
        JOIN box_person p ON p.device = s.person_device AND p.person = s.person
        JOIN box_person k ON k.device = p.merged_device AND k.person = p.merged_person
        WHERE p.commune = $1 AND k.commune = $1
      UNION SELECT a.key FROM staged_attempt s CROSS JOIN LATERAL (
        SELECT key FROM attempt n WHERE n.commune = $1 AND n.device = s.device AND n.attempt = s.attempt
          AND n.key IS NOT NULL OFFSET 0) a
      """, [here])
    try connection.run(
      """
      INSERT INTO counted_before SELECT a.commune, a.device, a.attempt, a.submitted_at, a.audience, a.age_years, a.sex,
        a.is_assisted, a.is_passed, a.parts, a.key
      FROM touched t CROSS JOIN LATERAL (
        SELECT * FROM attempt n WHERE n.commune = $1 AND n.key = t.key AND n.is_counted OFFSET 0) a
      """, [here])
  }

  /// Who was erased stays so, but for the sex, which counts go by. A record that hands nobody on keeps whom the province took the person for.
  func mergePeople() throws {
    try connection.run(
      """
      INSERT INTO box_person AS p (commune, device, person, key, personal, sex, has_withdrawn, first_seen_at, changed_at)
      SELECT $1, s.device, s.person, coalesce(s.key, old.key, uuid_send(gen_random_uuid())),
        CASE WHEN s.has_withdrawn THEN NULL ELSE coalesce(s.personal, old.personal) END, s.sex, s.has_withdrawn,
        s.first_seen_at, s.changed_at
      FROM (SELECT DISTINCT ON (device, person) * FROM staged_person ORDER BY device, person, ordinal DESC) s
      LEFT JOIN box_person old ON old.commune = $1 AND old.device = s.device AND old.person = s.person
      ON CONFLICT (commune, device, person) DO UPDATE SET
        key = CASE WHEN p.is_erased THEN p.key ELSE excluded.key END,
        personal = CASE WHEN p.is_erased THEN NULL ELSE excluded.personal END,
        sex = excluded.sex, has_withdrawn = excluded.has_withdrawn, changed_at = excluded.changed_at
      """, [here])
    // Whom no record has named yet is somebody all the same.
    try connection.run(
      """
      INSERT INTO box_person (commune, device, person, key, has_withdrawn, first_seen_at, changed_at)
      SELECT $1, s.person_device, s.person, uuid_send(gen_random_uuid()), false, s.began_at, s.began_at
      FROM (SELECT DISTINCT ON (person_device, person) * FROM staged_attempt a WHERE person IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM staged_person p WHERE p.device = a.person_device AND p.person = a.person)) s
      ON CONFLICT DO NOTHING
      """, [here])
    // Attempts carry sex and key of their people, so that counting reads one table.
    try connection.run(
      """
      UPDATE attempt a SET key = p.key, sex = p.sex
      FROM staged_person s JOIN box_person p ON p.device = s.device AND p.person = s.person, touched t
      WHERE p.commune = $1 AND a.commune = $1 AND a.key = t.key AND a.person_device = s.device AND a.person = s.person
        AND (a.key <> p.key OR a.sex IS DISTINCT FROM p.sex)
      """, [here])
  }

  func mergeAttempts() throws {
    try connection.run(
      """
      INSERT INTO attempt AS a (commune, device, attempt, key, person_device, person, audience, mode, state, identity,
        age_years, sex, framework, blueprint, bank, began_at, submitted_at, spent, credit, asked, needed, help, is_passed,
        is_assisted, is_counted, parts)
      SELECT $1, s.device, s.attempt, coalesce(k.key, p.key), coalesce(k.device, s.person_device),
        coalesce(k.person, s.person), s.audience, s.mode, s.state, s.identity, s.age_years,
        CASE WHEN k.key IS NULL THEN p.sex ELSE k.sex END, s.framework, s.blueprint, s.bank, s.began_at, s.submitted_at, s.spent, s.credit, s.asked,
        s.needed, s.help, s.is_passed, s.is_assisted, s.is_counted AND p.key IS NOT NULL, s.parts
      FROM (SELECT DISTINCT ON (device, attempt) * FROM staged_attempt ORDER BY device, attempt, ordinal DESC) s
      LEFT JOIN box_person p ON p.commune = $1 AND p.device = s.person_device AND p.person = s.person
      LEFT JOIN box_person k ON k.commune = $1 AND k.device = p.merged_device AND k.person = p.merged_person
      ON CONFLICT (commune, device, attempt) DO UPDATE SET key = excluded.key, person_device = excluded.person_device,
        person = excluded.person, state = excluded.state, identity = excluded.identity, age_years = excluded.age_years,
        sex = excluded.sex, submitted_at = excluded.submitted_at, spent = excluded.spent, credit = excluded.credit,
        asked = excluded.asked, needed = excluded.needed, help = excluded.help, is_passed = excluded.is_passed,
        is_assisted = excluded.is_assisted, is_counted = excluded.is_counted, parts = excluded.parts
        WHERE a.state <> 'voided' AND NOT (a.state = 'submitted' AND excluded.state NOT IN ('submitted', 'voided'))
      """, [here])
    try mergeAnswers()
  }

  func mergeSlips() throws {
    if staged.slips.rows > 0 {
      try connection.run(
        """
        INSERT INTO slip (commune, device, token, serial, attempt_device, attempt, bytes, issued_at)
        SELECT $1, device, token, serial, attempt_device, attempt, bytes, issued_at FROM staged_slip ON CONFLICT DO NOTHING
        """, [here])
    }
    if staged.revocations.rows > 0 {
      try connection.run(
        """
        INSERT INTO revocation (commune, device, token, reason, at)
        SELECT $1, device, token, reason, at FROM staged_revocation ON CONFLICT DO NOTHING
        """, [here])
    }
    if staged.confirmations.rows > 0 {
      try connection.run(
        """
        INSERT INTO box_confirmation AS c (commune, device, token, state, reason, at)
        SELECT DISTINCT ON (device, token) $1, device, token, state, reason, at FROM staged_confirmation
        ORDER BY device, token, ordinal DESC
        ON CONFLICT (commune, device, token) DO UPDATE SET state = excluded.state, reason = excluded.reason, at = excluded.at
        """, [here])
    }
  }

  /// Whoever sends another box's attempts is that box restored: answers about its slips go there from now on.
  func noteHeirs(_ issuer: Issuer) throws {
    try connection.run(
      """
      INSERT INTO heir (commune, device, issuer)
      SELECT DISTINCT $1, device, $2 FROM staged_attempt WHERE device <> $2
      ON CONFLICT (commune, device) DO UPDATE SET issuer = excluded.issuer
      """, [here, .text(issuer.text)])
  }

  func mergeContent(of issuer: Issuer) throws {
    if staged.rules.rows > 0 {
      try connection.run(
        """
        INSERT INTO box_rules AS r (commune, issuer, audience, framework, blueprint, blueprint_hash, origin, document, day,
          signer, at)
        SELECT DISTINCT ON (audience) $1, $2, audience, framework, blueprint, blueprint_hash, origin, document, day, signer,
          at FROM staged_rules ORDER BY audience, ordinal DESC
        ON CONFLICT (commune, issuer, audience) DO UPDATE SET framework = excluded.framework,
          blueprint = excluded.blueprint, blueprint_hash = excluded.blueprint_hash, origin = excluded.origin,
          document = excluded.document, day = excluded.day, signer = excluded.signer, at = excluded.at
        """, [here, .text(issuer.text)])
    }
    if staged.banks.rows > 0 {
      try connection.run(
        """
        INSERT INTO box_bank (commune, issuer, hash, adopted_at) SELECT $1, $2, hash, adopted_at FROM staged_bank
        ON CONFLICT DO NOTHING
        """, [here, .text(issuer.text)])
    }
    if staged.certificates.rows > 0 {
      try connection.run(
        """
        INSERT INTO box_certificate AS c (commune, device, person, course, seen_on)
        SELECT DISTINCT ON (device, person, course) $1, device, person, course, seen_on FROM staged_certificate
        ORDER BY device, person, course, ordinal DESC
        ON CONFLICT (commune, device, person, course) DO UPDATE SET seen_on = excluded.seen_on
        """, [here])
    }
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
    try forgetKey(person)
  }

  private func forgetKey(_ person: [PostgresValue]) throws {
    let known = try connection.first(
      """
      SELECT p.key, uuid_send(gen_random_uuid()) FROM box_person p WHERE commune = $1 AND device = $2 AND person = $3
        AND NOT EXISTS (SELECT 1 FROM box_person o WHERE o.commune = $1 AND o.key = p.key AND NOT o.is_erased)
        AND NOT EXISTS (SELECT 1 FROM person_place l WHERE l.key = p.key AND l.commune <> $1)
      """, person
    ) { ($0.bytes(0), $0.bytes(1)) }
    guard let (key, chance) = known else { return }
    let change: [PostgresValue] = [here, .bytes(key), .bytes(chance)]
    try connection.run("UPDATE attempt SET key = $3 WHERE commune = $1 AND key = $2", change)
    try connection.run("UPDATE box_person SET key = $3 WHERE commune = $1 AND key = $2", change)
    try connection.run("UPDATE person_place SET key = $3 WHERE commune = $1 AND key = $2", change)
  }
}
