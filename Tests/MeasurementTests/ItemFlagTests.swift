import Assessment
import Testing

@testable import Measurement

/// Item 0 has the options 0 (the key) to 3; items 1…4 make up the rest. Every other person is able and gets the rest right,
/// mostly.
@Suite("Reasons to look at an item")
struct ItemFlagTests {
  private struct Person {
    let number: Int
    var isAble: Bool { number % 2 == 0 }
    /// 0…9, the same among able and not able people.
    var tenth: Int { number / 2 % 10 }
    /// One of the wrong options.
    var wrong: Int { 1 + number / 2 % 3 }

    /// In order; one of four differs from the rest, another for each person.
    var others: [ScoredResponse] {
      (1..<5).map { item in
        let isRight = isAble != (item - 1 == number / 2 % 4)
        return ScoredResponse(item: item, credit: isRight ? 100 : 0)
      }
    }
  }

  /// What `people` give to item 0: an option, or nothing.
  private func flags(
    people: Int, leastCount: Int = 30, _ option: (Person) -> Int?
  ) throws -> [ItemFlag] {
    var table = ResponseTable(itemCount: 5)
    for person in (0..<people).map(Person.init) {
      let option = option(person)
      let first = ScoredResponse(
        item: 0, credit: option == 0 ? 100 : 0, choice: option.map { .option($0) } ?? .omitted)
      try table.append([first] + person.others)
    }
    let shapes = [ItemShape(options: 4, key: 0)]
    return ItemStatistics.all(of: table, shapes: shapes)[0].flags(ItemLimits(leastCount: leastCount))
  }

  @Test("an item that all get right is too easy, and its distractors do nothing")
  func tooEasy() throws {
    let flags = try flags(people: 200) { _ in 0 }
    #expect(flags.count == 4)
    guard case .tooEasy(let facility) = try #require(flags.first) else {
      Issue.record("\(flags)")
      return
    }
    #expect(facility.value == 1 && facility.count == 200)
    #expect(flags.contains(.neverChosen(option: 3, among: 200)))
  }

  @Test("a wrong key shows: too hard, negative discrimination, and a distractor for the better")
  func wrongKey() throws {
    let flags = try flags(people: 400) { person in
      person.isAble ? 1 : person.tenth < 2 ? 0 : 2 + person.tenth % 2
    }
    #expect(flags.count == 3)
    #expect(flags.contains { if case .tooHard = $0 { true } else { false } })
    #expect(flags.contains { if case .negativeDiscrimination = $0 { true } else { false } })
    #expect(flags.contains { if case .distractorForTheBetter(option: 1, _, _) = $0 { true } else { false } })
  }

  @Test("an item guessed by everybody discriminates weakly")
  func weak() throws {
    var dice = SeededDice(seed: 3)
    let flags = try flags(people: 2_000) { _ in dice.below(4) }
    #expect(flags.count == 1)
    guard case .weakDiscrimination(let value) = try #require(flags.first) else {
      Issue.record("\(flags)")
      return
    }
    #expect(abs(value.value) < 0.1)
  }

  @Test("an item that many leave out is told with how many")
  func omitted() throws {
    let flags = try flags(people: 200) { person in
      person.tenth < 3 ? nil : person.isAble ? 0 : person.wrong
    }
    #expect(flags == [.rarelyAnswered(omitted: Proportion(60, of: 200))])
  }

  @Test("a good item has no flag")
  func good() throws {
    let flags = try flags(people: 200) { person in
      person.isAble == (person.tenth > 1) ? 0 : person.wrong
    }
    #expect(flags.isEmpty)
  }

  @Test("nothing is flagged on few answers, however bad they look")
  func fewAnswers() throws {
    #expect(try flags(people: 29) { person in person.isAble ? 1 : 0 }.isEmpty)
    #expect(try flags(people: 200, leastCount: 201) { _ in 0 }.isEmpty)
  }
}
