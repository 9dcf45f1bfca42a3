import Assessment
import Province
import UseCases

/// The tables `officer` and `disclosure`.
extension PostgresProvince: OfficerStore {
  package func addOfficer(login: Login, name: String, passwordHash: String, at moment: Moment) throws -> Officer.ID {
    try connection.first(
      """
      INSERT INTO officer (login, name, password, is_one_time, created_at, changed_at) VALUES ($1, $2, $3, true, $4, $4)
      RETURNING id
      """, [.text(login.text), .text(name), .text(passwordHash), .number(moment.milliseconds)]
    ) { $0.number(0) } ?? 0
  }

  package func officer(_ login: Login) throws -> Officer? {
    try connection.first(
      "SELECT id, login, name, is_disabled, is_one_time FROM officer WHERE login = $1", [.text(login.text)],
      Self.officer)
  }

  package func officer(_ id: Officer.ID) throws -> Officer? {
    try connection.first(
      "SELECT id, login, name, is_disabled, is_one_time FROM officer WHERE id = $1", [.number(id)], Self.officer)
  }

  package func officers() throws -> [Officer] {
    try connection.all("SELECT id, login, name, is_disabled, is_one_time FROM officer ORDER BY login", [], Self.officer)
  }

  private static func officer(_ row: PostgresRow) throws -> Officer {
    guard let login = Login(row.text(1)) else { throw PostgresError.unreadable(table: "officer", column: "login") }
    return Officer(
      id: row.number(0), login: login, name: row.text(2), isDisabled: row.flag(3), mustChangePassword: row.flag(4))
  }

  package func passwordHash(of id: Officer.ID) throws -> String? {
    try connection.first("SELECT password FROM officer WHERE id = $1", [.number(id)]) { $0.text(0) }
  }

  package func setPassword(_ hash: String, isOneTime: Bool, of id: Officer.ID, at moment: Moment) throws {
    try connection.run(
      "UPDATE officer SET password = $1, is_one_time = $2, changed_at = $3 WHERE id = $4",
      [.text(hash), .flag(isOneTime), .number(moment.milliseconds), .number(id)])
  }

  package func setDisabled(_ isDisabled: Bool, of id: Officer.ID, at moment: Moment) throws {
    try connection.run(
      "UPDATE officer SET is_disabled = $1, changed_at = $2 WHERE id = $3",
      [.flag(isDisabled), .number(moment.milliseconds), .number(id)])
  }

  package func noteDisclosure(
    of list: ConfirmationBatch.ID, rows: Int, format: String, digest: [UInt8], by officer: Officer.ID?,
    at moment: Moment
  ) throws {
    try connection.run(
      "INSERT INTO disclosure (list, rows, format, digest, officer, at) VALUES ($1, $2, $3, $4, $5, $6)",
      [
        .number(list), PostgresValue(rows), .text(format), .bytes(digest), PostgresValue(officer),
        .number(moment.milliseconds),
      ])
  }
}
