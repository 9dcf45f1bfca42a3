import Testing

@testable import Assessment

@Suite("A bank that follows another")
struct BankSuccessionTests {
  private func problems(from old: ItemBank? = nil, exchanging text: String = "", for new: String = "") throws
    -> [String]
  {
    let before = try old ?? ItemBank.read(SampleFiles.files())
    let after = try ItemBank.read(SampleFiles.files(exchanging: text, for: new))
    return BankSuccession(from: before.entries.map(\.item), to: after).problems.map(\.description)
  }

  @Test("the same bank, or one with other words, may follow")
  func words() throws {
    #expect(try problems().isEmpty)
    #expect(try problems(exchanging: "Bà Hoa nên mua ở đâu?", for: "Bà Hoa nên mua chỗ nào?").isEmpty)
  }

  @Test("an item that is gone is missed, and one that is retired is not")
  func gone() throws {
    let missing = try problems(exchanging: "\"id\": \"ms-1\"", for: "\"id\": \"ms-9\"")
    #expect(missing == ["items: item \"ms-1\": was in the bank before and is gone; give it \"retired\" instead"])
    let retired = "\"id\": \"ms-2\", \"retired\": {\"date\": \"2026-11-21\", \"reason\": \"cũ\"}"
    let bank = try ItemBank.read(Self.moreItems(exchanging: "\"id\": \"ms-2\"", for: retired))
    #expect(BankSuccession(from: try ItemBank.read(Self.moreItems()).entries.map(\.item), to: bank).problems.isEmpty)
    #expect(bank.cards(for: Audience.ID("nguoi-dan")).count == 3)
  }

  @Test("a changed key needs a higher version, and a version never goes back")
  func changedKey() throws {
    let changed = try problems(exchanging: "\"key\": [\"a\"]", for: "\"key\": [\"b\"]")
    #expect(changed == ["items: item \"ms-1\": what counts as right changed; raise \"version\" from 1 to 2"])
    #expect(try problems(exchanging: "\"key\": [\"a\"]", for: "\"key\": [\"b\"], \"version\": 2").isEmpty)
    let later = try ItemBank.read(
      SampleFiles.files(exchanging: "\"key\": [\"a\"]", for: "\"key\": [\"a\"], \"version\": 3"))
    #expect(try problems(from: later) == ["items: item \"ms-1\": has version 1, before it had 3"])
  }

  @Test("what is retired does not come back")
  func comesBack() throws {
    let retired = "\"id\": \"ms-2\", \"retired\": {\"date\": \"2026-11-21\", \"reason\": \"cũ\"}"
    let before = try ItemBank.read(Self.moreItems(exchanging: "\"id\": \"ms-2\"", for: retired))
    let after = try ItemBank.read(Self.moreItems())
    #expect(BankSuccession(from: before.entries.map(\.item), to: after).problems.count == 1)
  }

  /// The sample files with a second practice item, so that one may go.
  private static func moreItems(exchanging old: String = "", for new: String = "") -> [ItemBank.File] {
    var files = SampleFiles.files()
    let items = [("ms-1", "tested"), ("ms-2", "practice"), ("ms-3", "warm-up"), ("ms-4", "practice")]
    let text = "{\"items\": [\(items.map { SampleFiles.item($0.0, use: $0.1) }.joined(separator: ","))]}"
    files[3] = ItemBank.File(
      path: files[3].path, bytes: Array((old.isEmpty ? text : text.replacing(old, with: new)).utf8))
    return files
  }
}
