import Assessment

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
    var (texts, problems, name): ([(vietnamese: String, other: String)], [ContentProblem], String?) = ([], [], nil)
    for file in files {
      let findings = Findings(file: file.path)
      do throws(JSONFault) {
        let reader = MemberReader(try JSONReader.read(file.bytes), subject: "", findings: findings)
        _ = reader.integer("version", in: 1...65_535)
        if let found = reader.optionalText("name", most: 40) { name = found }
        texts += pairs(reader.member("texts", optional: true), findings)
        if case .list(let list)? = reader.member("items", optional: true)?.value {
          for item in list { texts += Self.texts(of: item, items, findings) }
        }
        reader.finish()
      } catch {
        findings.add(error.expected, at: error.line)
      }
      problems += findings.problems
    }
    problems += contradictions(texts).map {
      ContentProblem(file: "languages/\(language)", line: 0, subject: "", text: $0)
    }
    return (name.map { Tongue(language: Language(id: language, name: $0), texts: texts) }, problems)
  }

  private static func texts(
    of json: JSON, _ items: [Item]?, _ findings: Findings
  ) -> [(vietnamese: String, other: String)] {
    let reader = MemberReader(json, subject: "item", findings: findings)
    defer { reader.finish() }
    let id = reader.text("item", most: 40)
    let version = reader.integer("itemVersion", in: 1...65_535)
    let texts = pairs(reader.member("texts"), findings)
    guard let items else { return texts }
    guard let item = items.first(where: { $0.id.text == id }) else {
      reader.problem("there is no item \"\(id)\"")
      return texts
    }
    if item.version != version { reader.problem("\"\(id)\" is version \(item.version), translated is \(version)") }
    let own = SpokenItem(item).lines.map { Tongue.key($0.text) } + item.parts.map { Tongue.key($0.text.written) }
    for text in texts where !own.contains(Tongue.key(text.vietnamese)) {
      reader.problem("\"\(id)\" does not say \"\(text.vietnamese)\"")
    }
    for line in [item.stem.written] + item.parts.map(\.text.written)
    where !texts.contains(where: { Tongue.key($0.vietnamese) == Tongue.key(line) }) {
      reader.problem("\"\(id)\" says \"\(line)\", which is not translated")
    }
    return texts
  }

  private static func pairs(_ json: JSON?, _ findings: Findings) -> [(vietnamese: String, other: String)] {
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

  /// One text has one translation, wherever it stands.
  private static func contradictions(_ texts: [(vietnamese: String, other: String)]) -> [String] {
    var seen: [String: String] = [:]
    return texts.compactMap { text in
      if let other = seen[text.vietnamese], other != text.other {
        return "\"\(text.vietnamese)\" is translated in two ways"
      }
      seen[text.vietnamese] = text.other
      return nil
    }
  }
}
