import Assessment
import TestSupport
import Testing
import UseCases

@Suite("Drafts and their release")
struct DraftTests {
  let box: TestBox

  init() throws {
    box = try TestBox()
  }

  private func draft(_ id: String, _ change: (String) -> String = { $0 }) throws -> NewDraft {
    let text = """
      {"id": "\(id)", "type": "single", "competence": "an-toan.mot", "audiences": ["nguoi-dan"], "use": "tested",
       "difficulty": 2, "difficultyReason": "thử", "stem": "Nhận cuộc gọi lạ đòi tiền thì làm gì?",
       "options": [{"id": "a", "text": "Cúp máy", "meaning": "biết"}, {"id": "b", "text": "Nghe theo", "meaning": "tin"},
        {"id": "c", "text": "Đọc mã", "meaning": "lộ"}],
       "key": ["a"], "rationale": "Cuộc gọi lạ thường lừa đảo.", "source": {"kind": "principle"}}
      """
    let content = try JSONReader.read(Array(change(text).utf8)).canonicalBytes
    return NewDraft(item: Item.ID(id), content: content, file: "câu hỏi.csv", line: 2)
  }

  private func receive(_ drafts: NewDraft...) throws {
    try box.kiosk.receiveDrafts(drafts, from: "câu hỏi.csv", by: .console)
  }

  private func release(_ ids: String..., rules: EditorialRules? = nil) throws -> DraftRelease {
    try box.kiosk.releaseDrafts(of: ids.map { Item.ID($0) }, rules: rules, by: .console)
  }

  private func cards() throws -> [Item.ID] {
    let version = try #require(try box.store.currentVersion(for: SampleBank.audience))
    return try box.store.cards(for: SampleBank.audience, in: version).map(\.id)
  }

  @Test("a draft is not drawn; once released it is, and the log says so")
  func release() throws {
    let before = try cards()
    try receive(draft("cau-moi"))
    #expect(try cards() == before)

    let release = try release("cau-moi")

    #expect(release.released == [Item.ID("cau-moi")] && release.kept.isEmpty)
    #expect(try Set(cards()) == Set(before + [Item.ID("cau-moi")]))
    #expect(try box.store.drafts().isEmpty)
    #expect(try box.store.releasedContents().count == 1)
    #expect(try box.store.auditEvents().isWhole)
  }

  @Test("forms drawn before a release keep the bank they were drawn from")
  func oldForms() throws {
    let id = try box.seatHoa(session: box.session(1))
    let bank = try box.record(id).content.bank
    try receive(draft("cau-moi"))
    _ = try release("cau-moi")

    #expect(try box.record(id).content.bank == bank)
    #expect(try box.store.currentVersion(for: SampleBank.audience)?.bank != bank)
  }

  @Test("a draft with something missing waits on, and what is missing is told with its line")
  func incomplete() throws {
    try receive(draft("thieu") { $0.replacing(", \"rationale\": \"Cuộc gọi lạ thường lừa đảo.\"", with: "") })

    let kept = try release("thieu").kept

    #expect(kept.map(\.draft.item) == [Item.ID("thieu")])
    #expect(kept.first?.problems.map(\.kind) == [.missing])
    #expect(kept.first?.problems.map(\.facts) == [["rationale"]])
    #expect(kept.first?.problems.map(\.line) == [2])
    #expect(try box.store.draft(of: Item.ID("thieu")) != nil)
  }

  @Test("a draft that an editor remarks on waits on, also one too like an item of the bank")
  func remarks() throws {
    var rules = EditorialRules()
    rules.wordsInSentence = 5
    rules.sharedTrigramPercent = 60
    try receive(draft("dai"), draft("giong") { $0.replacing("Nhận cuộc gọi lạ đòi tiền thì làm gì?", with: "Gọi?") })
    #expect(try release("dai", rules: rules).kept.first?.remarks.map(\.rule) == [.longSentence])
    _ = try release("dai")

    try receive(draft("giong"))
    rules.wordsInSentence = 60

    #expect(try release("giong", rules: rules).kept.first?.remarks.map(\.rule) == [.nearDuplicate])
  }

  @Test("an item of the bank changes only with a higher version, where what counts as right changes")
  func succession() throws {
    try receive(draft("an-toan-1") { $0.replacing("\"key\": [\"a\"]", with: "\"key\": [\"b\"]") })
    #expect(try release("an-toan-1").kept.first?.problems.count == 1)

    try receive(draft("an-toan-1") { $0.replacing("\"key\": [\"a\"]", with: "\"key\": [\"b\"], \"version\": 2") })

    #expect(try release("an-toan-1").released.count == 1)
    let item = try #require(try box.store.itemsInForce().first { $0.id == Item.ID("an-toan-1") })
    #expect(item.version == 2)
  }

  @Test("a release that leaves too few items to draw from changes nothing")
  func thinBank() throws {
    let before = try cards()
    let retired = try (1...8).map { number in
      try draft("an-toan-\(number)") {
        $0.replacing("\"source\"", with: "\"retired\": {\"date\": \"2026-11-20\", \"reason\": \"cũ\"}, \"source\"")
      }
    }
    try box.kiosk.receiveDrafts(retired, from: "câu hỏi.csv", by: .console)

    let release = try box.kiosk.releaseDrafts(of: retired.map(\.item), rules: nil, by: .console)

    #expect(release.released.isEmpty && release.kept.count == 8)
    #expect(release.kept.allSatisfy { !$0.problems.isEmpty })
    #expect(try cards() == before)
  }

  @Test("a second import of an item takes the place of its draft; a discarded one is gone")
  func replacing() throws {
    try receive(draft("cau-moi"))
    try receive(draft("cau-moi") { $0.replacing("Cúp máy", with: "Cúp máy ngay") })
    #expect(try box.store.drafts().count == 1)

    try box.kiosk.discardDraft(of: Item.ID("cau-moi"), by: .console)

    #expect(try box.store.drafts().isEmpty)
    #expect(throws: UseCaseError.unknownItem(Item.ID("cau-moi"))) { try release("cau-moi") }
    #expect(throws: UseCaseError.unknownItem(Item.ID("cau-moi"))) {
      try box.kiosk.discardDraft(of: Item.ID("cau-moi"), by: .console)
    }
  }

  @Test("only an officer, or the command line, takes drafts in and releases them")
  func officersOnly() throws {
    let draft = try draft("cau-moi")
    for refused in [
      { try box.kiosk.receiveDrafts([draft], from: "a", by: .account(99)) },
      { _ = try box.kiosk.releaseDrafts(of: [], rules: nil, by: .account(99)) },
      { try box.kiosk.discardDraft(of: draft.item, by: .account(99)) },
    ] {
      #expect(throws: UseCaseError.staff(.forbidden(.officer))) { try refused() }
    }
  }

  @Test("what was released takes the place of the shipped item at the next reading, until a later version is shipped")
  func nextReading() throws {
    let released = try draft("an-toan-1") { $0.replacing("\"source\"", with: "\"version\": 2, \"source\"") }
    let file = ItemBank.File(
      path: "\(ItemBank.released)0.json", bytes: Array("{\"items\":[".utf8) + released.content + Array("]}".utf8))
    func version(_ files: [ItemBank.File]) throws -> (Int, String)? {
      try ItemBank.read(files + [file]).entries.first { $0.item.id == released.item }.map {
        ($0.item.version, $0.item.stem.written)
      }
    }

    #expect(try version(SampleBank.files())?.1 == "Nhận cuộc gọi lạ đòi tiền thì làm gì?")
    let later = SampleBank.files().map { file in
      ItemBank.File(
        path: file.path,
        bytes: Array(
          String(decoding: file.bytes, as: UTF8.self).replacing(
            "\"id\": \"an-toan-1\",", with: "\"id\": \"an-toan-1\", \"version\": 3,"
          ).utf8))
    }
    #expect(try version(later)?.0 == 3)
  }
}
