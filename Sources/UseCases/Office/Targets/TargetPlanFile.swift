import Assessment

/// Reads `kiosk/office/targets.json`, strictly: every missing, misspelt or contradicting member is told with its line.
extension TargetPlan {
  package static let file = "office/targets.json"
  package static let largestFile = 1 << 20

  /// What a plan gives when something in it is wrong.
  package struct Faulty: Error, Sendable {
    package let problems: [ContentProblem]
  }

  /// - Parameter audiences: those of the framework; nil where they are not known, and every audience is taken.
  package static func read(_ content: [UInt8], audiences: [Audience.ID]? = nil) throws(Faulty) -> TargetPlan {
    let findings = Findings(file: file)
    guard content.count <= largestFile else {
      findings.add("the file has \(content.count) bytes, at most \(largestFile) are read", at: 0)
      throw Faulty(problems: findings.problems)
    }
    let json: JSON
    do {
      json = try JSONReader.read(content)
    } catch {
      findings.add("not readable as JSON: expected \(error.expected)", at: error.line)
      throw Faulty(problems: findings.problems)
    }
    let plan = PlanReading(findings: findings, audiences: audiences).plan(json)
    guard findings.problems.isEmpty else { throw Faulty(problems: findings.problems) }
    return plan
  }

  /// Reads one target, as the store keeps an office's own; nil where those bytes are none.
  package static func target(from content: [UInt8]) -> PlanTarget? {
    guard let json = try? JSONReader.read(content) else { return nil }  // damage shows as a missing target
    let findings = Findings(file: "store")
    let target = PlanReading(findings: findings, audiences: nil).target(json)
    return findings.problems.isEmpty ? target : nil
  }
}

struct PlanReading {
  let findings: Findings
  let audiences: [Audience.ID]?

  func plan(_ json: JSON) -> TargetPlan {
    let reader = MemberReader(json, subject: "", findings: findings)
    let plan = TargetPlan(
      version: reader.integer("version", in: 1...65_535), documents: reader.list("documents").map(document),
      groups: reader.list("groups").map(group), figures: reader.list("outside").map(figure), targets: [], dueRules: [])
    let targets = reader.list("targets").map { located($0, in: plan) }
    let rules = reader.list("reportDates", atLeast: 0).map { dueRule($0, in: plan) }
    reader.finish()
    repeated(plan.documents.map(\.id.text), "document", reader)
    repeated(plan.groups.map(\.id.text), "group", reader)
    repeated(plan.figures.map(\.id.text), "outside figure", reader)
    repeated(targets.map(\.id.text), "target", reader)
    return TargetPlan(
      version: plan.version, documents: plan.documents, groups: plan.groups, figures: plan.figures, targets: targets,
      dueRules: rules)
  }

  private func repeated(_ ids: [String], _ what: String, _ reader: MemberReader) {
    var seen: Set<String> = []
    for id in ids where !seen.insert(id).inserted { reader.problem("the \(what) \"\(id)\" stands twice") }
  }

  private func document(_ json: JSON) -> PlanDocument {
    let reader = MemberReader(json, subject: "document", findings: findings)
    defer { reader.finish() }
    let id = reader.id("id", of: PlanDocument.self)
    if id == PlanDocument.own { reader.problem("\"\(id)\" is kept for the office's own targets") }
    return PlanDocument(id: id, title: reader.text("title", most: 300), issuer: reader.text("issuer", most: 120))
  }

  private func group(_ json: JSON) -> PlanGroup {
    let reader = MemberReader(json, subject: "group", findings: findings)
    defer { reader.finish() }
    let id = reader.id("id", of: PlanGroup.self)
    reader.subject = "group \"\(id)\""
    let audience = reader.member("audience", optional: true).map { _ in reader.id("audience", of: Audience.self) }
    if let audience, let audiences, !audiences.contains(audience) {
      reader.problem("the audience \"\(audience)\" is not in bank/framework.json")
    }
    let group = PlanGroup(
      id: id, name: reader.text("name", most: 120), audience: audience,
      tag: reader.optionalText("tag", most: Kiosk.longestOfficeName),
      fromAge: reader.optionalInteger("fromAge", in: 0...120), toAge: reader.optionalInteger("toAge", in: 0...120),
      unit: reader.optionalText("unit", most: 20) ?? "người")
    if let from = group.fromAge, let to = group.toAge, from > to { reader.problem("\"fromAge\" is above \"toAge\"") }
    return group
  }

  private func figure(_ json: JSON) -> OutsideFigure {
    let reader = MemberReader(json, subject: "outside figure", findings: findings)
    defer { reader.finish() }
    let id = reader.id("id", of: OutsideFigure.self)
    reader.subject = "outside figure \"\(id)\""
    return OutsideFigure(
      id: id, name: reader.text("name", most: 200), unit: reader.text("unit", most: 20),
      standsFor: reader.optionalText("standsFor").flatMap {
        one($0, "standsFor", of: [PlanTarget.Measure.Word.course, .confirmed], reader)
      })
  }

  /// The value that has this word, else a problem that names all that could stand there.
  func one<Word: RawRepresentable<String>>(
    _ text: String, _ name: String, of words: [Word], _ reader: MemberReader
  ) -> Word? {
    if let word = words.first(where: { $0.rawValue == text }) { return word }
    reader.problem("\"\(name)\" is \"\(text)\"; known are \(words.map(\.rawValue).joined(separator: ", "))")
    return nil
  }
}
