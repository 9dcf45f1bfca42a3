import Assessment
import Bundles
import Province
import Slip
import UseCases

/// Entries of lists with everything that a list says of them and an answer is matched by.
extension PostgresProvince {
  package func slips(
    in list: ConfirmationBatch.ID, secrets: any ProvinceSecrets
  ) throws -> [ProvinceSlip] {
    try connection.all(
      """
      SELECT e.id, e.list, e.device, e.token, e.state, e.reason, e.changed_at, s.serial, s.bytes, a.person_device, a.person,
        p.personal, p.sex, a.audience, a.submitted_at
      FROM list_entry e
      JOIN slip s ON s.commune = e.commune AND s.device = e.device AND s.token = e.token
      JOIN attempt a ON a.commune = s.commune AND a.device = s.attempt_device AND a.attempt = s.attempt
      JOIN box_person p ON p.commune = a.commune AND p.device = a.person_device AND p.person = a.person
      WHERE e.list = $1 AND p.personal IS NOT NULL AND NOT p.is_erased ORDER BY e.id
      """, [.number(list)]
    ) { try Self.slip($0, secrets) }
  }

  package func slipsSent(secrets: any ProvinceSecrets) throws -> [ProvinceSlip] {
    try connection.all(
      """
      SELECT e.id, e.list, e.device, e.token, e.state, e.reason, e.changed_at, s.serial, s.bytes, a.person_device, a.person,
        p.personal, p.sex, a.audience, a.submitted_at
      FROM list_entry e
      JOIN list l ON l.id = e.list
      JOIN slip s ON s.commune = e.commune AND s.device = e.device AND s.token = e.token
      JOIN attempt a ON a.commune = s.commune AND a.device = s.attempt_device AND a.attempt = s.attempt
      JOIN box_person p ON p.commune = a.commune AND p.device = a.person_device AND p.person = a.person
      WHERE l.sent_at IS NOT NULL AND e.state <> 'withdrawn' AND p.personal IS NOT NULL AND NOT p.is_erased ORDER BY e.id
      """
    ) { try Self.slip($0, secrets) }
  }

  private static func slip(_ row: PostgresRow, _ secrets: any ProvinceSecrets) throws -> ProvinceSlip {
    let issuer = try issuer(row.text(2), table: "list_entry")
    guard let state = ConfirmationState(rawValue: row.text(4)) else {
      throw PostgresError.unreadable(table: "list_entry", column: "state")
    }
    let entry = ConfirmationEntry(
      id: row.number(0), batch: row.number(1), serial: row.number(7), person: row.number(10), state: state,
      reason: row.optionalText(5), changedAt: Moment(milliseconds: row.number(6)))
    let person = BundledID(origin: try Self.issuer(row.text(9), table: "attempt"), number: row.number(10))
    let opened = try secrets.open(row.bytes(11), purpose: PersonWords.purpose(of: person))
    guard let known = BundledParticulars(joined: opened) else {
      throw PostgresError.unreadable(table: "box_person", column: "personal")
    }
    return ProvinceSlip(
      slip: ListedSlip(
        entry: entry, token: try token(row.number(3)), bytes: row.bytes(8), name: known.name,
        number: CitizenNumber(known.number), birth: known.birth, sex: Sex(rawValue: row.text(12)),
        audience: Audience.ID(row.text(13)), submittedAt: Moment(milliseconds: row.number(14))),
      issuer: issuer)
  }
}
