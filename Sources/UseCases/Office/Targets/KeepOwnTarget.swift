import Assessment

/// A target of the office's own, as typed.
package struct TargetDraft: Equatable, Sendable {
  package var text: String
  package var group: PlanGroup.ID
  package var value: String
  package var isPercent: Bool
  package var deadline: String
  package var measure: PlanTarget.Measure
  package var note: String

  package init(
    text: String, group: PlanGroup.ID, value: String, isPercent: Bool, deadline: String,
    measure: PlanTarget.Measure, note: String
  ) {
    self.text = text
    self.group = group
    self.value = value
    self.isPercent = isPercent
    self.deadline = deadline
    self.measure = measure
    self.note = note
  }
}

extension Kiosk {
  /// Adds a target of the office's own, or makes a new version of one.
  ///
  /// - Parameter seen: the version that was on the screen; nil for a new target.
  @discardableResult
  package func keepOwnTarget(
    _ draft: TargetDraft, id: PlanTarget.ID?, seen: Int?, by account: StaffID
  ) throws -> PlanTarget.ID {
    let known = try store.ownTargets()
    let id = id ?? PlanTarget.ID("\(PlanDocument.own)-\(known.count + 1)")
    let version = try nextVersion(of: id, known: known, seen: seen)
    let row = id.text.split(separator: "-").last.map(String.init) ?? "1"
    let target = try target(draft, id: id, row: row)
    try store.addOwnTarget(
      id, version: version, content: target.json.canonicalBytes, by: account, at: clock.now())
    try store.append(
      Event(.targetKept, note: "account=\(account) target=\(id) version=\(version)"), at: clock.now())
    return id
  }

  /// Takes a target of the office's own out; its versions stay written down.
  package func dropOwnTarget(_ id: PlanTarget.ID, seen: Int, by account: StaffID) throws {
    let version = try nextVersion(of: id, known: store.ownTargets(), seen: seen)
    try store.addOwnTarget(id, version: version, content: nil, by: account, at: clock.now())
    try store.append(
      Event(.targetKept, note: "account=\(account) target=\(id) version=\(version) dropped"), at: clock.now())
  }

  private func nextVersion(
    of id: PlanTarget.ID, known: [(id: PlanTarget.ID, version: Int, content: [UInt8]?)], seen: Int?
  ) throws -> Int {
    let last = known.first { $0.id == id }
    guard let seen else { return (last?.version ?? 0) + 1 }
    guard let last, last.content != nil else { throw UseCaseError.plan([.unknownTarget(id)]) }
    guard last.version == seen else { throw UseCaseError.plan([.changedMeanwhile]) }
    return seen + 1
  }

  private func target(_ draft: TargetDraft, id: PlanTarget.ID, row: String) throws -> PlanTarget {
    let plan = try officePlan().plan
    var faults: [PlanFault] = []
    let text = OfficeName.tidy(draft.text, most: 500)
    if text == nil { faults.append(.text) }
    switch (plan.group(draft.group), draft.measure) {
    case (nil, _): faults.append(.unknownGroup(draft.group))
    case (_, .outside(let figure)): if plan.figure(figure) == nil { faults.append(.unknownFigure(figure)) }
    case (let group?, _): if !group.isCountable { faults.append(.groupNotCountable(group.id)) }
    }
    let range = draft.isPercent ? 1...100 : 1...100_000_000
    let value = Int(draft.value.filter { !$0.isWhitespace && $0 != "." }).flatMap { range.contains($0) ? $0 : nil }
    if value == nil { faults.append(.value(range)) }
    let deadline = CivilDate(iso: draft.deadline)
    if !draft.deadline.isEmpty, deadline == nil { faults.append(.deadline) }
    let note = OfficeName.tidy(draft.note, most: 500)
    guard faults.isEmpty, let text, let value else { throw UseCaseError.plan(faults) }
    let target = PlanTarget(
      id: id, document: PlanDocument.own, row: row, text: text, group: draft.group, deadline: deadline,
      value: draft.isPercent ? .percent(value) : .people(value), measure: draft.measure, isProvinces: false, note: note)
    // What the reader of files would not take back would be lost.
    guard TargetPlan.target(from: target.json.canonicalBytes) == target else { throw UseCaseError.plan([.text]) }
    return target
  }
}
