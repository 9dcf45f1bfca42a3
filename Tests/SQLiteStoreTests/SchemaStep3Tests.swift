import Testing
import UseCases

@testable import SQLiteStore

/// One row of the table below: a statement that the schema must refuse.
private struct Refused: CustomTestStringConvertible, Sendable {
  let rule: String
  let sql: String

  init(_ rule: String, _ sql: String) {
    self.rule = rule
    self.sql = sql
  }

  var testDescription: String { rule }
}

/// Account 1 is the one officer, with an authenticator app; 2 a clerk with a list; 3 a disabled clerk. Sessions 1 and
/// 2 are the officer's, awaiting a code and open.
private let refused: [Refused] = [
  Refused("a login with capitals", newAccount(login: "'Van'")),
  Refused("a login of one letter", newAccount(login: "'v'")),
  Refused("a login of 33 letters", newAccount(login: "printf('%033d', 0)")),
  Refused("a login that is taken", newAccount(login: "'van'")),
  Refused("a role that does not exist", newAccount(role: "'admin'")),
  Refused("a password in clear", newAccount(password: "'matkhau123'")),
  Refused("an account without a password", newAccount(password: "NULL")),
  Refused("a PIN in clear", "UPDATE account SET pin = '4711' WHERE id = 2"),
  Refused("an account deleted", "DELETE FROM account WHERE id = 3"),
  Refused("another login", "UPDATE account SET login = 'khac' WHERE id = 2"),
  Refused("another role", "UPDATE account SET role = 'officer' WHERE id = 2"),
  Refused("the last officer disabled", "UPDATE account SET isDisabled = 1 WHERE id = 1"),
  Refused("everybody disabled", "UPDATE account SET isDisabled = 1"),
  Refused("a second factor that does not exist", "UPDATE account SET secondFactor = 'sms' WHERE id = 2"),
  Refused("an app without a secret", "UPDATE account SET secondFactor = 'totp' WHERE id = 2"),
  Refused("a secret without an app", "UPDATE account SET totpSealed = x'00' WHERE id = 2"),
  Refused("a code of the app a second time", "UPDATE account SET totpStep = 100 WHERE id = 1"),
  Refused("a code of the app before the last", "UPDATE account SET totpStep = 99 WHERE id = 1"),
  Refused("a list of nobody", "INSERT INTO oneTimeCode VALUES (90, 'list', NULL, randomblob(32), 1, NULL)"),
  Refused(
    "a first officer's code of somebody",
    "INSERT INTO oneTimeCode VALUES (90, 'first-officer', 1, randomblob(32), 1, NULL)"),
  Refused(
    "a second code for the first officer",
    "INSERT INTO oneTimeCode VALUES (90, 'first-officer', NULL, randomblob(32), 1, NULL)"),
  Refused("a code in clear", "INSERT INTO oneTimeCode VALUES (90, 'list', 2, CAST('12345678' AS BLOB), 1, NULL)"),
  Refused("a code used twice", "UPDATE oneTimeCode SET usedAt = 9 WHERE usedAt IS NOT NULL"),
  Refused("a used code made unused", "UPDATE oneTimeCode SET usedAt = NULL WHERE usedAt IS NOT NULL"),
  Refused("another code", "UPDATE oneTimeCode SET mark = randomblob(32)"),
  Refused("a session id in clear", newSession(digest: "randomblob(16)")),
  Refused("a session of nobody", newSession(account: 99)),
  Refused("a session of a disabled account", newSession(account: 3)),
  Refused("a stage that does not exist", "UPDATE staffSession SET stage = 'half-open' WHERE id = 2"),
  Refused("the second factor left out", "UPDATE staffSession SET stage = 'open' WHERE id = 1"),
  Refused("back to the second factor", "UPDATE staffSession SET stage = 'awaiting-code' WHERE id = 2"),
  Refused("a session that changes hands", "UPDATE staffSession SET account = 2 WHERE id = 2"),
  Refused("a session made longer", "UPDATE staffSession SET signedInAt = 9 WHERE id = 2"),
  Refused("a fifth wrong try", "UPDATE staffSession SET wrongTries = 5 WHERE id = 2"),
]

private func newAccount(
  login: String = "'khac'", role: String = "'clerk'", password: String = "'$argon2id$x'"
) -> String {
  """
  INSERT INTO account (login, nameSealed, role, password, mustChangePassword, madeAt, changedAt)
  VALUES (\(login), x'00', \(role), \(password), 1, 1, 1)
  """
}

private func newSession(digest: String = "randomblob(32)", account: Int = 1) -> String {
  "INSERT INTO staffSession (digest, account, stage, signedInAt) VALUES (\(digest), \(account), 'open', 1)"
}

@Suite("Rules the schema holds about staff")
struct SchemaStep3Tests {
  let folder: TemporaryFolder
  let store: KioskStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.writer()
    let binh = try store.givenAccount("binh", .officer)
    let van = try store.givenAccount("van", .clerk)
    let hai = try store.givenAccount("hai", .clerk)
    try store.setAuthenticator(secret: "MZXW6YTBOI", step: 100, of: binh, at: World.morning)
    try store.replaceCodes(["11112222", "33334444"], of: .account(van), at: World.morning)
    _ = try store.use("11112222", of: .account(van), at: World.morning)
    try store.setList(of: van, at: World.morning)
    try store.setDisabled(true, of: hai, at: World.morning)
    try store.replaceCodes(["ACDEF34679"], of: .firstOfficer, at: World.morning)
    _ = try store.open(World.session(1), for: binh, stage: .awaitingCode, at: World.morning)
    _ = try store.open(World.session(2), for: binh, stage: .open, at: World.morning)
  }

  @Test("the schema refuses", arguments: refused)
  private func refuses(_ bad: Refused) throws {
    do {
      try store.database.execute(bad.sql)
      Issue.record("taken: \(bad.sql)")
    } catch let error as SQLiteStoreError {
      #expect(error.isRefusal, "\(error)")
    }
  }

  @Test("a disabled account has no session left, whoever disabled it")
  func disabledIsSignedOut() throws {
    _ = try store.open(World.session(3), for: 2, stage: .open, at: World.morning)
    try store.database.execute("UPDATE account SET isDisabled = 1 WHERE id = 2")
    #expect(try store.staffSession(World.session(3)) == nil)
  }

  @Test("a session's id is never given again")
  func idsAreNew() throws {
    try store.end(2)
    #expect(try store.open(World.session(4), for: 1, stage: .open, at: World.morning) == 3)
  }

  @Test(
    "what every page of staff asks goes by an index",
    arguments: [
      "SELECT id FROM staffSession WHERE digest = ?1", "SELECT id FROM account WHERE login = ?1",
      "SELECT 1 FROM oneTimeCode WHERE mark = ?1 AND usedAt IS NULL",
    ])
  func indexes(sql: String) throws {
    let plan = try store.database.values("EXPLAIN QUERY PLAN \(sql)", column: 3)
    #expect(!plan.isEmpty && plan.allSatisfy { $0.contains("SEARCH") }, "\(plan)")
  }

  @Test("every table is strict and whole, in a file of version 2 brought up to date as in a new one")
  func migrates() throws {
    let older = try TemporaryFolder()
    let database = try Database(path: older.database, role: .writer)
    try database.execute("BEGIN; \(Schema.step1) \(Schema.step2)")
    try database.execute("PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 2; COMMIT")
    let migrated = try older.writer()
    let shape =
      "SELECT sql FROM sqlite_schema WHERE tbl_name IN ('account', 'oneTimeCode', 'staffSession') ORDER BY name"
    #expect(try migrated.database.values(shape) == store.database.values(shape))
    #expect(
      try store.database.values(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
          + "AND name NOT LIKE 'sqlite%' AND NOT strict") == [])
  }
}

extension KioskStore {
  @discardableResult
  func givenAccount(_ login: String, _ role: Account.Role) throws -> Account.ID {
    try add(
      NewAccount(
        login: Login(login).orFail, name: "Người tên \(login)", role: role, passwordHash: "$argon2id$\(login)",
        isOneTime: true),
      at: World.morning)
  }
}
