import Assessment
import Testing
import UseCases

@testable import SQLiteStore

@Suite("Content tables")
struct ContentTablesTests {
  let folder: TemporaryFolder
  let store: KioskStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.writer()
  }

  private func count(_ table: String) throws -> Int {
    Int(try store.database.values("SELECT count(*) FROM \(table)").first ?? "").orFail
  }

  @Test("before any bank there is nothing to be tested in")
  func empty() throws {
    #expect(try store.audiences() == [])
    #expect(try store.currentVersion(for: World.everybody) == nil)
    #expect(try store.notice(for: World.everybody) == nil)
  }

  @Test("a bank comes back as it was adopted")
  func roundTrip() throws {
    let bank = try Content().bank()
    #expect(try store.adopt(bank, at: World.morning))
    let version = try #require(try store.currentVersion(for: World.everybody))
    let rules = try store.rules(version)
    #expect(try store.audiences() == bank.framework.audiences)
    #expect(rules.framework == bank.framework)
    #expect(rules.blueprint == bank.blueprint(for: World.everybody))
    #expect(rules.bankHash == PlainSecrets().sha256(bank.namingBytes))
    #expect(try store.notice(for: World.everybody) == bank.notice(for: World.everybody))
    #expect(try store.cards(for: World.everybody, in: version) == bank.entries.map(\.card))
  }

  @Test("a bank is adopted once: the second time changes and stores nothing")
  func once() throws {
    let bank = try Content().bank()
    #expect(try store.adopt(bank, at: World.morning))
    #expect(try !store.adopt(bank, at: World.later(5)))
    #expect(try count("item") == bank.entries.count)
    #expect(try count("framework") == 1 && count("blueprint") == 1 && count("itemBank") == 1 && count("notice") == 1)
  }

  @Test("a changed key makes a new bank; the old one keeps its rows")
  func newBank() throws {
    let old = try store.givenBank()
    #expect(try store.adopt(try Content(keyOfFirst: "b").bank(), at: World.later(5)))
    let new = try #require(try store.currentVersion(for: World.everybody))
    #expect(new.bank != old.bank && new.framework == old.framework && new.blueprint == old.blueprint)
    #expect(try store.rules(old).bankHash != store.rules(new).bankHash)
    #expect(try store.cards(for: World.everybody, in: old).count == 12)
  }

  @Test("going back to an earlier bank brings its rows into force again")
  func back() throws {
    let first = try store.givenBank()
    try store.givenBank(Content(keyOfFirst: "b"))
    #expect(try store.givenBank() == first)
    #expect(try count("itemBank") == 2)
  }

  @Test("a framework that moves a competence keeps the items but changes the area they count for")
  func movedCompetence() throws {
    let old = try store.givenBank()
    let new = try store.givenBank(Content(areaOfAI: "an-toan"))
    #expect(new.bank == old.bank && new.framework != old.framework)
    #expect(Set(try store.cards(for: World.everybody, in: old).map(\.area.text)) == ["an-toan", "ai"])
    #expect(Set(try store.cards(for: World.everybody, in: new).map(\.area.text)) == ["an-toan"])
  }

  @Test("an audience that a new bank does not have is no longer offered")
  func lostAudience() throws {
    try store.givenBank(Content(audiences: ["hoc-sinh", "nguoi-dan"]))
    #expect(try store.audiences().map(\.id.text) == ["hoc-sinh", "nguoi-dan"])
    try store.givenBank()
    #expect(try store.audiences().map(\.id.text) == ["nguoi-dan"])
    #expect(try store.currentVersion(for: Audience.ID("hoc-sinh")) == nil)
  }

  @Test("a new notice is in force at once, for each audience its own")
  func notices() throws {
    try store.givenBank(Content(audiences: ["hoc-sinh", "nguoi-dan"]))
    let content = Content(audiences: ["hoc-sinh", "nguoi-dan"], noticeTitle: "Mới", noticeVersion: 2)
    #expect(try store.adopt(try content.bank(), at: World.later(5)))
    let notice = try #require(try store.notice(for: World.everybody))
    #expect(notice.title == "Mới" && notice.version == 2 && notice.audience == World.everybody)
    #expect(try store.notice(for: Audience.ID("hoc-sinh"))?.audience == Audience.ID("hoc-sinh"))
  }

  @Test("a bank rolled back leaves nothing in the cache for the row ids that follow")
  func rolledBack() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try store.atomically {
        let version = try store.givenBank(Content(noticeTitle: "Bỏ"))
        _ = try (store.rules(version), store.notice(for: World.everybody))
        throw Stop()
      }
    }
    #expect(try store.audiences() == [])
    let version = try store.givenBank(Content(areaOfAI: "an-toan"))
    #expect(try store.rules(version).blueprint.areas == [Area.ID("an-toan")])
    #expect(try store.notice(for: World.everybody)?.title == "Trước khi làm bài")
  }
}
