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

  /// Objects only at the root, as items are; no null, which patches use.
  private static func value(_ dice: inout SeededDice, depth: Int, isRoot: Bool = true) -> JSON {
    let kind = isRoot ? 3 : dice.roll(depth > 0 ? 4 : 2)
    switch kind {
    case 0: return JSON(dice.roll(3))
    case 1: return JSON(["a", "b", ""][dice.roll(3)])
    case 2: return JSON((0..<dice.roll(3)).map { _ in value(&dice, depth: depth - 1, isRoot: false) })
    default:
      let names = ["x", "y", "z"].filter { _ in dice.roll(2) == 0 }
      return JSON(.object(names.map { JSON.Member(name: $0, value: value(&dice, depth: depth - 1, isRoot: false)) }))
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
