import Assessment
import Testing

@testable import Measurement

/// Item 0 has the options 0 (the key) to 3; items 1…4 make up the rest.
@Suite("Reasons to look at an item")
struct ItemFlagTests {
  private static func flags(
    people: Int, leastCount: Int = 30, answer: (_ person: Int, _ isAble: Bool) -> Response.Choice
  ) throws -> [ItemFlag] {
    var table = ResponseTable(itemCount: 5)
    for person in 0..<people {
      let isAble = person % 2 == 0
      let choice = answer(person, isAble)
      let first = Response(item: 0, credit: choice == .option(0) ? 100 : 0, choice: choice)
      try table.append(
        [first] + (1..<5).map { Response(item: $0, credit: isAble == ($0 + person / 2 % 4 != 4) ? 100 : 0) })
    }
    let shapes = [ItemShape(options: 4, key: 0)]
    return ItemStatistics.all(of: table, shapes: shapes)[0].flags(ItemLimits(leastCount: leastCount))
  }

  @Test("an item that all get right is too easy, and its distractors do nothing")
  func tooEasy() throws {
    let flags = try Self.flags(people: 200) { _, _ in .option(0) }
    #expect(flags.count == 4)
    guard case .tooEasy(let facility) = flags.first else { return Issue.record("\(flags)") }
    #expect(facility.value == 1 && facility.count == 200)
    #expect(flags.contains(.neverChosen(option: 3, among: 200)))
  }

  @Test("a wrong key shows: negative discrimination, too hard, and a distractor for the better")
  func wrongKey() throws {
    let flags = try Self.flags(people: 200) { person, isAble in
      isAble ? .option(1) : .option(person % 8 == 1 ? 0 : 2 + person / 2 % 2)
    }
    #expect(flags.contains { if case .negativeDiscrimination = $0 { true } else { false } })
    #expect(flags.contains { if case .tooHard = $0 { true } else { false } })
    #expect(flags.contains { if case .distractorForTheBetter(option: 1, _, _) = $0 { true } else { false } })
    #expect(!flags.contains { if case .distractorForTheBetter(option: 2, _, _) = $0 { true } else { false } })
  }

  @Test("an item guessed by everybody discriminates weakly")
  func weak() throws {
    var dice = SeededDice(seed: 3)
    let flags = try Self.flags(people: 2_000) { _, _ in .option(dice.below(4)) }
    #expect(flags.count == 1)
    guard case .weakDiscrimination(let value) = flags.first else { return Issue.record("\(flags)") }
    #expect(abs(value.value) < 0.1)
  }

  @Test("an item that many leave out is told with how many")
  func omitted() throws {
    let flags = try Self.flags(people: 200) { person, isAble in
      person % 3 == 0 ? .omitted : isAble ? .option(0) : .option(1 + person / 2 % 3)
    }
    #expect(flags == [.rarelyAnswered(omitted: Proportion(67, of: 200))])
  }

  @Test("a good item has no flag")
  func good() throws {
    let flags = try Self.flags(people: 200) { person, isAble in
      isAble == (person % 10 > 1) ? .option(0) : .option(1 + person / 2 % 3)
    }
    #expect(flags.isEmpty)
  }

  @Test("nothing is flagged on few answers, however bad they look")
  func fewAnswers() throws {
    #expect(try Self.flags(people: 29) { _, isAble in isAble ? .option(1) : .option(0) }.isEmpty)
    #expect(try Self.flags(people: 200, leastCount: 201) { _, _ in .option(0) }.isEmpty)
  }
}
