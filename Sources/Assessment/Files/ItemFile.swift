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
    return reader.list("items").map { json in
      Located(item: item(json, framework: framework, findings: findings), json: json, file: findings.file)
    }
  }

  static func item(_ json: JSON, framework: Framework, findings: Findings) -> Item {
    let reader = MemberReader(json, subject: "item", findings: findings)
    let id = reader.id("id", of: Item.self)
    reader.subject = "item \"\(id)\""
    if reader.text("type", most: 40) != "single" {
      reader.problem("\"type\" must be \"single\"")
    }
    let options = reader.list("options", atLeast: 3).map { option($0, item: id, findings: findings) }
    let item = Item(
      id: id, competence: reader.id("competence", of: Competence.self),
      audiences: reader.texts("audiences").map { Audience.ID($0) }, use: use(reader),
      difficulty: reader.integer("difficulty", in: 1...5),
      difficultyReason: reader.text("difficultyReason", most: 300),
      stem: Item.Wording(reader.text("stem", most: 300), ear: reader.optionalText("ear", most: 600)),
      options: options, key: key(reader), rationale: reader.text("rationale", most: 500),
      source: source(reader, findings),
      reading: reader.optionalText("reading", most: 500))
    reader.finish()
    check(item, framework: framework, reader: reader)
    return item
  }

  private static func option(_ json: JSON, item: Item.ID, findings: Findings) -> Item.Option {
    let reader = MemberReader(json, subject: "item \"\(item)\"", findings: findings)
    defer { reader.finish() }
    return Item.Option(
      id: reader.id("id", of: Item.Option.self),
      text: Item.Wording(reader.text("text", most: 140), ear: reader.optionalText("ear", most: 300)),
      meaning: reader.text("meaning", most: 300))
  }

  private static func use(_ reader: MemberReader) -> Item.Use {
    let text = reader.text("use", most: 40)
    guard let use = Item.Use(rawValue: text) else {
      if !text.isEmpty {
        let known = Item.Use.allCases.map(\.rawValue).joined(separator: ", ")
        reader.problem("\"use\" is \"\(text)\"; expected one of \(known)")
      }
      return .practice
    }
    return use
  }

  private static func key(_ reader: MemberReader) -> Item.Option.ID {
    let keys = reader.texts("key")
    if keys.count > 1 { reader.problem("\"key\" must name exactly one option, found \(keys.count)") }
    return Item.Option.ID(keys.first ?? "")
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
    let ids = item.options.map(\.id.text)
    for id in FrameworkFile.repeated(ids) { reader.problem("the option id \"\(id)\" stands twice") }
    for text in FrameworkFile.repeated(item.options.map(\.text.written)) {
      reader.problem("two options read \"\(text)\"")
    }
    if item.options.count > 4 { reader.problem("\(item.options.count) options; 3 or 4 are expected") }
    if item.option(item.key) == nil, !item.key.text.isEmpty {
      reader.problem("the key \"\(item.key)\" is not one of its options \(ids.joined(separator: ", "))")
    }
    guard let competence = framework.competence(item.competence) else {
      reader.problem("the competence \"\(item.competence)\" is not in framework.json")
      return
    }
    for audience in item.audiences where !competence.audiences.contains(audience) {
      reader.problem("the competence \"\(item.competence)\" is not for the audience \"\(audience)\"")
    }
  }
}
