/// Reads `framework.json`; see ItemBankFile in the documentation for the folder.
enum FrameworkFile {
  static func read(_ json: JSON, findings: Findings) -> Framework {
    let reader = MemberReader(json, subject: "", findings: findings)
    let areas = reader.list("areas").map { area($0, findings: findings) }
    let audiences = reader.list("audiences").map { audience($0, findings: findings) }
    let framework = Framework(
      version: reader.integer("version", in: 1...65_535), name: reader.text("name"), source: reader.text("source"),
      adoption: adoption(reader, findings: findings), audiences: audiences, areas: areas,
      competences: reader.list("competences").map { competence($0, findings: findings) },
      crosswalks: CrosswalkFile.read(reader, findings: findings))
    reader.finish()
    check(framework, reader: reader)
    return framework
  }

  static func adoption(_ reader: MemberReader, findings: Findings) -> Adoption? {
    guard let json = reader.member("adoption", optional: true) else { return nil }
    let adoption = MemberReader(json, subject: "adoption", findings: findings)
    defer { adoption.finish() }
    return Adoption(
      office: adoption.text("office"), document: adoption.text("document"), date: adoption.text("date", most: 10))
  }

  private static func audience(_ json: JSON, findings: Findings) -> Audience {
    let reader = MemberReader(json, subject: "audience", findings: findings)
    defer { reader.finish() }
    return Audience(
      id: reader.id("id", of: Audience.self), number: reader.integer("number", in: 1...255),
      name: reader.text("name", most: 120), description: reader.text("description", most: 200))
  }

  private static func area(_ json: JSON, findings: Findings) -> Area {
    let reader = MemberReader(json, subject: "area", findings: findings)
    defer { reader.finish() }
    return Area(
      id: reader.id("id", of: Area.self), number: reader.integer("number", in: 0...15),
      name: reader.text("name", most: 120), short: reader.text("short", most: 24))
  }

  private static func competence(_ json: JSON, findings: Findings) -> Competence {
    let reader = MemberReader(json, subject: "competence", findings: findings)
    let id = reader.id("id", of: Competence.self)
    reader.subject = "competence \"\(id)\""
    var learn = ""
    var place = ""
    if let json = reader.member("advice") {
      let advice = MemberReader(json, subject: reader.subject, findings: findings)
      learn = advice.text("learn", most: 200)
      place = advice.text("where", most: 200)
      advice.finish()
    }
    defer { reader.finish() }
    return Competence(
      id: id, area: reader.id("area", of: Area.self),
      audiences: reader.texts("audiences").map { Audience.ID($0) }, name: reader.text("name", most: 120),
      advice: Competence.Advice(learn: learn, place: place),
      crosswalk: CrosswalkFile.codes(reader, findings: findings))
  }

  private static func check(_ framework: Framework, reader: MemberReader) {
    report(repeated(framework.audiences.map(\.id.text)), "audience id", reader)
    report(repeated(framework.audiences.map { String($0.number) }), "audience number", reader)
    report(repeated(framework.areas.map(\.id.text)), "area id", reader)
    report(repeated(framework.areas.map { String($0.number) }), "area number", reader)
    report(repeated(framework.competences.map(\.id.text)), "competence id", reader)
    CrosswalkFile.check(framework, reader: reader)
    for competence in framework.competences {
      if framework.area(competence.area) == nil {
        reader.problem("competence \"\(competence.id)\" names the area \"\(competence.area)\", which is not here")
      }
      for audience in competence.audiences where framework.audience(audience) == nil {
        reader.problem("competence \"\(competence.id)\" names the audience \"\(audience)\", which is not here")
      }
    }
  }

  private static func report(_ repeated: [String], _ what: String, _ reader: MemberReader) {
    for text in repeated {
      reader.problem("the \(what) \"\(text)\" stands twice")
    }
  }

  static func repeated(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { !seen.insert($0).inserted }
  }
}
