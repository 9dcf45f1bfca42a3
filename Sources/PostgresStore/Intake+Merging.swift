import Bundles
import Slip

/// How a bundle's records come together with what is there.
extension Intake {
  var here: PostgresValue { .text(commune.code) }

  /// Whose counts may change by the bundle, of those who were here: by whom they are known now, and by whom they will be.
  func noteTouched() throws {
    try connection.fill(
      "touched",
      """
      INSERT INTO touched (key, is_changed) SELECT key, true FROM (
        SELECT key FROM staged_person WHERE key IS NOT NULL
        UNION SELECT b.key FROM staged_person s CROSS JOIN LATERAL (
          SELECT key FROM box_person p WHERE p.commune = $1 AND p.device = s.device AND p.person = s.person OFFSET 0) b
        UNION SELECT b.key FROM staged_attempt s CROSS JOIN LATERAL (
          SELECT key FROM box_person p WHERE p.commune = $1 AND p.device = s.person_device AND p.person = s.person
          OFFSET 0) b
        UNION SELECT k.key FROM staged_attempt s CROSS JOIN LATERAL (
          SELECT * FROM box_person p WHERE p.commune = $1 AND p.device = s.person_device AND p.person = s.person
          OFFSET 0) b CROSS JOIN LATERAL (
          SELECT key FROM box_person p WHERE p.commune = $1 AND p.device = b.merged_device AND p.person = b.merged_person
          OFFSET 0) k
        UNION SELECT a.key FROM staged_attempt s CROSS JOIN LATERAL (
          SELECT key FROM attempt n WHERE n.commune = $1 AND n.device = s.device AND n.attempt = s.attempt OFFSET 0) a
      ) changed WHERE key IS NOT NULL
      """, [here])
    if !merges.isEmpty {
      try connection.fill(
        "touched",
        """
        INSERT INTO touched (key, is_changed) SELECT p.key, true FROM unnest($2::text[], $3::bigint[]) AS m (device, person)
        CROSS JOIN LATERAL (SELECT key FROM box_person b
          WHERE b.commune = $1 AND b.device = m.device AND b.person = m.person OFFSET 0) p
        ON CONFLICT DO NOTHING
        """, [here] + PostgresValue.ids(merges.map(\.kept)))
    }
    try connection.fill(
      "counted_before",
      """
      INSERT INTO counted_before SELECT a.commune, a.device, a.attempt, a.submitted_at, a.audience, a.age_years, a.sex,
        a.is_assisted, a.is_passed, a.parts, a.key
      FROM touched t CROSS JOIN LATERAL (
        SELECT * FROM attempt n WHERE n.commune = $1 AND n.key = t.key AND n.is_counted OFFSET 0) a
      """, [here])
    try new.noteKnown()
  }

  func mergeAttempts() throws {
    if staged.attempts.rows > 0 { try mergeStagedAttempts() }
    if staged.attempts.rows > 0 || staged.answers.rows > 0 { try mergeAnswers() }
  }

  private func mergeStagedAttempts() throws {
    try connection.run(
      """
      INSERT INTO attempt AS a (commune, device, attempt, key, person_device, person, audience, mode, state, identity,
        age_years, sex, framework, blueprint, bank, began_at, submitted_at, spent, credit, asked, needed, help, is_passed,
        is_assisted, is_counted, parts)
      SELECT $1, s.device, s.attempt, coalesce(k.key, p.key), coalesce(k.device, s.person_device),
        coalesce(k.person, s.person), s.audience, s.mode, s.state, s.identity, s.age_years,
        CASE WHEN k.key IS NULL THEN p.sex ELSE k.sex END, s.framework, s.blueprint, s.bank, s.began_at, s.submitted_at,
        s.spent, s.credit, s.asked, s.needed, s.help, s.is_passed, s.is_assisted, s.is_counted AND p.key IS NOT NULL, s.parts
      FROM (SELECT DISTINCT ON (device, attempt) * FROM staged_attempt ORDER BY device, attempt, ordinal DESC) s
      LEFT JOIN LATERAL (
        SELECT * FROM box_person b WHERE b.commune = $1 AND b.device = s.person_device AND b.person = s.person OFFSET 0) p
        ON true
      LEFT JOIN LATERAL (
        SELECT * FROM box_person b WHERE b.commune = $1 AND b.device = p.merged_device AND b.person = p.merged_person
        OFFSET 0) k ON true
      ON CONFLICT (commune, device, attempt) DO UPDATE SET key = excluded.key, person_device = excluded.person_device,
        person = excluded.person, state = excluded.state, identity = excluded.identity, age_years = excluded.age_years,
        sex = excluded.sex, submitted_at = excluded.submitted_at, spent = excluded.spent, credit = excluded.credit,
        asked = excluded.asked, needed = excluded.needed, help = excluded.help, is_passed = excluded.is_passed,
        is_assisted = excluded.is_assisted, is_counted = excluded.is_counted, parts = excluded.parts
        WHERE a.state <> 'voided' AND NOT (a.state = 'submitted' AND excluded.state NOT IN ('submitted', 'voided'))
      """, [here])
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
    var origins = Set(new.origins)
    if staged.attempts.rows > 0 {
      origins.formUnion(try connection.all("SELECT DISTINCT device FROM staged_attempt") { $0.text(0) })
    }
    for device in origins where device != issuer.text {
      try connection.run(
        """
        INSERT INTO heir (commune, device, issuer) VALUES ($1, $2, $3)
        ON CONFLICT (commune, device) DO UPDATE SET issuer = excluded.issuer
        """, [here, .text(device), .text(issuer.text)])
    }
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
}
