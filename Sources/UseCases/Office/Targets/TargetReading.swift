import Assessment

/// Targets and due dates of a plan.
extension PlanReading {
  private enum Unit: String, CaseIterable {
    case percent
    case people
  }

  private enum Scope: String, CaseIterable {
    case commune
    case province
  }

  func target(_ json: JSON) -> PlanTarget {
    let reader = MemberReader(json, subject: "target", findings: findings)
    return target(reader)
  }

  func located(_ json: JSON, in plan: TargetPlan) -> PlanTarget {
    let reader = MemberReader(json, subject: "target", findings: findings)
    let target = target(reader)
    if plan.document(target.document) == nil {
      reader.problem("the document \"\(target.document)\" is not among the documents")
    }
    switch (target.measure, plan.group(target.group)) {
    case (_, nil): reader.problem("the group \"\(target.group)\" is not among the groups")
    case (.passed, let group?) where !group.isCountable, (.course, let group?) where !group.isCountable,
      (.confirmed, let group?) where !group.isCountable:
      reader.problem(
        "the group \"\(group.id)\" has no audience, tag or age: nobody tested here can be told to belong to it")
    case (.outside(let figure), _?) where plan.figure(figure) == nil:
      reader.problem("the outside figure \"\(figure)\" is not among the outside figures")
    default: break
    }
    return target
  }

  private func target(_ reader: MemberReader) -> PlanTarget {
    defer { reader.finish() }
    let id = reader.id("id", of: PlanTarget.self)
    reader.subject = "target \"\(id)\""
    return PlanTarget(
      id: id, document: reader.id("document", of: PlanDocument.self), row: reader.text("row", most: 20),
      text: reader.text("text", most: 500), group: reader.id("group", of: PlanGroup.self),
      deadline: reader.optionalText("deadline", most: 10).flatMap { date($0, reader) }, value: value(reader),
      measure: measure(reader),
      isProvinces: reader.optionalText("scope").flatMap { one($0, "scope", of: Scope.allCases, reader) } == .province,
      note: reader.optionalText("note", most: 500))
  }

  private func value(_ reader: MemberReader) -> PlanTarget.Value {
    switch one(reader.text("unit"), "unit", of: Unit.allCases, reader) {
    case .people: .people(reader.integer("value", in: 1...100_000_000))
    case .percent, nil: .percent(reader.integer("value", in: 1...100))
    }
  }

  private func measure(_ reader: MemberReader) -> PlanTarget.Measure {
    let word = one(reader.text("measure"), "measure", of: PlanTarget.Measure.Word.allCases, reader)
    switch word {
    case .passed, nil: return .passed
    case .course: return .course
    case .confirmed: return .confirmed
    case .outside: return .outside(reader.id("figure", of: OutsideFigure.self))
    }
  }

  private func date(_ text: String, _ reader: MemberReader) -> CivilDate? {
    if let date = CivilDate(iso: text) { return date }
    reader.problem("\"\(text)\" is no day as 2026-12-31")
    return nil
  }

  func dueRule(_ json: JSON, in plan: TargetPlan) -> DueRule {
    let reader = MemberReader(json, subject: "report date", findings: findings)
    defer { reader.finish() }
    let document = reader.id("document", of: PlanDocument.self)
    if plan.document(document) == nil { reader.problem("the document \"\(document)\" is not among the documents") }
    let kind = one(reader.text("period"), "period", of: CalendarPeriod.returnKinds, reader)
    return DueRule(
      document: document, kind: kind ?? .year, before: reader.texts("before").compactMap { day($0, reader) },
      source: reader.text("source", most: 300))
  }

  /// `12-15` of every year, or `2025-09-30` once.
  private func day(_ text: String, _ reader: MemberReader) -> DueRule.Day? {
    if text.utf8.count == 5, let date = CivilDate(iso: "2000-\(text)") {
      return .everyYear(month: date.month, day: date.day)
    }
    if let date = CivilDate(iso: text) { return .once(date) }
    reader.problem("\"\(text)\" is neither a day of every year as 12-15 nor a date as 2025-09-30")
    return nil
  }
}

extension PlanTarget {
  /// As the plan's file holds it.
  package var json: JSON {
    var members: [(String, JSON)] = [
      ("id", JSON(id.text)), ("document", JSON(document.text)), ("row", JSON(row)), ("text", JSON(text)),
      ("group", JSON(group.text)),
    ]
    if let deadline { members.append(("deadline", JSON(deadline.iso))) }
    switch value {
    case .percent(let percent): members += [("value", JSON(percent)), ("unit", "percent")]
    case .people(let people): members += [("value", JSON(people)), ("unit", "people")]
    }
    members.append(("measure", JSON(measure.word.rawValue)))
    if case .outside(let figure) = measure { members.append(("figure", JSON(figure.text))) }
    if isProvinces { members.append(("scope", "province")) }
    if let note { members.append(("note", JSON(note))) }
    return JSON(.object(members.map { JSON.Member(name: $0.0, value: $0.1) }))
  }
}

extension PlanTarget.Measure {
  package var word: Word {
    switch self {
    case .passed: .passed
    case .course: .course
    case .confirmed: .confirmed
    case .outside: .outside
    }
  }
}
