import Assessment

/// Writes GIFT as Moodle imports it; see <doc:GIFT>.
package struct GIFTWriter {
  package private(set) var report = ExportReport()
  package private(set) var bytes: [UInt8] = []
  private var category = ""

  package init() {}

  package mutating func add(_ exported: ExportedItem) {
    let item = exported.item
    guard let answers = Self.answers(item.task) else { return report.leave(item, .noSuchKind) }
    let path = Categories.path(of: item)
    if path != category {
      category = path
      bytes += "$CATEGORY: \(path)\n\n".utf8
    }
    let question = question(item, answers)
    guard let read = Self.read(question, labels: Self.labels(item), category: path) else {
      return report.leave(item, .notReadBack)
    }
    let lost = exported.lost(in: read)
    report.write(lost)
    bytes += "// [id:\(item.id)]\(Self.labels(item).map { " [tag:\($0)]" }.joined())\n".utf8
    if let lost { bytes += Array("// \(GIFTBlocks.ownMark) ".utf8) + lost.canonicalBytes + [0x0A] }
    bytes += Array((question + "\n\n").utf8)
  }

  private static func labels(_ item: Item) -> [String] {
    Labels.of(item).filter { !$0.hasPrefix("competence:") }
  }

  private static func read(_ question: String, labels: [String], category: String) -> ReadItem? {
    var block = GIFTBlocks.Block(line: 1, text: "", category: category, tags: labels)
    block.text = question.split(separator: "\n").map { GIFTText.hidden($0) }.joined(separator: "\n")
    return try? GIFTQuestion(block).read()  // what cannot be read back is told as left out
  }

  private func question(_ item: Item, _ answers: [String]) -> String {
    let lines = answers + ["####" + GIFTText.escaped(item.rationale)]
    let stem = GIFTText.escaped(item.stem.written)
    return "::\(item.id)::[plain]\(stem) {\n" + lines.map { "  \($0)\n" }.joined() + "}"
  }

  /// Nil where GIFT has no such kind.
  private static func answers(_ task: Item.Task) -> [String]? {
    switch task {
    case .single(let task):
      task.options.map { option in
        let isKey = task.key.contains(option.id)
        let weight = isKey ? 100 : task.partial[option.id] ?? 0
        return (isKey ? "=" : "~") + self.weight(weight, usual: isKey ? 100 : 0, before: option.text.written)
          + answer(option.text.written, option.meaning)
      }
    case .several(let task):
      task.options.map { option in
        let share = Share.text(of: task.key.count)
        return "~%\(task.key.contains(option.id) ? "" : "-")\(share)%" + answer(option.text.written, option.meaning)
      }
    case .match(let task): pairs(task)
    case .short(let task): typed(task)
    case .truths, .order, .point, .simulated: nil
    }
  }

  /// A text that begins with a percent sign would be taken for a weight.
  private static func weight(_ weight: Int, usual: Int, before text: String) -> String {
    weight == usual && !text.hasPrefix("%") ? "" : "%\(weight)%"
  }

  private static func answer(_ text: String, _ meaning: String) -> String {
    GIFTText.escaped(text) + (meaning.isEmpty ? "" : "#" + GIFTText.escaped(meaning))
  }

  private static func pairs(_ task: MatchTask) -> [String] {
    let texts = Dictionary(task.right.map { ($0.id, $0.text.written) }, uniquingKeysWith: { first, _ in first })
    let matched = task.left.map { line in
      "=\(GIFTText.escaped(line.part.text.written)) -> \(GIFTText.escaped(texts[line.match] ?? ""))"
    }
    let used = Set(task.left.map(\.match))
    return matched + task.right.filter { !used.contains($0.id) }.map { "= -> \(GIFTText.escaped($0.text.written))" }
  }

  private static func typed(_ task: ShortTask) -> [String] {
    let isNumber = task.entry == .number
    func text(_ text: String) -> String {
      isNumber ? Spelling.amount(text).map { "\($0):0" } ?? text : GIFTText.escaped(text)
    }
    let accepts = task.accepts.map { accepted in
      let weight = weight(accepted.credit, usual: 100, before: accepted.text)
      return "=" + weight + text(accepted.text)
        + (accepted.meaning.isEmpty ? "" : "#" + GIFTText.escaped(accepted.meaning))
    }
    let mistakes = task.mistakes.filter { !isNumber || Spelling.amount($0.text) != nil }.map { mistake in
      "=%0%" + text(mistake.text) + (mistake.meaning.isEmpty ? "" : "#" + GIFTText.escaped(mistake.meaning))
    }
    return (isNumber ? ["#"] : []) + accepts + mistakes
  }
}

/// An equal share of a hundred, with the five digits Moodle compares.
enum Share {
  static func text(of count: Int) -> String {
    guard count > 0 else { return "0" }
    if 100 % count == 0 { return String(100 / count) }
    let hundredThousandths = 10_000_000 / count
    let fraction = String(hundredThousandths % 100_000)
    return "\(hundredThousandths / 100_000)." + String(repeating: "0", count: 5 - fraction.count) + fraction
  }
}
