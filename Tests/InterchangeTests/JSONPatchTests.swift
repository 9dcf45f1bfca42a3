import Assessment
import Testing

@testable import Interchange

@Suite("Notes beside an item")
struct JSONPatchTests {
  @Test("what is between two values makes one of the other", arguments: 0..<200)
  func between(seed: UInt64) throws {
    var dice = SeededDice(seed: seed)
    let (one, other) = (Self.value(&dice, depth: 3), Self.value(&dice, depth: 3))

    let patch = JSONPatch.between(one, other)

    let made = patch.map { JSONPatch.apply($0, to: one) } ?? one
    #expect(made.canonicalBytes == other.canonicalBytes)
  }

  /// As in items, what a name stands for is always a list, an object or a plain value; no null, which patches use.
  private static func value(_ dice: inout SeededDice, depth: Int) -> JSON {
    var members: [JSON.Member] = []
    for name in ["list", "object", "plain", "text"] where dice.roll(3) > 0 {
      members.append(JSON.Member(name: name, value: member(name, &dice, depth: depth)))
    }
    return JSON(.object(members))
  }

  private static func member(_ name: String, _ dice: inout SeededDice, depth: Int) -> JSON {
    switch name {
    case "list" where depth > 0: JSON((0..<dice.roll(3)).map { _ in value(&dice, depth: depth - 1) })
    case "object" where depth > 0: value(&dice, depth: depth - 1)
    case "text": JSON(["a", "b", ""][dice.roll(3)])
    default: JSON(dice.roll(3))
    }
  }

  @Test("a part that somebody took out of a list stays out, and what is left keeps its notes")
  func shorterList() {
    let patch: JSON = .object(["options": .object(["0": .object(["ear": "a"]), "2": .object(["ear": "c"])])])
    let shorter: JSON = .object(["options": [.object(["text": "A"]), .object(["text": "B"])]])

    let made = JSONPatch.apply(patch, to: shorter)

    #expect(
      made.canonicalBytes
        == JSON.object(["options": [.object(["text": "A", "ear": "a"]), .object(["text": "B"])]]).canonicalBytes)
  }
}

extension SeededDice {
  fileprivate mutating func roll(_ sides: Int) -> Int {
    sides < 2 ? 0 : Int(shuffled(Array(0..<sides)).first ?? 0)
  }
}
