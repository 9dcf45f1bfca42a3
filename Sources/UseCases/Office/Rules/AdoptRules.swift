import Assessment

/// What an officer sends to be adopted.
package struct RuleOrder: Equatable, Sendable {
  package let audience: Audience.ID
  package let change: RuleChange
  package let document: String
  package let date: String
  package let signer: String
  /// Stands in the rules in place of the proposal's own reasons.
  package let reason: String
  /// ``RuleOverview/row`` of what was on the screen.
  package let seen: Int64

  package init(
    audience: Audience.ID, change: RuleChange, document: String, date: String, signer: String, reason: String,
    seen: Int64
  ) {
    self.audience = audience
    self.change = change
    self.document = document
    self.date = date
    self.signer = signer
    self.reason = reason
    self.seen = seen
  }
}

extension Kiosk {
  /// Makes changed rules the office's own. New attempts are made with them at once; attempts under way keep theirs.
  ///
  /// - Returns: the new version.
  /// - Throws: ``UseCaseError/rules(_:)`` with everything that stands in the way.
  package func adoptRules(_ order: RuleOrder, by account: StaffID) throws -> Int {
    let overview = try ruleOverview(of: order.audience)
    guard overview.row == order.seen else { throw UseCaseError.rules([.changedMeanwhile]) }
    let version = try nextRuleVersion(of: order.audience)
    let (paper, missing) = act(of: order)
    let adoption = paper.map { Adoption(office: office.name, document: $0.document, date: $0.date.iso) }
    let blueprint = overview.inForce.amended(
      order.change, version: version, adoption: adoption, reason: order.reason)
    let faults =
      missing + bounds(of: order.change) + blueprint.faults(in: overview.framework).map(RuleFault.blueprint)
      + blueprint.shortages(in: overview.cards).map(RuleFault.blueprint)
    guard faults.isEmpty, let act = paper else { throw UseCaseError.rules(faults) }
    guard !(blueprint.isSameRule(as: overview.inForce) && overview.act == act) else {
      throw UseCaseError.rules([.nothingChanged])
    }
    try put(blueprint, in: overview.framework, origin: .office, act: act, by: account)
    return version
  }

  /// Gives the office's own rules up for what the bank proposes.
  ///
  /// - Returns: the version in force now. A number that other rules have had is not used again.
  package func returnToProposal(for audience: Audience.ID, by account: StaffID) throws -> Int {
    let overview = try ruleOverview(of: audience)
    guard overview.isOffices else { throw UseCaseError.rules([.alreadyProposal]) }
    let isTaken = try store.rules(of: audience, numbered: overview.proposal.version) > 1
    let version = isTaken ? try nextRuleVersion(of: audience) : overview.proposal.version
    let blueprint = isTaken ? overview.proposal.renumbered(version, adoption: nil) : overview.proposal
    try put(blueprint, in: overview.framework, origin: .proposal, act: nil, by: account)
    return version
  }

  private func put(
    _ blueprint: Blueprint, in framework: Framework, origin: RuleAdoption.Origin, act: RuleAct?, by account: StaffID
  ) throws {
    let content = blueprint.json.canonicalBytes
    let problems = ItemBank.problems(inBlueprint: content, framework: framework)
    guard problems.isEmpty else { throw UseCaseError.rules(problems.map { .text($0.text) }) }
    try store.putInForce(
      blueprint, content: content, origin: origin, act: act, by: account, at: clock.now())
    try store.append(
      Event(
        origin == .office ? .rulesAdopted : .rulesReturned, digest: secrets.sha256(content),
        note: "account=\(account) audience=\(blueprint.audience) version=\(blueprint.version)"), at: clock.now())
  }

  private func nextRuleVersion(of audience: Audience.ID) throws -> Int {
    let version = try store.highestRuleVersion(of: audience) + 1
    // As many as the field on the slip holds.
    guard version <= 65_535 else { throw UseCaseError.rules([.tooManyVersions]) }
    return version
  }

  /// The paper, or everything that is missing of it.
  private func act(of order: RuleOrder) -> (RuleAct?, [RuleFault]) {
    let document = OfficeName.tidy(order.document, most: RuleAct.longestText)
    let signer = OfficeName.tidy(order.signer, most: RuleAct.longestText)
    let date = CivilDate(iso: order.date).flatMap { $0 <= CivilDate(clock.now()) ? $0 : nil }
    if let document, let signer, let date { return (RuleAct(document: document, date: date, signer: signer), []) }
    let faults: [(Bool, RuleFault)] = [
      (document == nil, .document), (signer == nil, .signer), (date == nil, .date),
    ]
    return (nil, faults.filter(\.0).map(\.1))
  }

  /// What the reader of a bank's files would say without the officer's words for it.
  private func bounds(of change: RuleChange) -> [RuleFault] {
    var faults: [RuleFault] = []
    if !Blueprint.minutesRange.contains(change.minutes) { faults.append(.minutes(Blueprint.minutesRange)) }
    if !Blueprint.retakeDelayRange.contains(change.retakeDelayDays) {
      faults.append(.retakeDelay(Blueprint.retakeDelayRange))
    }
    if change.draws.isEmpty { faults.append(.nothingDrawn) }
    for draw in change.draws where !(1...Blueprint.mostOfOneDraw).contains(draw.count) {
      faults.append(.count(draw.area, draw.band, most: Blueprint.mostOfOneDraw))
    }
    if change.legalBasis.isEmpty || change.legalBasis.contains(where: { $0.count > 500 }) { faults.append(.legalBasis) }
    return faults
  }
}
