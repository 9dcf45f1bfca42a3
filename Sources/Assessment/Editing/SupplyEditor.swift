/// Whether a bank has enough of everything.
struct SupplyEditor {
  private let bank: ItemBank
  private let rules: EditorialRules

  init(_ bank: ItemBank, rules: EditorialRules) {
    self.bank = bank
    self.rules = rules
  }

  var remarks: [BankEditor.Remark] { fewItems + thinDraws + fewPractical }

  private var tested: [Item] {
    bank.entries.map(\.item).filter { $0.use == .tested && $0.retirement == nil }
  }

  private var fewItems: [BankEditor.Remark] {
    let tested = tested
    return bank.framework.competences.compactMap { competence in
      let count = tested.filter { $0.competence == competence.id }.count
      guard count < rules.testedPerCompetence else { return nil }
      return BankEditor.Remark(
        subject: "competence \"\(competence.id)\"", competence: competence.id, rule: .fewItems,
        text: "\(count) tested items, at least \(rules.testedPerCompetence) are wanted")
    }
  }

  private var thinDraws: [BankEditor.Remark] {
    bank.blueprints.flatMap { blueprint in
      let cards = bank.cards(for: blueprint.audience)
      return blueprint.draws.compactMap { draw -> BankEditor.Remark? in
        let count = blueprint.pool(for: draw, in: cards).count
        guard count < draw.count * rules.supplyFactor else { return nil }
        return BankEditor.Remark(
          subject: "blueprint \"\(blueprint.audience)\"", competence: nil, rule: .thinDraw,
          text: "area \"\(draw.area)\", band \"\(draw.band)\": \(count) tested items for \(draw.count) drawn, "
            + "at least \(draw.count * rules.supplyFactor) are wanted")
      }
    }
  }

  private var fewPractical: [BankEditor.Remark] {
    let tested = tested
    let practical = tested.filter(\.kind.isPractical).count
    guard practical * 100 < tested.count * rules.practicalPercent else { return [] }
    return [
      BankEditor.Remark(
        subject: "use \"tested\"", competence: nil, rule: .fewPractical,
        text: "\(practical) of \(tested.count) items are done with the hands, "
          + "at least \(rules.practicalPercent) in a hundred are wanted")
    ]
  }
}
