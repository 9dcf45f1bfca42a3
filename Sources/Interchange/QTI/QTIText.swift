/// Takes the words out of an item body, with marks where interactions and gaps stand.
struct QTIText {
  /// Stands for an interaction or gap among words.
  static let mark: Character = "\u{FFFC}"

  /// Words between the borders of blocks, empty ones left out.
  private(set) var blocks: [String] = [""]
  private(set) var interactions: [XMLElement] = []
  private(set) var gaps: [XMLElement] = []
  private(set) var feedback: [XMLElement] = []
  private(set) var formatting: Set<String> = []
  private(set) var left: Set<String> = []
  /// References to spoken versions (QTI 3), in order.
  private(set) var catalogs: [String] = []

  static func read(_ element: XMLElement) throws(Finding) -> QTIText {
    var text = QTIText()
    try text.walk(element)
    text.blocks = text.blocks.map { PlainText.tidy($0) }.filter { !$0.isEmpty }
    return text
  }

  var words: String { blocks.joined(separator: " ") }

  private mutating func walk(_ element: XMLElement) throws(Finding) {
    if let catalog = element["datacatalogidref"] { catalogs.append(catalog) }
    for node in element.nodes {
      switch node {
      case .text(let text):
        try PlainText.refuseMathematics(text)
        blocks[blocks.count - 1] += text
      case .instruction: break
      case .element(let child): try take(child)
      }
    }
  }

  private mutating func take(_ child: XMLElement) throws(Finding) {
    switch child.name {
    case let name where name.hasSuffix("interaction"):
      interactions.append(child)
      // Those that stand among words are answered there; the others are blocks of their own.
      if name == "inlinechoiceinteraction" || name == "textentryinteraction" || name == "endattemptinteraction" {
        blocks[blocks.count - 1].append(Self.mark)
      } else {
        blocks.append("")
      }
    case "gap":
      gaps.append(child)
      blocks[blocks.count - 1].append(Self.mark)
    case "feedbackinline", "feedbackblock": feedback.append(child)
    case "rubricblock", "stylesheet", "infocontrol", "templateblock", "templateinline", "catalog", "cataloginfo":
      if !PlainText.tidy(child.text).isEmpty { left.insert(child.name) }
    case "math", "include", "printedvariable", "hottext":
      throw Finding(child.name == "math" ? .mathematics : .foreignMarkup, [child.name], line: child.line)
    default:
      let meaning: HTMLElements.Meaning
      do throws(Finding) {
        meaning = try HTMLElements.check(child.name, attributes: child.attributes, formatting: &formatting)
      } catch {
        throw Finding(error.reason, error.facts, line: child.line)
      }
      let isBlock = meaning == .block || meaning == .lookOfBlock
      if isBlock { blocks.append("") }
      try walk(child)
      if isBlock { blocks.append("") }
    }
  }
}
