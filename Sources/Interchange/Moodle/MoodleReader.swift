import Assessment

/// Reads questions of Moodle XML, as Moodle 1.9 to 4 export them; what becomes what stands in <doc:MoodleXML>.
package final class MoodleReader {
  private let intake: Intake
  private var category = ""

  package init(into intake: Intake) {
    self.intake = intake
  }

  package func checkRoot(_ root: XMLElement) throws(Finding) {
    guard root.name == "quiz" else { throw Finding(.unexpectedRoot, [root.name, "quiz"], line: root.line) }
  }

  package func take(_ element: XMLElement) throws(Finding) {
    guard element.name == "question" else {
      return intake.note(Finding(.partLeft, [element.name], line: element.line))
    }
    if element["type"] == "category" {
      category = PlainText.tidy(element.child("category")?.text ?? "")
      return
    }
    let question = MoodleQuestion(element, category: category)
    try intake.item(line: element.line, subject: question.title) { () throws(Finding) in try question.read() }
  }
}

/// One question element.
struct MoodleQuestion {
  let element: XMLElement
  let category: String

  init(_ element: XMLElement, category: String) {
    (self.element, self.category) = (element, category)
  }

  var title: String { PlainText.tidy(element.child("name")?.text ?? "") }
  var type: String { element["type"] ?? "" }

  func read() throws(Finding) -> ReadItem {
    let id = PlainText.tidy(element.child("idnumber")?.text ?? "")
    var read = ReadItem(given: id.isEmpty ? nil : id, title: title, ownNotes: element.instruction(XMLWriter.ownTarget))
    guard Self.types.contains(type) else { throw Finding(.unsupportedType, [type]) }
    read.item.stem = try words("questiontext", in: element, &read)
    read.item.rationale = try words("generalfeedback", in: element, &read)
    let tags = element.child("tags")?.children("tag").map { PlainText.tidy($0.text) } ?? []
    let others = Labels.read(tags, into: &read.item)
    if !others.isEmpty { read.note(.partLeft, ["tag: " + others.joined(separator: ", ")]) }
    Categories.take(category, into: &read)
    noteRest(&read)
    read.item.task = try task(&read)
    return read
  }

  static let types = [
    "multichoice", "truefalse", "shortanswer", "numerical", "matching", "ddmatch", "ordering", "gapselect",
  ]

  /// Elements that say how a question is shown or marked there, and nothing about what it asks.
  private static let settings: Set<String> = [
    "name", "questiontext", "generalfeedback", "idnumber", "tags", "answer", "single", "subquestion", "penalty",
    "shuffleanswers", "answernumbering", "showstandardinstruction", "shownumcorrect", "units", "unit",
    "unitgradingtype",
    "unitpenalty", "showunits", "unitsleft", "layouttype", "selecttype", "selectcount", "gradingtype", "showgrading",
    "numberingstyle", "selectoption", "questionid", "image_base64",
  ]

  /// What a question has beyond what comes in is told, where it says anything.
  private func noteRest(_ read: inout ReadItem) {
    for child in element.children where !Self.settings.contains(child.name) {
      let text = PlainText.tidy(child.text)
      switch child.name {
      case "defaultgrade": if Double(text) != 1 { read.note(.partLeft, ["\(child.name) \(text)"]) }
      case "hidden": if text == "1" { read.note(.partLeft, [child.name]) }
      case "usecase": if text == "1" { read.note(.caseCounted) }
      default:
        let saysNothing = text.isEmpty && child.children.allSatisfy { $0.name == "text" }
        if !saysNothing { read.note(.partLeft, [child.name]) }
      }
    }
  }

  /// The words of a member that holds a text in one of Moodle's formats.
  func words(_ name: String, in parent: XMLElement, _ read: inout ReadItem) throws(Finding) -> String {
    guard let child = parent.child(name) else { return "" }
    return try words(of: child, &read)
  }

  func words(of element: XMLElement, _ read: inout ReadItem) throws(Finding) -> String {
    if let file = element.child("file") { throw Finding(.picture, [file["name"] ?? ""]) }
    let text = element.child("text")?.text ?? element.text
    switch element["format"] ?? self.element.child("questiontext")?["format"] ?? "html" {
    case "plain_text", "markdown":
      try PlainText.refuseMathematics(text)
      try PlainText.refuseMarkup(text)
      return PlainText(words: text).text
    default: return read.words(try HTMLText.plain(text))
    }
  }
}
