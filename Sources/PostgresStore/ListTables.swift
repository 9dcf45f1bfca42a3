import Assessment
import Bundles
import Province
import Slip
import UseCases

/// The tables `list` and `list_entry`: the province's lists for the outside authority.
extension PostgresProvince: ProvinceLists {
  package func listable(atMost limit: Int) throws -> [ListableProvinceSlip] {
    try connection.all(
      """
      WITH passed AS (
        SELECT DISTINCT ON (a.key) a.key, s.device, s.token, a.audience, a.submitted_at
        FROM attempt a
        JOIN slip s ON s.commune = a.commune AND s.attempt_device = a.device AND s.attempt = a.attempt
        JOIN box_person p ON p.commune = a.commune AND p.device = a.person_device AND p.person = a.person
        WHERE a.is_counted AND a.is_passed AND a.key IS NOT NULL AND p.personal IS NOT NULL AND NOT p.has_withdrawn
          AND NOT p.is_erased AND NOT EXISTS (
            SELECT FROM revocation r WHERE r.commune = s.commune AND r.device = s.device AND r.token = s.token)
        ORDER BY a.key, s.issued_at DESC, s.device DESC, s.token DESC),
      said AS (
        SELECT commune, device, token, state, changed_at FROM list_entry
        UNION ALL SELECT commune, device, token, state, at FROM box_confirmation),
      closed AS (
        SELECT a.key FROM said e
        JOIN slip s ON s.commune = e.commune AND s.device = e.device AND s.token = e.token
        JOIN attempt a ON a.commune = s.commune AND a.device = s.attempt_device AND a.attempt = s.attempt
        JOIN box_person p ON p.commune = a.commune AND p.device = a.person_device AND p.person = a.person
        WHERE e.state IN ('listed', 'sent', 'confirmed') OR (e.state = 'refused' AND p.changed_at <= e.changed_at))
      SELECT max(device), max(token), max(audience), max(submitted_at) FROM (
        SELECT key, device, token, audience, submitted_at, false AS is_closed FROM passed
        UNION ALL SELECT key, NULL, NULL, NULL, NULL, true FROM closed WHERE key IS NOT NULL) one
      -- Of each key one row has passed; as one pass over both, since nobody can tell beforehand how many there are of either.
      GROUP BY key HAVING NOT bool_or(is_closed) ORDER BY 4, 1, 2 LIMIT $1
      """, [PostgresValue(limit)]
    ) { row in
      ListableProvinceSlip(
        issuer: try Self.issuer(row.text(0), table: "slip"), token: try Self.token(row.number(1)),
        audience: Audience.ID(row.text(2)), passedAt: Moment(milliseconds: row.number(3)))
    }
  }

  static func token(_ number: Int64) throws -> SlipToken {
    let digits = String(number)
    do {
      return try SlipToken(digits: String(repeating: "0", count: max(0, 12 - digits.utf8.count)) + digits)
    } catch {
      throw PostgresError.unreadable(table: "slip", column: "token")
    }
  }

  static func number(_ token: SlipToken) -> Int64 { token.bytes.reduce(0) { $0 << 8 | Int64($1) } }

  package func addList(
    _ slips: [ListableProvinceSlip], by officer: Officer.ID?, at moment: Moment
  ) throws -> ConfirmationBatch.ID {
    try atomically {
      // Two who make a list at once would each take everybody.
      try connection.execute("LOCK TABLE list IN EXCLUSIVE MODE")
      let open = Set(try listable(atMost: slips.count).map { "\($0.issuer.text) \(Self.number($0.token))" })
      let id = try connection.first(
        "INSERT INTO list (officer, made_at) VALUES ($1, $2) RETURNING id",
        [PostgresValue(officer), .number(moment.milliseconds)]
      ) { $0.number(0) }
      guard let id else { throw PostgresError.misuse(what: "a list without a number") }
      let listed = slips.filter { open.contains("\($0.issuer.text) \(Self.number($0.token))") }
      try connection.run(
        """
        INSERT INTO list_entry (commune, device, token, list, state, changed_at)
        SELECT left(device, 5), device, token, $3, 'listed', $4
        FROM unnest($1::text[], $2::bigint[]) WITH ORDINALITY AS given (device, token, place) ORDER BY place
        """,
        [
          .words(listed.map(\.issuer.text)), .numbers(listed.map { Self.number($0.token) }), .number(id),
          .number(moment.milliseconds),
        ])
      return id
    }
  }

  package func lists() throws -> [ConfirmationBatch] {
    try connection.all("SELECT id, officer, made_at, sent_at FROM list ORDER BY id DESC", [], Self.batch)
  }

  package func list(_ id: ConfirmationBatch.ID) throws -> ConfirmationBatch? {
    try connection.first("SELECT id, officer, made_at, sent_at FROM list WHERE id = $1", [.number(id)], Self.batch)
  }

  private static func batch(_ row: PostgresRow) -> ConfirmationBatch {
    ConfirmationBatch(
      id: row.number(0), layout: 1, account: row.optionalNumber(1), madeAt: Moment(milliseconds: row.number(2)),
      sentAt: row.optionalNumber(3).map { Moment(milliseconds: $0) })
  }

  package func counts(of list: ConfirmationBatch.ID) throws -> [ConfirmationState: Int] {
    var counts: [ConfirmationState: Int] = [:]
    try connection.each("SELECT state, count(*) FROM list_entry WHERE list = $1 GROUP BY state", [.number(list)]) {
      if let state = ConfirmationState(rawValue: $0.text(0)) { counts[state] = $0.int(1) }
    }
    return counts
  }

  package func markSent(_ list: ConfirmationBatch.ID, at moment: Moment) throws {
    try atomically {
      try connection.run(
        "UPDATE list SET sent_at = $1 WHERE id = $2 AND sent_at IS NULL",
        [.number(moment.milliseconds), .number(list)])
      try connection.run(
        "UPDATE list_entry SET state = 'sent', changed_at = $1 WHERE list = $2 AND state = 'listed'",
        [.number(moment.milliseconds), .number(list)])
    }
  }

  package func tally(isWhole: Bool) throws -> ConfirmationTally {
    var tally = ConfirmationTally()
    try connection.each(
      """
      SELECT state, count(*) FROM (
        SELECT DISTINCT ON (a.key) a.key, e.state FROM (
          SELECT commune, device, token, state, 0 AS place, id FROM list_entry WHERE state <> 'withdrawn'
          UNION ALL
          SELECT commune, device, token, state, 1, 0 FROM box_confirmation WHERE state <> 'withdrawn') e
        JOIN slip s ON s.commune = e.commune AND s.device = e.device AND s.token = e.token
        JOIN attempt a ON a.commune = s.commune AND a.device = s.attempt_device AND a.attempt = s.attempt
        WHERE a.key IS NOT NULL
        ORDER BY a.key, (e.state = 'confirmed') DESC, e.place, e.id DESC) latest
      GROUP BY state
      """
    ) { row in
      switch ConfirmationState(rawValue: row.text(0)) {
      case .listed: tally.listed = row.int(1)
      case .sent: tally.sent = row.int(1)
      case .confirmed: tally.confirmed = row.int(1)
      case .refused: tally.refused = row.int(1)
      case .withdrawn, nil: break
      }
    }
    if isWhole {
      let passed = try connection.first(
        "SELECT count(DISTINCT key) FROM attempt WHERE is_counted AND is_passed AND key IS NOT NULL"
      ) { $0.int(0) }
      tally.unlisted = max(0, (passed ?? 0) - tally.passed)
    }
    return tally
  }
}
