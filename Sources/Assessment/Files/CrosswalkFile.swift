/// Reads how the framework's competences lie in other frameworks.
enum CrosswalkFile {
  static func read(_ reader: MemberReader, findings: Findings) -> [Crosswalk] {
    guard reader.member("crosswalks", optional: true) != nil else { return [] }
    return reader.list("crosswalks").map { json in
      let own = MemberReader(json, subject: "crosswalk", findings: findings)
      defer { own.finish() }
      return Crosswalk(
        id: own.id("id", of: Crosswalk.self), name: own.text("name", most: 200),
        version: own.text("version", most: 120),
        source: own.text("source", most: 300), note: own.text("note", most: 500),
        areas: entries("areas", own, findings), competences: entries("competences", own, findings))
    }
  }

  private static func entries(_ name: String, _ reader: MemberReader, _ findings: Findings) -> [Crosswalk.Entry] {
    reader.list(name).map { json in
      let own = MemberReader(json, subject: "crosswalk", findings: findings)
      defer { own.finish() }
      return Crosswalk.Entry(
        code: own.text("code", most: 10), name: own.text("name", most: 200), isChecked: own.flag("checked"))
    }
  }

  /// The member `crosswalk` of a competence: codes by crosswalk.
  static func codes(_ reader: MemberReader, findings: Findings) -> [Crosswalk.ID: [String]] {
    guard let json = reader.member("crosswalk", optional: true) else { return [:] }
    guard case .object(let members) = json.value else {
      reader.problem("\"crosswalk\" must be an object of lists, found \(json.kind)", at: json.line)
      return [:]
    }
    let own = MemberReader(json, subject: reader.subject, findings: findings)
    var codes: [Crosswalk.ID: [String]] = [:]
    for member in members { codes[Crosswalk.ID(member.name)] = own.texts(member.name) }
    return codes
  }

  static func check(_ framework: Framework, reader: MemberReader) {
    for id in FrameworkFile.repeated(framework.crosswalks.map(\.id.text)) {
      reader.problem("the crosswalk \"\(id)\" stands twice")
    }
    for competence in framework.competences {
      for (id, codes) in competence.crosswalk.sorted(by: { $0.key < $1.key }) {
        guard let crosswalk = framework.crosswalks.first(where: { $0.id == id }) else {
          reader.problem("competence \"\(competence.id)\" names the crosswalk \"\(id)\", which is not here")
          continue
        }
        for code in codes where !crosswalk.competences.contains(where: { $0.code == code }) {
          reader.problem("competence \"\(competence.id)\" names \"\(code)\", which \(id) does not have")
        }
      }
    }
  }
}
