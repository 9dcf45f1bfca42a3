/// Reads `blueprints/AUDIENCE.json`.
enum BlueprintFile {
  static func read(_ json: JSON, framework: Framework, findings: Findings) -> Blueprint {
    let reader = MemberReader(json, subject: "", findings: findings)
    let bands = reader.list("bands").map { band($0, findings: findings) }
    let draws = reader.list("draws").flatMap { inOrder(of: bands, draw($0, findings: findings)) }
    let blueprint = Blueprint(
      audience: reader.id("audience", of: Audience.self), version: reader.integer("version", in: 1...65_535),
      framework: reader.integer("framework", in: 1...65_535),
      adoption: FrameworkFile.adoption(reader, findings: findings), legalBasis: reader.texts("legalBasis"),
      reason: reader.text("reason"), minutes: reader.integer("minutes", in: Blueprint.minutesRange),
      warmUps: reader.integer("warmUps", in: 0...10),
      practicePerArea: reader.integer("practicePerArea", in: 1...20),
      retakeDelayDays: reader.integer("retakeDelayDays", in: Blueprint.retakeDelayRange), bands: bands, draws: draws,
      expectedPercents: percents(reader), cutScore: cutScore(reader, findings: findings))
    reader.finish()
    for fault in blueprint.faults(in: framework) { reader.problem(fault.text) }
    return blueprint
  }

  /// One area's draws, easier bands first whatever order the members of its object have: stored blueprints sort them by name.
  private static func inOrder(of bands: [Blueprint.Band], _ draws: [Blueprint.Draw]) -> [Blueprint.Draw] {
    func place(_ draw: Blueprint.Draw) -> Int { bands.firstIndex { $0.id == draw.band } ?? bands.count }
    return draws.sorted { place($0) < place($1) }
  }

  private static func band(_ json: JSON, findings: Findings) -> Blueprint.Band {
    let reader = MemberReader(json, subject: "band", findings: findings)
    defer { reader.finish() }
    let difficulties = reader.list("difficulties").compactMap { json -> Int? in
      guard case .integer(let number) = json.value, (1...5).contains(number) else {
        reader.problem("difficulties are whole numbers from 1 to 5", at: json.line)
        return nil
      }
      return number
    }
    return Blueprint.Band(
      id: reader.id("id", of: Blueprint.Band.self), name: reader.text("name", most: 40), difficulties: difficulties,
      isPractical: reader.flag("practical"))
  }

  private static func percents(_ reader: MemberReader) -> [Int] {
    let percents = reader.list("expectedPercents", atLeast: 5).compactMap { json -> Int? in
      guard case .integer(let number) = json.value, (1...99).contains(number) else { return nil }
      return number
    }
    if percents.count != 5 || percents != percents.sorted(by: >) {
      reader.problem("\"expectedPercents\" must be five numbers from 99 to 1, none larger than the one before")
    }
    return percents
  }

  private static func draw(_ json: JSON, findings: Findings) -> [Blueprint.Draw] {
    let reader = MemberReader(json, subject: "draw", findings: findings)
    let area = reader.id("area", of: Area.self)
    defer { reader.finish() }
    guard let items = reader.member("items") else { return [] }
    return counts(items, from: 1, reader: reader).map {
      Blueprint.Draw(area: area, band: Blueprint.Band.ID($0.name), count: $0.count)
    }
  }

  private static func cutScore(_ reader: MemberReader, findings: Findings) -> CutScore {
    guard let json = reader.member("cutScore") else { return CutScore(overall: 0, areas: [:]) }
    let cut = MemberReader(json, subject: "cutScore", findings: findings)
    defer { cut.finish() }
    var areas: [Area.ID: Int] = [:]
    if let json = cut.member("areas") {
      for entry in counts(json, from: 0, reader: cut) { areas[Area.ID(entry.name)] = entry.count }
    }
    return CutScore(overall: cut.integer("overall", in: 1...Blueprint.mostItems), areas: areas)
  }

  private static func counts(
    _ json: JSON, from fewest: Int, reader: MemberReader
  ) -> [(name: String, count: Int)] {
    guard case .object(let members) = json.value else {
      reader.problem("expected an object of counts, found \(json.kind)", at: json.line)
      return []
    }
    return members.compactMap { member in
      guard case .integer(let count) = member.value.value, (fewest...Blueprint.mostOfOneDraw).contains(count) else {
        reader.problem(
          "\"\(member.name)\" must be a whole number from \(fewest) to \(Blueprint.mostOfOneDraw)",
          at: member.value.line)
        return nil
      }
      return (member.name, count)
    }
  }
}
