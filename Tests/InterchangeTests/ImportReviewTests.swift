import Assessment
import Interchange
import Testing

@Suite("Looking at a file before it comes in")
struct ImportReviewTests {
  private static let bank = Bank.items
  private var review: ImportReview

  init() throws {
    review = ImportReview(
      framework: try #require(Bank.framework), editor: nil, defaults: ImportDefaults(), fileName: "câu hỏi.gift")
  }

  private func item(_ change: (inout [JSON.Member]) -> Void = { _ in }) throws -> ForeignItem {
    var members = try #require(Self.bank.first { $0.item.kind == .single && $0.item.retirement == nil }).content.members
    change(&members)
    return ForeignItem(content: JSON(.object(members)), line: 7, isNamed: true)
  }

  private func known(inForce: JSON? = nil, draft: JSON? = nil) -> (Item.ID) -> KnownItem {
    { _ in KnownItem(inForce: inForce?.canonicalBytes, draft: draft?.canonicalBytes) }
  }

  @Test("an item is new, the same, another wording, or takes the place of a draft")
  mutating func standings() throws {
    let item = try item()
    let other = try self.item { $0.removeAll { $0.name == "reading" } }
    var standings: [ReviewedItem.Standing] = []
    for known in [known(), known(inForce: item.content), known(inForce: other.content), known(draft: other.content)] {
      var fresh = review
      standings.append(try fresh.review(item, known: known).standing)
    }

    #expect(standings == [.new, .same, .changesItem, .changesDraft])
  }

  @Test("what is missing is told by its name, at the line of the file")
  mutating func missing() throws {
    let reviewed = try review.review(item { $0.removeAll { $0.name == "rationale" } }, known: known())

    #expect(reviewed.problems.map(\.kind) == [.missing] && reviewed.problems.first?.facts == ["rationale"])
    #expect(reviewed.problems.first?.description.hasPrefix("câu hỏi.gift:7: ") ?? false)
    #expect(!reviewed.isReady)
  }

  @Test("what the file does not say is put in, what it says stays")
  func defaults() throws {
    var defaults = ImportDefaults()
    (defaults.difficulty, defaults.use) = (5, .tested)
    var review = ImportReview(
      framework: try #require(Bank.framework), editor: nil, defaults: defaults, fileName: "a")
    let reviewed = try review.review(item { $0.removeAll { $0.name == "difficulty" } }, known: known())
    let content = try JSONReader.read(reviewed.content)

    #expect(content["difficulty"]?.integer == 5)
    #expect(content["use"]?.string == (try item().content["use"]?.string))
    #expect(reviewed.isReady)
  }

  @Test("an id that stands twice in a file is refused with the line of the first")
  mutating func twice() throws {
    let item = try item()
    _ = try review.review(item, known: known())

    #expect(throws: Finding(.repeatedID, [item.id, "7"], line: 7, subject: item.id)) {
      try review.review(item, known: known())
    }
  }

  @Test("a changed key without a higher version is told as the bank tells it")
  mutating func succession() throws {
    let before = try item().content
    let reviewed = try review.review(
      item { members in
        members.removeAll { $0.name == "key" || $0.name == "options" }
        let part = { (id: String) in JSON.object(["id": JSON(id), "text": JSON("Việc \(id)"), "meaning": "x"]) }
        members += [
          JSON.Member(name: "options", value: JSON(["k", "l", "m"].map(part))), JSON.Member(name: "key", value: ["l"]),
        ]
      }, known: known(inForce: before))

    #expect(reviewed.problems.map(\.text).contains { $0.contains("raise \"version\"") })
  }
}
