/// Reads `items/*.json`, and single items out of the store.
enum ItemFile {
  struct Located {
    let item: Item
    let json: JSON
    let file: String
  }

  static func read(_ json: JSON, framework: Framework, findings: Findings) -> [Located] {
    let reader = MemberReader(json, subject: "", findings: findings)
    defer { reader.finish() }
    return reader.list("items").compactMap { json in
      item(json, framework: framework, findings: findings).map { Located(item: $0, json: json, file: findings.file) }
    }
  }

  /// Nil where not even the type is known; what is wrong stands in the findings.
  ///
  /// - Parameter isSurveyed: simulated screens need not be walked through once more.
  static func item(
    _ json: JSON, framework: Framework, findings: Findings, isSurveyed: Bool = false
  ) -> Item? {
    let reader = MemberReader(json, subject: "item", findings: findings)
    let id = reader.id("id", of: Item.self)
    reader.subject = "item \"\(id)\""
    if !id.text.isEmpty, id.text.count < 3 { reader.problem("\"id\" has 3 to 40 characters") }
    let kind: Item.Kind? = word(reader, "type")
    let use: Item.Use? = word(reader, "use")
    let common = (
      competence: reader.id("competence", of: Competence.self),
      audiences: reader.texts("audiences").map { Audience.ID($0) }, difficulty: reader.integer("difficulty", in: 1...5),
      reason: reader.text("difficultyReason", most: 300),
      stem: Item.Wording(reader.text("stem", most: 300), ear: reader.optionalText("ear", most: 600)),
      rationale: reader.text("rationale", most: 500), source: source(reader, findings),
      version: reader.optionalInteger("version", in: 1...9_999) ?? 1, cluster: cluster(reader),
      retirement: retirement(reader, findings), reading: reader.optionalText("reading", most: 500)
    )
    guard let kind, let task = TaskFile.read(kind, reader, findings: findings, isSurveyed: isSurveyed) else {
      if kind != nil { reader.finish() }
      return nil
    }
    reader.finish()
    let item = Item(
      id: id, competence: common.competence, audiences: common.audiences, use: use ?? .practice,
      difficulty: common.difficulty, difficultyReason: common.reason, stem: common.stem, task: task,
      rationale: common.rationale, source: common.source, version: common.version, cluster: common.cluster,
      retirement: common.retirement, reading: common.reading)
    check(item, framework: framework, reader: reader)
    return item
  }

  private static func word<Word: RawRepresentable<String> & CaseIterable>(
    _ reader: MemberReader, _ name: String
  ) -> Word? {
    let text = reader.text(name, most: 40)
    guard let word = Word(rawValue: text) else {
      if !text.isEmpty {
        let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
        reader.problem("\"\(name)\" is \"\(text)\"; expected one of \(known)", .unknownWord, [name, text, known])
      }
      return nil
    }
    return word
  }

  private static func cluster(_ reader: MemberReader) -> Item.ClusterID? {
    reader.member("cluster", optional: true) == nil ? nil : reader.id("cluster", of: Item.Cluster.self)
  }

  private static func retirement(_ reader: MemberReader, _ findings: Findings) -> Item.Retirement? {
    guard let json = reader.member("retired", optional: true) else { return nil }
    let retired = MemberReader(json, subject: reader.subject, findings: findings)
    defer { retired.finish() }
    return Item.Retirement(date: date(retired), reason: retired.text("reason", most: 300))
  }

  private static func source(_ reader: MemberReader, _ findings: Findings) -> Item.Source {
    guard let json = reader.member("source") else { return .principle }
    let source = MemberReader(json, subject: reader.subject, findings: findings)
    defer { source.finish() }
    switch source.text("kind", most: 40) {
    case "principle": return .principle
    case "fact": return .fact(text: source.text("text", most: 300), date: date(source))
    case let other:
      source.problem("the kind of a source is \"principle\" or \"fact\", found \"\(other)\"")
      return .principle
    }
  }

  private static func date(_ reader: MemberReader) -> String {
    let date = reader.text("date", most: 10)
    let parts = date.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let ranges = [2000...2100, 1...12, 1...31]
    let fits = (1...3).contains(parts.count) && zip(parts, ranges).allSatisfy { $1.contains($0) }
    if !fits { reader.problem("\"date\" is \"\(date)\"; expected YYYY, YYYY-MM or YYYY-MM-DD") }
    return date
  }

  private static func check(_ item: Item, framework: Framework, reader: MemberReader) {
    // A missing one has been told already.
    guard !item.competence.text.isEmpty else { return }
    guard let competence = framework.competence(item.competence) else {
      reader.problem(
        "the competence \"\(item.competence)\" is not in framework.json", .unknownCompetence, [item.competence.text])
      return
    }
    for audience in item.audiences where !competence.audiences.contains(audience) {
      reader.problem(
        "the competence \"\(item.competence)\" is not for the audience \"\(audience)\"", .otherAudience,
        [item.competence.text, audience.text])
    }
  }
}
