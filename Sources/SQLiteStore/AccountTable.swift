import Assessment
import UseCases

/// The table `account`. Names and authenticator secrets are sealed before they reach SQLite, bound to the login.
extension KioskStore {
  private static let addAccount = Query(
    """
    INSERT INTO account (login, nameSealed, role, password, mustChangePassword, madeAt, changedAt)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)
    """)
  private static let accountByID = Query(
    """
    SELECT id, login, nameSealed, role, isDisabled, pin IS NOT NULL, secondFactor, mustChangePassword
    FROM account WHERE id = ?1
    """)
  private static let accountByLogin = Query("SELECT id FROM account WHERE login = ?1")
  private static let accountIDs = Query("SELECT id FROM account ORDER BY login")
  private static let readPassword = Query("SELECT password FROM account WHERE id = ?1")
  private static let readPIN = Query("SELECT pin FROM account WHERE id = ?1")
  private static let writePassword = Query(
    "UPDATE account SET password = ?2, mustChangePassword = ?3, changedAt = ?4 WHERE id = ?1")
  private static let writePIN = Query("UPDATE account SET pin = ?2, changedAt = ?3 WHERE id = ?1")
  private static let writeDisabled = Query("UPDATE account SET isDisabled = ?2, changedAt = ?3 WHERE id = ?1")
  private static let clear = Query(
    """
    UPDATE account SET isDisabled = 0, pin = NULL, secondFactor = 'none', totpSealed = NULL, changedAt = ?2
    WHERE id = ?1
    """)
  private static let readSecret = Query("SELECT login, totpSealed, totpStep FROM account WHERE id = ?1")
  private static let writeSecret = Query(
    """
    UPDATE account SET secondFactor = 'totp', totpSealed = ?2, totpStep = ?3, changedAt = ?4 WHERE id = ?1
    """)
  private static let writeStep = Query("UPDATE account SET totpStep = ?2 WHERE id = ?1")
  private static let writeList = Query(
    "UPDATE account SET secondFactor = 'list', totpSealed = NULL, changedAt = ?2 WHERE id = ?1")

  package func add(_ new: NewAccount, at moment: Moment) throws -> Account.ID {
    let name = try secrets.seal(new.name, purpose: "account.name \(new.login)")
    try database.run(Self.addAccount) {
      $0.bind(new.login.text)
      $0.bind(name)
      $0.bind(new.role.rawValue)
      $0.bind(new.passwordHash)
      $0.bind(new.isOneTime)
      $0.bind(moment.milliseconds)
    }
    return database.lastInsertedRow
  }

  package func account(_ id: Account.ID) throws -> Account? {
    try database.use(Self.accountByID) { statement in
      statement.bind(id)
      return try statement.step() ? try account(in: statement) : nil
    }
  }

  private func account(in row: Statement) throws -> Account {
    guard let login = Login(row.text(1)) else {
      throw SQLiteStoreError.unreadable(table: "account", column: "login")
    }
    guard let role = Account.Role(rawValue: row.text(3)) else {
      throw SQLiteStoreError.unreadable(table: "account", column: "role")
    }
    guard let factor = Account.SecondFactor(rawValue: row.text(6)) else {
      throw SQLiteStoreError.unreadable(table: "account", column: "secondFactor")
    }
    return Account(
      id: row.number(0), login: login, name: try secrets.open(row.bytes(2), purpose: "account.name \(login)"),
      role: role, isDisabled: row.flag(4), hasPIN: row.flag(5), secondFactor: factor, mustChangePassword: row.flag(7))
  }

  package func account(_ login: Login) throws -> Account? {
    let id: Account.ID? = try database.use(Self.accountByLogin) { statement in
      statement.bind(login.text)
      return try statement.step() ? statement.number(0) : nil
    }
    return try id.flatMap { try account($0) }
  }

  package func accounts() throws -> [Account] {
    let ids = try database.use(Self.accountIDs) { statement in
      var ids: [Account.ID] = []
      while try statement.step() { ids.append(statement.number(0)) }
      return ids
    }
    return try ids.compactMap { try account($0) }
  }

  package func passwordHash(of id: Account.ID) throws -> String? {
    try text(Self.readPassword, of: id)
  }

  package func pinHash(of id: Account.ID) throws -> String? {
    try text(Self.readPIN, of: id)
  }

  private func text(_ query: Query, of id: Account.ID) throws -> String? {
    try database.use(query) { statement in
      statement.bind(id)
      return try statement.step() ? statement.optionalText(0) : nil
    }
  }

  package func setPassword(_ hash: String, isOneTime: Bool, of id: Account.ID, at moment: Moment) throws {
    try database.run(Self.writePassword) {
      $0.bind(id)
      $0.bind(hash)
      $0.bind(isOneTime)
      $0.bind(moment.milliseconds)
    }
  }

  package func setPIN(_ hash: String, of id: Account.ID, at moment: Moment) throws {
    try database.run(Self.writePIN) {
      $0.bind(id)
      $0.bind(hash)
      $0.bind(moment.milliseconds)
    }
  }

  package func setDisabled(_ isDisabled: Bool, of id: Account.ID, at moment: Moment) throws {
    try database.run(Self.writeDisabled) {
      $0.bind(id)
      $0.bind(isDisabled)
      $0.bind(moment.milliseconds)
    }
  }

  package func clearProofs(of id: Account.ID, at moment: Moment) throws {
    try database.run(Self.clear) {
      $0.bind(id)
      $0.bind(moment.milliseconds)
    }
  }

  package func authenticator(of id: Account.ID) throws -> (secret: String, step: Int64)? {
    let row: (login: String, sealed: [UInt8], step: Int64)? = try database.use(Self.readSecret) { statement in
      statement.bind(id)
      guard try statement.step(), !statement.isNull(1) else { return nil }
      return (statement.text(0), statement.bytes(1), statement.number(2))
    }
    return try row.map { (try secrets.open($0.sealed, purpose: "account.totp \($0.login)"), $0.step) }
  }

  package func setAuthenticator(secret: String, step: Int64, of id: Account.ID, at moment: Moment) throws {
    guard let account = try account(id) else {
      throw SQLiteStoreError.rowMissing(table: "account", what: "\(id)")
    }
    let sealed = try secrets.seal(secret, purpose: "account.totp \(account.login)")
    try database.run(Self.writeSecret) {
      $0.bind(id)
      $0.bind(sealed)
      $0.bind(step)
      $0.bind(moment.milliseconds)
    }
  }

  package func take(step: Int64, of id: Account.ID) throws {
    try database.run(Self.writeStep) {
      $0.bind(id)
      $0.bind(step)
    }
  }

  package func setList(of id: Account.ID, at moment: Moment) throws {
    try database.run(Self.writeList) {
      $0.bind(id)
      $0.bind(moment.milliseconds)
    }
  }
}
