import Assessment

/// The plan as this office has it: the shipped documents it chose, and targets of its own.
package struct OfficePlan: Sendable {
  package let plan: TargetPlan
  package let chosen: Set<PlanDocument.ID>
  /// With the version of each.
  package let own: [(target: PlanTarget, version: Int)]

  /// In the order of the documents; the office's own last.
  package var targets: [PlanTarget] { plan.targets.filter { chosen.contains($0.document) } + own.map(\.target) }

  package func target(_ id: PlanTarget.ID) -> PlanTarget? { targets.first { $0.id == id } }
}

extension Kiosk {
  /// - Parameter ownDocument: what the office's own targets stand under.
  /// - Throws: ``PlanFault/noPlan``
  package func officePlan() throws -> OfficePlan {
    guard let content = try store.planContent() else { throw UseCaseError.plan([.noPlan]) }
    let plan: TargetPlan
    do { plan = try TargetPlan.read(content) } catch { throw UseCaseError.contentDamaged }
    let choices = try store.documentChoices()
    let own = try store.ownTargets().compactMap { entry -> (PlanTarget, Int)? in
      guard let content = entry.content else { return nil }
      guard let target = TargetPlan.target(from: content) else { throw UseCaseError.contentDamaged }
      return (target, entry.version)
    }
    return OfficePlan(plan: plan, chosen: Set(plan.documents.map(\.id).filter { choices[$0] == true }), own: own)
  }

  /// Where every target that applies here stands on a day.
  ///
  /// - Parameter ownTitle: the heading of the office's own targets, in words.
  package func standings(ownTitle: String, asOf: CivilDate? = nil) throws -> [Standing] {
    let day = asOf ?? CivilDate(clock.now())
    let plan = try officePlan()
    var counting = TargetCounting(
      plan: plan.plan, store: store, tagNames: try store.tagNames(), figures: try store.officeFigures(), day: day)
    let own = PlanDocument(id: PlanDocument.own, title: ownTitle, issuer: office.name)
    return try plan.targets.compactMap { target in
      guard let group = plan.plan.group(target.group) else { return nil }
      return try counting.standing(target, document: plan.plan.document(target.document) ?? own, group: group)
    }
  }
}

/// Counts each group once, however many targets speak of it.
struct TargetCounting {
  let plan: TargetPlan
  let store: any Kiosk.Store
  let tagNames: [String]
  let figures: [OfficeFigure]
  let day: CivilDate
  private var counts: [Key: Int] = [:]

  private struct Key: Hashable {
    let measure: PlanTarget.Measure.Word
    let group: PlanGroup.ID
  }

  init(plan: TargetPlan, store: any Kiosk.Store, tagNames: [String], figures: [OfficeFigure], day: CivilDate) {
    self.plan = plan
    self.store = store
    self.tagNames = tagNames
    self.figures = figures
    self.day = day
  }

  mutating func standing(_ target: PlanTarget, document: PlanDocument, group: PlanGroup) throws -> Standing {
    let figure = figure(for: target.measure)
    let counted = group.isCountable ? try counted(target.measure.word, group) : nil
    let entered = figure.flatMap { latest(.outside($0.id), group.id) }
    let basis: Standing.Basis =
      if let entered { .outside(entered, counted: counted) } else if counted != nil { .counted } else { .missing }
    return Standing(
      target, document: document, group: group, figure: figure, basis: basis, count: entered?.value ?? counted,
      population: latest(.population, group.id).map {
        GroupPopulation(people: $0.value, day: $0.day, source: $0.source)
      }, asOf: day)
  }

  private func figure(for measure: PlanTarget.Measure) -> OutsideFigure? {
    if case .outside(let id) = measure { return plan.figure(id) }
    return plan.figures.first { $0.standsFor == measure.word }
  }

  /// The figure of the last day that is not after the day asked about; where there is none, the first after it.
  private func latest(_ subject: OfficeFigure.Subject, _ group: PlanGroup.ID) -> OfficeFigure? {
    let known = figures.filter { $0.subject == subject && $0.group == group }
    if let figure = known.first(where: { $0.day <= day }) { return figure }
    guard let first = known.last?.day else { return nil }
    return known.first { $0.day == first }
  }

  private mutating func counted(_ measure: PlanTarget.Measure.Word, _ group: PlanGroup) throws -> Int? {
    let key = Key(measure: measure, group: group.id)
    if let count = counts[key] { return count }
    let filter = filter(group)
    let count: Int? =
      switch measure {
      case .passed: try store.passedPeople(filter, until: day)
      case .course: try store.certifiedPeople(filter, until: day)
      case .confirmed: try store.confirmedPeople(filter, until: day)
      case .outside: nil
      }
    counts[key] = count
    return count
  }

  /// Tags are the office's own words; they are compared without regard to case and spaces.
  private func filter(_ group: PlanGroup) -> PeopleFilter {
    let tags = group.tag.map { tag in tagNames.filter { Spelling.folded($0) == Spelling.folded(tag) } }
    return PeopleFilter(audience: group.audience, tags: tags, ages: (group.fromAge ?? 0)...(group.toAge ?? 250))
  }
}
