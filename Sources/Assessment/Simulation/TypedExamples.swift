/// Finds texts to type, so that a machine can be walked through its field tests: each move's first combination of texts
/// with which that move is the one taken.
///
/// Tests only tell a few sorts of text apart, so a few candidates for each field are all that need be tried.
struct TypedExamples {
  typealias Typed = [Simulation.Element.ID: String]

  /// Combinations tried for one tap; beyond them a move counts as one that no text leads to.
  static let mostTried = 4_096

  /// For each move an example, or nil where no text leads to it.
  static func find(for moves: [Simulation.Move], fields shown: Set<Simulation.Element.ID>) -> [Typed?] {
    var found: [Typed?] = moves.map { _ in nil }
    let tests = moves.flatMap(\.fields).filter { shown.contains($0.field) }
    for typed in combinations(of: tests) {
      guard let taken = moves.firstIndex(where: { $0.fields.allSatisfy { $0.holds(typed) } }) else { continue }
      if found[taken] == nil { found[taken] = typed }
      if !found.contains(nil) { break }
    }
    return found
  }

  /// Nothing typed comes first, so that an example has no more text than it needs.
  private static func combinations(of tests: [Simulation.FieldTest]) -> [Typed] {
    var combinations: [Typed] = [[:]]
    for field in Set(tests.map(\.field)).sorted() {
      let texts = candidates(tests.filter { $0.field == field })
      guard combinations.count * (texts.count + 1) <= mostTried else { return combinations }
      combinations += combinations.flatMap { typed in
        texts.map { text in typed.merging([field: text]) { _, new in new } }
      }
    }
    return combinations
  }

  private static func candidates(_ tests: [Simulation.FieldTest]) -> [String] {
    var candidates: [String] = []
    for test in tests {
      switch test {
      case .isOne(_, let texts): candidates += texts
      case .isEmpty: break
      case .isStrong(_, let least, let without):
        candidates += strong(least: least, without: without)
        candidates += without.map { $0 + lengthened("c4y-tre", to: least) }
      }
    }
    // Something that is none of all these.
    return candidates + ["m8"]
  }

  /// Letters and digits in several mixtures, since any of them may be among what is not allowed.
  private static func strong(least: Int, without: [String]) -> [String] {
    let mixtures = ["c4y-tre-xanh", "h0a-sen-vang", "k7x9q2", "w3j5z1", "b6-", "g!"]
    return mixtures.map { lengthened($0, to: max(least, 2)) }
      .first { Simulation.FieldTest.isStrong(field: anyField, least: least, without: without).holds([anyField: $0]) }
      .map { [$0] } ?? []
  }

  private static let anyField = Simulation.Element.ID("")

  private static func lengthened(_ text: String, to count: Int) -> String {
    String(String(repeating: text, count: count / max(text.count, 1) + 1).prefix(count))
  }
}
