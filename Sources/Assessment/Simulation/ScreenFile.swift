/// Reads one screen with its elements.
enum ScreenFile {
  static func read(_ json: JSON, _ reading: SimulationReading) -> Simulation.Screen {
    let reader = MemberReader(json, subject: reading.subject + ", screen", findings: reading.findings)
    let id = reader.id("id", of: Simulation.Screen.self)
    reader.subject = reading.subject + ", screen \"\(id)\""
    let elements = reader.list("elements", counting: 1...14)
    let screen = Simulation.Screen(
      id: id, name: reader.text("name"), look: reader.word("look", of: Simulation.Look.self) ?? .home,
      title: reader.optionalText("title"), address: reader.optionalText("address"),
      ear: reader.text("ear", most: 600),
      elements: elements.enumerated().compactMap { ElementFile.read($1, number: $0 + 1, on: reader, reading) })
    reader.finish()
    checkIDs(elements, reader)
    checkFields(of: screen, elements, reader)
    return screen
  }

  /// Of things to tap and of fields alike, for a page sends both by their ids.
  private static func checkIDs(_ elements: [JSON], _ reader: MemberReader) {
    var seen: Set<String> = []
    for json in elements {
      guard let member = json["id"], case .text(let id) = member.value else { continue }
      if !seen.insert(id).inserted { reader.problem("the element id \"\(id)\" stands twice", at: member.line) }
    }
  }

  private static func checkFields(of screen: Simulation.Screen, _ elements: [JSON], _ reader: MemberReader) {
    let known = Set(screen.elements.compactMap(\.fieldID?.text))
    for case .list(let branches) in elements.compactMap({ $0["goes"]?.value }) {
      for case .list(let tests) in branches.compactMap({ $0["fields"]?.value }) {
        for name in tests.compactMap({ $0["field"] }) {
          guard case .text(let id) = name.value, !known.contains(id) else { continue }
          reader.problem("the field \"\(id)\" is not on this screen", at: name.line)
        }
      }
    }
  }
}
