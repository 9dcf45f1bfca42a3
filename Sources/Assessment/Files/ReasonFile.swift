/// Reads `reasons.json`: why staff pause, end or void an attempt or revoke a slip, in two levels.
enum ReasonFile {
  static func read(_ json: JSON, findings: Findings) -> [Reason] {
    let reader = MemberReader(json, subject: "", findings: findings)
    _ = reader.integer("version", in: 1...65_535)
    let kinds = reader.list("kinds").map { kind($0, findings: findings) }
    reader.finish()
    for id in FrameworkFile.repeated(kinds.map(\.id)) { reader.problem("the kind \"\(id)\" stands twice") }
    let reasons = kinds.flatMap(\.reasons)
    for id in FrameworkFile.repeated(reasons.map(\.id.text)) { reader.problem("the reason \"\(id)\" stands twice") }
    for act in Reason.Act.allCases where !reasons.contains(where: { $0.acts.contains(act) }) {
      reader.problem("no reason is for the act \"\(act.rawValue)\"")
    }
    return reasons
  }

  private static func kind(_ json: JSON, findings: Findings) -> (id: String, reasons: [Reason]) {
    let reader = MemberReader(json, subject: "kind", findings: findings)
    defer { reader.finish() }
    let id = reader.text("id", most: 40)
    let name = reader.text("name", most: 40)
    let reasons = reader.list("reasons")
    guard let kind = Reason.Kind(rawValue: id) else {
      let known = Reason.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      reader.problem("the kind \"\(id)\" is not known; known are \(known)")
      return (id, [])
    }
    return (id, reasons.map { reason($0, kind: kind, kindName: name, findings: findings) })
  }

  private static func reason(_ json: JSON, kind: Reason.Kind, kindName: String, findings: Findings) -> Reason {
    let reader = MemberReader(json, subject: "reason", findings: findings)
    defer { reader.finish() }
    let id = reader.id("id", of: Reason.self)
    if !id.text.isEmpty { reader.subject = "reason \"\(id)\"" }
    var acts: Set<Reason.Act> = []
    for word in reader.texts("acts") {
      guard let act = Reason.Act(rawValue: word) else {
        let known = Reason.Act.allCases.map(\.rawValue).joined(separator: ", ")
        reader.problem("the act \"\(word)\" is not known; known are \(known)")
        continue
      }
      if !acts.insert(act).inserted { reader.problem("the act \"\(word)\" stands twice") }
    }
    return Reason(id: id, kind: kind, kindName: kindName, text: reader.text("text", most: 80), acts: acts)
  }
}
