import Assessment

/// What an officer sends to be decided about periods.
package struct RetentionOrder: Equatable, Sendable {
  package let months: [RetentionPlan.Kind: Int]
  package let document: String
  package let date: String
  package let signer: String

  package init(months: [RetentionPlan.Kind: Int], document: String, date: String, signer: String) {
    self.months = months
    self.document = document
    self.date = date
    self.signer = signer
  }
}

extension Kiosk {
  /// The periods in force; nil where this box has none yet.
  package func retentionPlan() throws -> RetentionPlan? {
    guard let content = try store.retentionAdoptions().first?.content else { return nil }
    do { return try RetentionPlan.read(content) } catch { throw UseCaseError.privacy([.noPlan]) }
  }

  /// The periods that came with the program, as long as the office has decided none.
  package func adoptRetention(_ content: [UInt8]) throws {
    let plan = try RetentionPlan.read(content)
    let last = try store.retentionAdoptions().first
    guard last?.act == nil, last?.content != plan.content else { return }
    try store.add(RetentionAdoption(content: plan.content, act: nil, account: nil, at: clock.now()))
    try store.append(
      Event(.retentionKept, digest: secrets.sha256(plan.content), note: "account=none version=\(plan.version)"),
      at: clock.now())
  }

  /// Makes other periods the office's own, by a paper.
  package func keepRetention(_ order: RetentionOrder, by account: StaffID) throws {
    guard var plan = try retentionPlan() else { throw UseCaseError.privacy([.noPlan]) }
    var faults: [PrivacyFault] = []
    for index in plan.periods.indices {
      let kind = plan.periods[index].kind
      guard let months = order.months[kind], RetentionPlan.monthsRange.contains(months) else {
        faults.append(.months(kind, RetentionPlan.monthsRange))
        continue
      }
      plan.periods[index].months = months
    }
    let document = OfficeName.tidy(order.document, most: RuleAct.longestText)
    let signer = OfficeName.tidy(order.signer, most: RuleAct.longestText)
    let date = CivilDate(iso: order.date).flatMap { $0 <= CivilDate(clock.now()) ? $0 : nil }
    if document == nil { faults.append(.document) }
    if signer == nil { faults.append(.signer) }
    if date == nil { faults.append(.date) }
    guard faults.isEmpty, let document, let signer, let date else { throw UseCaseError.privacy(faults) }
    let act = RuleAct(document: document, date: date, signer: signer)
    if let last = try store.retentionAdoptions().first, last.content == plan.content, last.act == act {
      throw UseCaseError.privacy([.nothingChanged])
    }
    try store.add(RetentionAdoption(content: plan.content, act: act, account: account, at: clock.now()))
    try store.append(
      Event(.retentionKept, digest: secrets.sha256(plan.content), note: "account=\(account) version=\(plan.version)"),
      at: clock.now())
  }
}
