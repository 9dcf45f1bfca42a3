import Assessment

extension Kiosk {
  package static let longestSource = 200
  package static let figureRange = 0...100_000_000

  /// Keeps the plan that came with the program, where it is another one than before.
  package func keepPlan(_ content: [UInt8]) throws {
    guard try store.keepPlan(content, at: clock.now()) else { return }
    try store.append(Event(.planKept, digest: secrets.sha256(content)), at: clock.now())
  }

  /// - Parameter applies: the documents that hold for this commune; all others do not.
  package func chooseDocuments(_ applies: Set<PlanDocument.ID>, by account: StaffID) throws {
    let plan = try officePlan()
    if let unknown = applies.first(where: { plan.plan.document($0) == nil }) {
      throw UseCaseError.plan([.unknownDocument(unknown)])
    }
    for document in plan.plan.documents where applies.contains(document.id) != plan.chosen.contains(document.id) {
      let isIn = applies.contains(document.id)
      try store.choose(document.id, applies: isIn, by: account, at: clock.now())
      try store.append(
        Event(.documentChosen, note: "account=\(account) document=\(document.id) applies=\(isIn)"), at: clock.now())
    }
  }

  /// Notes how many people a group has, or a figure that comes from elsewhere.
  package func enterFigure(
    _ subject: OfficeFigure.Subject, group: PlanGroup.ID, value: String, day: String, source: String,
    by account: StaffID
  ) throws {
    let plan = try officePlan().plan
    var faults: [PlanFault] = []
    if plan.group(group) == nil { faults.append(.unknownGroup(group)) }
    if case .outside(let figure) = subject, plan.figure(figure) == nil { faults.append(.unknownFigure(figure)) }
    // People write 12.345 and 12 345.
    let number = Int(value.filter { !$0.isWhitespace && $0 != "." })
    if number.map({ !Self.figureRange.contains($0) }) ?? true { faults.append(.value(Self.figureRange)) }
    if number == 0, subject == .population { faults.append(.populationZero) }
    let date = CivilDate(iso: day)
    if date.map({ $0 > CivilDate(clock.now()) || $0.year < 2000 }) ?? true { faults.append(.day) }
    let tidy = OfficeName.tidy(source, most: Self.longestSource)
    if tidy == nil { faults.append(.source) }
    guard faults.isEmpty, let number, let date, let tidy else { throw UseCaseError.plan(faults) }
    try store.add(
      OfficeFigure(
        subject: subject, group: group, value: number, day: date, source: tidy, account: account, at: clock.now()))
    try store.append(
      Event(.figureEntered, note: "account=\(account) \(subject.fact) group=\(group) value=\(number) day=\(date.iso)"),
      at: clock.now())
  }
}

extension OfficeFigure.Subject {
  fileprivate var fact: String {
    switch self {
    case .population: "population"
    case .outside(let figure): "figure=\(figure)"
    }
  }
}
