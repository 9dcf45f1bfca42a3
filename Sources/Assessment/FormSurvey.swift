/// What many forms of one blueprint have in common.
package struct FormSurvey: Sendable {
  /// Expected scores in hundredths of an item.
  package private(set) var leastExpected = Int.max
  package private(set) var mostExpected = 0
  package private(set) var mostSeen = Item.ID("")
  package private(set) var mostSeenCount = 0

  /// - Throws: ``AssessmentError/bankTooSmall(area:band:needed:available:)``
  package init(blueprint: Blueprint, cards: [Item.Card], seeds: Range<UInt64>) throws(AssessmentError) {
    let difficulties = Dictionary(cards.map { ($0.id, $0.difficulty) }, uniquingKeysWith: { first, _ in first })
    var seen: [Item.ID: Int] = [:]
    for seed in seeds {
      let form = try FormAssembly.tested(blueprint: blueprint, cards: cards, seed: seed, recent: [])
      var expected = 0
      for entry in form.entries where entry.place.part == .scored {
        expected += blueprint.expected(difficulties[entry.item] ?? 0)
        seen[entry.item, default: 0] += 1
      }
      leastExpected = min(leastExpected, expected)
      mostExpected = max(mostExpected, expected)
    }
    for (item, count) in seen where count > mostSeenCount || (count == mostSeenCount && item < mostSeen) {
      (mostSeen, mostSeenCount) = (item, count)
    }
  }
}
