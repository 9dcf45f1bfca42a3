/// Reads `languages.json`: the languages that a bank's items and pages are written in.
enum LanguageFile {
  static func read(_ json: JSON, findings: Findings) -> [Language] {
    let reader = MemberReader(json, subject: "", findings: findings)
    _ = reader.integer("version", in: 1...65_535)
    let languages = reader.list("languages").map { language($0, findings: findings) }
    reader.finish()
    for id in FrameworkFile.repeated(languages.map(\.id.text)) { reader.problem("the language \"\(id)\" stands twice") }
    if !languages.contains(where: { $0.id == Language.vietnamese.id }) {
      reader.problem("the language \"vi\" is missing")
    }
    return languages
  }

  private static func language(_ json: JSON, findings: Findings) -> Language {
    let reader = MemberReader(json, subject: "language", findings: findings)
    defer { reader.finish() }
    return Language(id: reader.id("id", of: Language.self), name: reader.text("name", most: 40))
  }
}
