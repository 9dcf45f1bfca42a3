/// Reads where a tap goes.
enum BranchFile {
  static func read(_ element: MemberReader, _ reading: SimulationReading) -> [Simulation.Branch] {
    guard let json = element.member("goes") else { return [] }
    switch json.value {
    case .text: return [Simulation.Branch(to: reading.screen("goes", element))]
    case .list:
      let lines = element.list("goes", counting: 1...Way.mostBranches)
      let branches = lines.map { branch($0, of: element, reading) }
      if let last = branches.last, let line = lines.last?.line, !last.fields.isEmpty || !last.condition.isEmpty {
        element.problem("the last branch of \"goes\" must have no conditions", at: line)
      }
      return branches
    default:
      element.problem("\"goes\" must be the id of a screen or a list of branches, found \(json.kind)", at: json.line)
      return []
    }
  }

  private static func branch(
    _ json: JSON, of element: MemberReader, _ reading: SimulationReading
  ) -> Simulation.Branch {
    let reader = MemberReader(json, subject: element.subject, findings: reading.findings)
    defer { reader.finish() }
    return Simulation.Branch(
      fields: reader.listIfThere("fields").compactMap { test($0, of: element, reading) },
      condition: reading.condition(reader), to: reading.optionalScreen("to", reader),
      sets: reading.marksSet("sets", reader), clears: reading.marksAsked("clears", reader))
  }

  private static func test(
    _ json: JSON, of element: MemberReader, _ reading: SimulationReading
  ) -> Simulation.FieldTest? {
    let reader = MemberReader(json, subject: element.subject, findings: reading.findings)
    let field = reader.id("field", of: Simulation.Element.self)
    let kinds = ["is", "empty", "strong"].filter { reader.member($0, optional: true) != nil }
    guard kinds.count == 1 else {
      reader.problem("a field test has one of \"is\", \"empty\", \"strong\", found \(kinds.count) of them")
      return nil
    }
    defer { reader.finish() }
    switch kinds[0] {
    case "is": return .isOne(field: field, of: reader.texts("is"))
    case "empty":
      if case .bool(true)? = reader.member("empty")?.value { return .isEmpty(field: field) }
      reader.problem("\"empty\" must be true", at: reader.line(of: "empty"))
      return nil
    default:
      let without = reader.member("without", optional: true) == nil ? [] : reader.texts("without", atLeast: 0)
      return .isStrong(field: field, least: reader.integer("strong", in: 1...100), without: without)
    }
  }
}
