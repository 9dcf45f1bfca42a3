/// Draws forms: the same blueprint, cards, seed and exclusions always give the same form.
package enum FormAssembly {
  /// A form for the tested mode: warm-ups, then the blueprint's items.
  ///
  /// - Parameters:
  ///   - cards: every item of the bank for the audience, in any order; sorted by id here, so that the order of the files
  ///     or of a query does not matter.
  ///   - recent: items of the person's last forms, newest form first. They are left out while the bank allows; if an area
  ///     and band has too few others, the oldest form's items come back first.
  /// - Throws: ``AssessmentError/bankTooSmall(area:band:needed:available:)``
  package static func tested(
    blueprint: Blueprint, cards: [Item.Card], seed: UInt64, recent: [Set<Item.ID>]
  ) throws(AssessmentError) -> Form {
    var dice = SeededDice(seed: seed)
    let sorted = cards.sorted { $0.id < $1.id }

    var chosen: [FormBalance.Choice] = []
    for draw in blueprint.draws {
      let pool = blueprint.pool(for: draw, in: sorted)
      guard pool.count >= draw.count else {
        throw .bankTooSmall(area: draw.area, band: draw.band, needed: draw.count, available: pool.count)
      }
      let taken = take(
        draw.count, from: pool, avoiding: recent, clusters: Set(chosen.compactMap(\.card.cluster)), with: &dice)
      chosen += taken.map { FormBalance.Choice(card: $0, pool: pool) }
    }
    let balance = FormBalance(blueprint: blueprint, avoiding: recent.reduce(into: []) { $0.formUnion($1) })
    let scored = balance.balanced(chosen, with: &dice)

    let warmUps = take(blueprint.warmUps, from: sorted.filter { $0.use == .warmUp }, avoiding: [], with: &dice)
    return form(warmUps: warmUps, scored: scored, with: &dice)
  }

  /// A form for practice: so many practice items of each area, easiest first, nothing tested.
  package static func practice(blueprint: Blueprint, cards: [Item.Card], seed: UInt64) -> Form {
    var dice = SeededDice(seed: seed)
    let sorted = cards.filter { $0.use == .practice }.sorted { $0.id < $1.id }

    var chosen: [Item.Card] = []
    for area in blueprint.areas {
      chosen += take(blueprint.practicePerArea, from: sorted.filter { $0.area == area }, avoiding: [], with: &dice)
    }
    return form(warmUps: [], scored: chosen, with: &dice)
  }

  /// Takes items that are rather new to the candidate. One of a cluster that the form has already comes only where the
  /// pool has nothing else.
  private static func take(
    _ count: Int, from pool: [Item.Card], avoiding recent: [Set<Item.ID>], clusters: Set<Item.ClusterID> = [],
    with dice: inout SeededDice
  ) -> [Item.Card] {
    // How lately a candidate saw an item: 0 never, then the older form, then the newest.
    func freshness(_ card: Item.Card) -> Int {
      recent.firstIndex { $0.contains(card.id) }.map { recent.count - $0 } ?? 0
    }
    let shuffled = dice.shuffled(pool)
    let ranked = shuffled.indices.sorted { one, other in
      let (a, b) = (freshness(shuffled[one]), freshness(shuffled[other]))
      return a == b ? one < other : a < b
    }.map { shuffled[$0] }
    var met = clusters
    var taken: [Item.Card] = []
    var left: [Item.Card] = []
    for card in ranked {
      if taken.count < count, card.cluster.map({ met.insert($0).inserted }) ?? true {
        taken.append(card)
      } else {
        left.append(card)
      }
    }
    return taken + left.prefix(count - taken.count)
  }

  /// Areas stay together in the blueprint's order, so that a person meets one subject at a time, easier items first.
  private static func form(warmUps: [Item.Card], scored: [Item.Card], with dice: inout SeededDice) -> Form {
    var entries: [Form.Entry] = []
    for (index, card) in warmUps.enumerated() {
      entries.append(entry(card, at: FormPlace(.warmUp, index + 1), with: &dice))
    }
    for (index, card) in scored.enumerated() {
      entries.append(entry(card, at: FormPlace(.scored, index + 1), with: &dice))
    }
    return Form(entries: entries)
  }

  private static func entry(_ card: Item.Card, at place: FormPlace, with dice: inout SeededDice) -> Form.Entry {
    var order = dice.shuffled(card.shuffledParts)
    // Steps that lie in order already would ask nothing.
    if card.kind == .order, order == card.shuffledParts { order.append(order.removeFirst()) }
    return Form.Entry(place: place, item: card.id, optionOrder: order)
  }
}
