import Assessment

/// The rules of one audience as an officer sees them.
package struct RuleOverview: Sendable {
  package let audience: Audience
  package let framework: Framework
  package let inForce: Blueprint
  /// The content row in force, by which a form says what was on the screen.
  package let row: Int64
  package let proposal: Blueprint
  package let history: [(adoption: RuleAdoption, version: Int)]
  package let cards: [Item.Card]

  /// The office's own rules are in force.
  package var isOffices: Bool { inForce.adoption != nil && history.first?.adoption.origin != .proposal }

  /// The bank proposes something else than what is in force.
  package var differs: Bool { !inForce.isSameRule(as: proposal) }

  package var act: RuleAct? { isOffices ? history.first?.adoption.act : nil }

  /// Areas that something is drawn from, or could be, in the order of the rules and then of the framework.
  package var areas: [Area] {
    let drawn = inForce.areas.compactMap { framework.area($0) }
    let others = framework.areas.filter { area in
      !drawn.contains { $0.id == area.id } && cards.contains { $0.use == .tested && $0.area == area.id }
    }
    return drawn + others
  }

  /// Tested items the bank has for one draw.
  package func supply(_ area: Area.ID, _ band: Blueprint.Band.ID) -> Int {
    inForce.pool(for: Blueprint.Draw(area: area, band: band, count: 1), in: cards).count
  }
}

extension Kiosk {
  /// - Throws: ``RuleFault/unknownAudience(_:)``
  package func ruleOverview(of id: Audience.ID) throws -> RuleOverview {
    guard let audience = try store.audiences().first(where: { $0.id == id }),
      let version = try store.currentVersion(for: id)
    else { throw UseCaseError.rules([.unknownAudience(id)]) }
    let rules = try store.rules(version)
    let proposal = try store.proposedBlueprint(for: id)?.blueprint ?? rules.blueprint
    return RuleOverview(
      audience: audience, framework: rules.framework, inForce: rules.blueprint, row: version.blueprint,
      proposal: proposal, history: try store.ruleAdoptions(of: id), cards: try store.cards(for: id, in: version))
  }

  package func ruleOverviews() throws -> [RuleOverview] {
    try store.audiences().map { try ruleOverview(of: $0.id) }
  }
}
