/// Makes forms equally hard: within a band, items differ by a difficulty or two, and a form that drew only the harder ones
/// would ask more of its candidate than the neighbour's.
///
/// The expected score of a form is the sum of what its items' difficulties add (``Blueprint/expected(_:)``). Items are
/// exchanged for others of the same pool, by the form's own dice, until the sum lies within ``tolerance`` of what a form
/// of average items has. So any two forms lie within twice the tolerance: half an item.
struct FormBalance {
  /// An item drawn, with the pool it was drawn from.
  struct Choice {
    var card: Item.Card
    let pool: [Item.Card]
  }

  /// In hundredths of an item.
  static let tolerance = 25
  /// More than a bank that can be balanced ever needs; one that cannot is drawn as it came.
  private static let mostExchanges = 400

  private let blueprint: Blueprint
  private let avoided: Set<Item.ID>

  init(blueprint: Blueprint, avoiding avoided: Set<Item.ID>) {
    self.blueprint = blueprint
    self.avoided = avoided
  }

  func balanced(_ drawn: [Choice], with dice: inout SeededDice) -> [Item.Card] {
    var choices = drawn
    let target = choices.reduce(0) { $0 + average(of: $1.pool) }
    for _ in 0..<Self.mostExchanges {
      let distance = target - choices.reduce(0) { $0 + blueprint.expected($1.card.difficulty) }
      guard abs(distance) > Self.tolerance, !choices.isEmpty else { break }
      exchange(&choices, towards: distance, with: &dice)
    }
    return choices.map(\.card)
  }

  /// One item for another of its pool that is in no form yet, if that brings the sum nearer.
  private func exchange(_ choices: inout [Choice], towards distance: Int, with dice: inout SeededDice) {
    let place = dice.below(choices.count)
    let choice = choices[place]
    let used = Set(choices.map(\.card.id))
    let clusters = Set(choices.indices.filter { $0 != place }.compactMap { choices[$0].card.cluster })
    let others = choice.pool.filter { card in
      if let cluster = card.cluster, clusters.contains(cluster) { return false }
      let gain = blueprint.expected(card.difficulty) - blueprint.expected(choice.card.difficulty)
      return !used.contains(card.id) && !avoided.contains(card.id) && abs(distance - gain) < abs(distance)
    }
    guard !others.isEmpty else { return }
    choices[place].card = others[dice.below(others.count)]
  }

  private func average(of pool: [Item.Card]) -> Int {
    guard !pool.isEmpty else { return 0 }
    return pool.reduce(0) { $0 + blueprint.expected($1.difficulty) } / pool.count
  }
}
