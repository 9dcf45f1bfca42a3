import Assessment

/// Writes Moodle XML that Moodle 3.9 and later import; see <doc:MoodleXML>.
package struct MoodleWriter {
  package private(set) var report = ExportReport()
  private var xml = XMLWriter()
  private var category = ""

  package init() {
    xml.begin("quiz")
  }

  package mutating func add(_ exported: ExportedItem) {
    let item = exported.item
    guard let parts = MoodleTask.parts(item.task) else { return report.leave(item, .noSuchKind) }
    let path = Categories.path(of: item)
    var question = Self.question(item, parts)
    guard let read = try? MoodleQuestion(question, category: path).read() else {  // what cannot be read back is told
      return report.leave(item, .notReadBack)
    }
    let lost = exported.lost(in: read)
    report.write(lost)
    if let lost { question.nodes.insert(XMLWriter.own(lost), at: 0) }
    if path != category {
      category = path
      xml.add(.of("question", ["type": "category"], [.of("category", [:], [.words("text", path)])]), indent: 1)
    }
    xml.add(question, indent: 1)
  }

  package mutating func finished() -> [UInt8] {
    xml.end("quiz")
    return xml.bytes
  }

  private static func question(_ item: Item, _ parts: (type: String, elements: [XMLElement])) -> XMLElement {
    let tags = Labels.of(item).filter { !$0.hasPrefix("competence:") }
    return .of(
      "question", ["type": parts.type],
      [
        .of("name", [:], [.words("text", item.id.text)]), MoodleTask.plain("questiontext", item.stem.written),
        MoodleTask.plain("generalfeedback", item.rationale), .words("defaultgrade", "1"), .words("penalty", "0"),
        .words("hidden", "0"), .words("idnumber", item.id.text),
      ] + parts.elements
        + [.of("tags", [:], tags.map { .of("tag", [:], [.words("text", $0)]) })])
  }
}

/// The parts of a question that differ by its type.
enum MoodleTask {
  /// Nil where Moodle knows no such kind.
  static func parts(_ task: Item.Task) -> (type: String, elements: [XMLElement])? {
    switch task {
    case .single(let task):
      let answers = task.options.map { option in
        let weight = task.key.contains(option.id) ? "100" : String(task.partial[option.id] ?? 0)
        return answer(option.text.written, weight: weight, feedback: option.meaning)
      }
      return ("multichoice", choiceSettings(isSingle: true) + answers)
    case .several(let task):
      let share = Share.text(of: task.key.count)
      let answers = task.options.map { option in
        answer(
          option.text.written, weight: (task.key.contains(option.id) ? "" : "-") + share, feedback: option.meaning)
      }
      return ("multichoice", choiceSettings(isSingle: false) + answers)
    case .order(let task):
      let answers = task.steps.enumerated().map { place, step in
        answer(step.text.written, weight: String(place + 1), feedback: step.meaning)
      }
      return ("ordering", [.words("layouttype", "VERTICAL"), .words("selecttype", "ALL")] + answers)
    case .match(let task): return ("matching", [.words("shuffleanswers", "true")] + pairs(task))
    case .short(let task): return typed(task)
    case .truths, .point, .simulated: return nil
    }
  }

  static func plain(_ name: String, _ text: String) -> XMLElement {
    .of(name, ["format": "plain_text"], [.words("text", text)])
  }

  private static func choiceSettings(isSingle: Bool) -> [XMLElement] {
    [
      .words("single", isSingle ? "true" : "false"), .words("shuffleanswers", "true"),
      .words("answernumbering", "none"),
    ]
  }

  private static func answer(_ text: String, weight: String, feedback: String) -> XMLElement {
    .of(
      "answer", ["fraction": weight, "format": "plain_text"], [.words("text", text), plain("feedback", feedback)])
  }

  private static func pairs(_ task: MatchTask) -> [XMLElement] {
    let texts = Dictionary(task.right.map { ($0.id, $0.text.written) }, uniquingKeysWith: { first, _ in first })
    let used = Set(task.left.map(\.match))
    let rows = task.left.map { ($0.part.text.written, texts[$0.match] ?? "") }
    let extra = task.right.filter { !used.contains($0.id) }.map { ("", $0.text.written) }
    return (rows + extra).map { left, right in
      .of(
        "subquestion", ["format": "plain_text"],
        [.words("text", left), .of("answer", [:], [.words("text", right)])])
    }
  }

  private static func typed(_ task: ShortTask) -> (type: String, elements: [XMLElement]) {
    let isNumber = task.entry == .number
    let accepts = task.accepts.map { ($0.text, String($0.credit), $0.meaning) }
    let mistakes = task.mistakes.map { ($0.text, "0", $0.meaning) }
    let answers = (accepts + mistakes).compactMap { text, weight, meaning -> XMLElement? in
      guard isNumber else { return answer(text, weight: weight, feedback: meaning) }
      guard let number = Spelling.amount(text) else { return nil }
      var element = answer(String(number), weight: weight, feedback: meaning)
      element.nodes.append(.element(.words("tolerance", "0")))
      return element
    }
    guard isNumber else { return ("shortanswer", [.words("usecase", "0")] + answers) }
    let unit = task.unit.map { name in
      XMLElement.of(
        "units", [:], [.of("unit", [:], [.words("multiplier", "1"), .words("unit_name", name)])])
    }
    return ("numerical", answers + (unit.map { [$0, .words("unitgradingtype", "0"), .words("showunits", "3")] } ?? []))
  }
}
