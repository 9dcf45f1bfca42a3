import Assessment

/// Chooses the items of a form. A port, so that another way of choosing can take the place of the seeded draw.
package protocol FormChoosing: Sendable {
  func form(
    for mode: Attempt.Mode, blueprint: Blueprint, cards: [Item.Card], seed: UInt64, recent: [Set<Item.ID>]
  ) throws -> Form
}

/// The draw of ``FormAssembly``: chance within the blueprint's areas and bands.
package struct SeededDraw: FormChoosing {
  package init() {}

  package func form(
    for mode: Attempt.Mode, blueprint: Blueprint, cards: [Item.Card], seed: UInt64, recent: [Set<Item.ID>]
  ) throws -> Form {
    switch mode {
    case .practice: FormAssembly.practice(blueprint: blueprint, cards: cards, seed: seed)
    case .tested: try FormAssembly.tested(blueprint: blueprint, cards: cards, seed: seed, recent: recent)
    }
  }
}
