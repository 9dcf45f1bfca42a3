import Assessment
import Audio

/// Reads translations: `interface.json` of a language holds pairs of texts, every other file those of items, each with the
/// version it was made for.
package struct TongueFile: Sendable {
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// - Parameter items: those the texts belong to; nil to take the texts as they are.
  /// - Returns: the language with what could be read, and every problem.
  package static func read(
    _ files: [TongueFile], of language: Language.ID, items: [Item]?
  ) -> (tongue: Tongue?, problems: [ContentProblem]) {
    var (reading, problems, name) = (TongueReading(items: items), [ContentProblem](), String?.none)
    for file in files {
      let findings = Findings(file: file.path)
      do throws(JSONFault) {
        let reader = MemberReader(try JSONReader.read(file.bytes), subject: "", findings: findings)
        _ = reader.integer("version", in: 1...65_535)
        if let found = reader.optionalText("name", most: 40) { name = found }
        reading.take(general: reader.member("texts", optional: true), findings)
        if case .list(let list)? = reader.member("items", optional: true)?.value {
          for item in list { reading.take(item: item, findings) }
        }
        reader.finish()
      } catch {
        findings.add(error.expected, at: error.line)
      }
      problems += findings.problems
    }
    problems += reading.contradictions.map {
      ContentProblem(file: "languages/\(language)", line: 0, subject: "", text: $0)
    }
    return (name.map { Tongue(language: Language(id: language, name: $0), texts: reading.texts) }, problems)
  }
}

/// What was read of a language's files so far.
private struct TongueReading {
  let items: [Item]?
  private(set) var texts: [(vietnamese: String, other: String)] = []
  /// What belongs to no item: pages of items say it too.
  private var general: Set<LineKey> = []
  private var named: Set<String> = []

  init(items: [Item]?) {
    self.items = items
  }

  mutating func take(general json: JSON?, _ findings: Findings) {
    let found = pairs(json, findings)
    general.formUnion(found.map { Tongue.key($0.vietnamese) })
    texts += found
  }

  mutating func take(item json: JSON, _ findings: Findings) {
    let reader = MemberReader(json, subject: "item", findings: findings)
    defer { reader.finish() }
    let id = reader.text("item", most: 40)
    let version = reader.integer("itemVersion", in: 1...65_535)
    let found = pairs(reader.member("texts"), findings)
    texts += found
    guard let items else { return }
    if !named.insert(id).inserted { reader.problem("\"\(id)\" is translated a second time") }
    guard let item = items.first(where: { $0.id.text == id }) else {
      return reader.problem("there is no item \"\(id)\"")
    }
    if item.version != version { reader.problem("\"\(id)\" is version \(item.version), translated is \(version)") }
    compare(found, with: item, reader)
  }

  private func compare(_ found: [(vietnamese: String, other: String)], with item: Item, _ reader: MemberReader) {
    let written = WrittenItem(item).texts
    let own = Set(written.map(Tongue.key))
    for text in found where !own.contains(Tongue.key(text.vietnamese)) {
      reader.problem("\"\(item.id)\" does not say \"\(text.vietnamese)\"")
    }
    let known = general.union(found.map { Tongue.key($0.vietnamese) })
    for line in written where !known.contains(Tongue.key(line)) {
      reader.problem("\"\(item.id)\" says \"\(line)\", which is not translated")
    }
  }

  private func pairs(_ json: JSON?, _ findings: Findings) -> [(vietnamese: String, other: String)] {
    guard let json else { return [] }
    guard case .object(let members) = json.value else {
      findings.add("\"texts\" must be an object of texts", at: json.line)
      return []
    }
    return members.compactMap { member in
      if case .text(let text) = member.value.value, !text.isEmpty { return (member.name, text) }
      findings.add("\"\(member.name)\" must be a text", at: member.value.line)
      return nil
    }
  }

  /// One text has one translation, wherever it stands; texts that differ in their numbers alone are one.
  var contradictions: [String] {
    var seen: [LineKey: String] = [:]
    return texts.compactMap { text in
      let key = Tongue.key(text.vietnamese)
      if let other = seen[key], other != text.other { return "\"\(text.vietnamese)\" is translated in two ways" }
      seen[key] = text.other
      return nil
    }
  }
}
