import Assessment

/// Reads one assessment item of QTI 2.0 to 3.0; what becomes what stands in <doc:QTI>.
package struct QTIItemReader {
  /// Looks for a file beside the item: an SVG as a tree, nil where there is none or it is no SVG.
  package typealias Pictures = (String) throws(Finding) -> XMLElement?

  private let root: XMLElement
  private let pictures: Pictures

  package init(_ root: XMLElement, pictures: @escaping Pictures = { _ throws(Finding) in nil }) {
    self.root = QTINames.plain(root)
    self.pictures = pictures
  }

  package static func isRoot(_ element: XMLElement) -> Bool {
    QTINames.plain(XMLElement(element.name)).name == "assessmentitem"
  }

  var title: String { PlainText.tidy(root["title"] ?? root["identifier"] ?? "") }

  /// - Parameter labels: keywords of the package's manifest.
  package func read(into intake: Intake, file: String = "", labels: [String] = []) throws(Finding) {
    try intake.item(file: file, line: root.line, subject: root["identifier"] ?? title) { () throws(Finding) in
      try read(labels: labels)
    }
  }

  func read(labels: [String] = []) throws(Finding) -> ReadItem {
    guard root.name == "assessmentitem" else { throw Finding(.unexpectedRoot, [root.name, "assessmentItem"]) }
    if let template = root.child("templatedeclaration") {
      throw Finding(.unsupportedType, ["templateDeclaration"], line: template.line)
    }
    guard root["adaptive"] != "true" else { throw Finding(.unsupportedType, ["adaptive"]) }
    guard let body = root.child("itembody") else { throw Finding(.badSyntax, ["assessmentItem", "itemBody"]) }

    var read = ReadItem(given: root["identifier"], title: title, ownNotes: root.instruction(XMLWriter.ownTarget))
    let text = try QTIText.read(body)
    guard text.interactions.count == 1, let interaction = text.interactions.first else {
      throw Finding(.severalInteractions, [String(text.interactions.count)], line: body.line)
    }
    for name in text.left.sorted() { read.note(.partLeft, [name]) }
    let others = Labels.read(labels, into: &read.item)
    if !others.isEmpty { read.note(.partLeft, ["keyword: " + others.joined(separator: ", ")]) }
    let response = try response(of: interaction)
    checkScoring(&read)
    var task = QTITask(
      interaction: interaction, response: response, feedback: modalFeedback, spoken: spoken, pictures: pictures)
    try task.read(body: text, into: &read)
    takeRationale(beside: task.usedFeedback, &read)
    return read
  }

  private func response(of interaction: XMLElement) throws(Finding) -> QTIResponse {
    let wanted = interaction["responseidentifier"] ?? ""
    guard let declaration = root.children("responsedeclaration").first(where: { $0["identifier"] == wanted }) else {
      throw Finding(.brokenReference, [wanted], line: interaction.line)
    }
    return try QTIResponse(declaration)
  }

  /// Feedback that is shown after the answer, by the value that shows it.
  private var modalFeedback: [(key: String, element: XMLElement)] {
    root.children("modalfeedback").map { ($0["identifier"] ?? "", $0) }
  }

  private func takeRationale(beside used: Set<String>, _ read: inout ReadItem) {
    for (key, element) in modalFeedback where !used.contains(key) {
      let isForWrong = ["incorrect", "wrong", "false", "sai"].contains { key.lowercased().contains($0) }
      guard !isForWrong, read.item.rationale.isEmpty, let text = try? QTIText.read(element) else {
        read.note(.partLeft, ["modalFeedback \(key)"])  // a feedback that is no plain text is told, not taken
        continue
      }
      read.item.rationale = read.words(PlainText(text: text.words, formatting: text.formatting))
    }
  }

  /// Texts that are spoken in place of written ones (QTI 3), by their catalog's id.
  private var spoken: [String: String] {
    var spoken: [String: String] = [:]
    for catalog in root.child("cataloginfo")?.children("catalog") ?? [] {
      for card in catalog.children("card") where card["support"] == "spoken" {
        spoken[catalog["id"] ?? ""] = PlainText.tidy(card.text)
      }
    }
    return spoken
  }

  /// Comparing with the key or adding up a mapping is what is done here too; anything else is told.
  private func checkScoring(_ read: inout ReadItem) {
    guard let processing = root.child("responseprocessing") else { return }
    if let template = processing["template"] {
      let name = template.split(separator: "/").last.map(String.init) ?? ""
      let known = ["match_correct", "map_response", "match_correct.xml", "map_response.xml", "cc2_match_basic"]
      if !known.contains(name) { read.note(.otherScoring, [name]) }
    } else if let strange = Self.strange(in: processing) {
      read.note(.otherScoring, [strange])
    }
  }

  private static let ordinary: Set<String> = [
    "responsecondition", "responseif", "responseelseif", "responseelse", "match", "variable", "correct", "mapresponse",
    "setoutcomevalue", "basevalue", "isnull", "not", "and",
  ]

  private static func strange(in element: XMLElement) -> String? {
    for child in element.children {
      if !ordinary.contains(child.name) { return child.name }
      if let found = strange(in: child) { return found }
    }
    return nil
  }
}
