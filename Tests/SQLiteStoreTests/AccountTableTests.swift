import Testing
import UseCases

@testable import SQLiteStore

@Suite("Accounts, codes and sessions in the store")
struct AccountTableTests {
  let folder: TemporaryFolder
  let store: KioskStore
  let van: Account.ID

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.writer()
    van = try store.givenAccount("van", .clerk)
  }

  @Test("an account comes back as it was made, by id and by login")
  func comesBack() throws {
    let account = try #require(try store.account(van))
    #expect(account.name == "Người tên van" && account.role == .clerk && account.mustChangePassword)
    #expect(!account.isDisabled && !account.hasPIN && account.secondFactor == .none)
    #expect(try store.account(account.login) == account)
    #expect(try store.accounts() == [account])
    #expect(try store.account(99) == nil)
  }

  @Test("what is changed comes back, and a reset takes it away")
  func changes() throws {
    try store.setPassword("$argon2id$moi", isOneTime: false, of: van, at: World.morning)
    try store.setPIN("$argon2id$pin", of: van, at: World.morning)
    try store.setAuthenticator(secret: "MZXW6YTBOI", step: 7, of: van, at: World.morning)
    try store.take(step: 8, of: van)
    #expect(try store.passwordHash(of: van) == "$argon2id$moi" && store.pinHash(of: van) == "$argon2id$pin")
    let app = try #require(try store.authenticator(of: van))
    #expect(app == ("MZXW6YTBOI", 8))
    let account = try #require(try store.account(van))
    #expect(account.hasPIN && account.secondFactor == .totp && !account.mustChangePassword)

    try store.clearProofs(of: van, at: World.morning)
    #expect(try store.authenticator(of: van) == nil && store.pinHash(of: van) == nil)
  }

  @Test("a name or secret moved to another account does not open")
  func bound() throws {
    let tu = try store.givenAccount("tu", .technician)
    try store.setAuthenticator(secret: "MZXW6YTBOI", step: 1, of: tu, at: World.morning)
    try store.database.execute(
      "UPDATE account SET nameSealed = (SELECT nameSealed FROM account WHERE id = \(tu)) WHERE id = 1")
    #expect(throws: (any Error).self) { try store.account(van) }
    try store.database.execute(
      "UPDATE account SET totpSealed = (SELECT totpSealed FROM account WHERE id = \(tu)), secondFactor = 'totp' "
        + "WHERE id = 1"
    )
    #expect(throws: (any Error).self) { try store.authenticator(of: van) }
  }

  @Test("a code counts for its owner, once, until the owner's codes are replaced")
  func codes() throws {
    let owner = CodeOwner.account(van)
    try store.replaceCodes(["11112222", "33334444"], of: owner, at: World.morning)
    #expect(try !store.use("11112222", of: .firstOfficer, at: World.morning))
    #expect(try !store.use("11112222", of: .account(99), at: World.morning))
    #expect(try store.use("11112222", of: owner, at: World.morning))
    #expect(try !store.use("11112222", of: owner, at: World.morning))
    #expect(try store.openCodes(of: owner) == 1)
    try store.replaceCodes(["11112222"], of: owner, at: World.morning)
    #expect(try store.isOpen("11112222", of: owner) && !store.isOpen("33334444", of: owner))
    #expect(try store.openCodes(of: .firstOfficer) == 0)
  }

  @Test("a session comes back by its id with its account, until it ends")
  func sessions() throws {
    let id = try store.open(World.session(1), for: van, stage: .open, at: World.morning)
    try store.setWrongTries(3, of: id)
    try store.setStage(.locked, of: id)
    let found = try #require(try store.staffSession(World.session(1)))
    #expect(found.account.id == van && found.stage == .locked && found.wrongTries == 3)
    #expect(found.signedInAt == World.morning)
    #expect(try store.staffSessions() == [found])
    #expect(try store.staffSession(World.session(2)) == nil)
    try store.end(id)
    #expect(try store.staffSession(World.session(1)) == nil)
  }

  @Test("a drafted secret belongs to its session")
  func drafts() throws {
    let id = try store.open(World.session(1), for: van, stage: .open, at: World.morning)
    #expect(try store.draft(of: id) == nil)
    try store.setDraft(secret: "MZXW6YTBOI", of: id)
    #expect(try store.draft(of: id) == "MZXW6YTBOI")
  }

  @Test("the file holds no name, no secret, no code and no session id in clear")
  func nothingInClear() throws {
    try store.setAuthenticator(secret: "MZXW6YTBOI", step: 1, of: van, at: World.morning)
    try store.replaceCodes(["31415926"], of: .account(van), at: World.morning)
    let id = try store.open(World.session(0xA7), for: van, stage: .open, at: World.morning)
    try store.setDraft(secret: "GEZDGNBVGY", of: id)
    let bytes = folder.bytes()
    let secrets = ["Người tên", "MZXW6YTBOI", "31415926", "GEZDGNBVGY"].map { Array($0.utf8) }
    for secret in secrets + [[UInt8](repeating: 0xA7, count: 16)] {
      #expect(!bytes.contains(run: secret), "\(String(decoding: secret, as: UTF8.self))")
    }
    #expect(bytes.contains(run: Array("$argon2id$van".utf8)))
  }
}

extension [UInt8] {
  fileprivate func contains(run: [UInt8]) -> Bool {
    guard let first = run.first, count >= run.count else { return false }
    return indices.dropLast(run.count - 1).contains {
      self[$0] == first && self[$0..<$0 + run.count].elementsEqual(run)
    }
  }
}
