import Assessment

/// The response and the interaction of one kind of item.
struct QTIParts {
  let response: XMLElement
  let body: [XMLElement]
  var hasFeedback = false
  var isMapped = true
  var picture: XMLElement?
  /// Ids of catalogs and what is spoken.
  var spoken: [(String, String)] = []

  /// Nil where QTI knows no such kind.
  ///
  /// - Parameter pictureName: what the item's picture is called, if it has one.
  init?(_ task: Item.Task, pictureName: String, version: QTIWriter.Version) {
    switch task {
    case .single(let task): self.init(task, isSeveral: false, version)
    case .several(let task): self.init(task, isSeveral: true, version)
    case .truths(let task):
      let right = [Self.choice("dung", "Đúng", most: 0), Self.choice("sai", "Sai", most: 0)]
      self.init(
        pairs: task.statements.map { ($0.part.id.text, $0.isTrue ? "dung" : "sai") },
        left: task.statements.map(\.part), right: right, version)
    case .order(let task): self.init(task, version)
    case .match(let task):
      self.init(
        pairs: task.left.map { ($0.part.id.text, $0.match.text) }, left: task.left.map(\.part),
        right: task.right.map { Self.choice($0.id.text, $0.text.written, most: 1) }, version)
    case .short(let task): self.init(task)
    case .point(let task): self.init(task, pictureName: pictureName, version)
    case .simulated: return nil
    }
  }

  private init(response: XMLElement, body: [XMLElement]) {
    (self.response, self.body) = (response, body)
  }

  private static func declaration(
    _ cardinality: String, _ type: String, correct: [String], mapping: [(String, String)] = []
  ) -> XMLElement {
    var children = [XMLElement.of("correctResponse", [:], correct.map { .words("value", $0) })]
    if !mapping.isEmpty {
      children.append(
        .of(
          "mapping", ["lowerBound": "0", "defaultValue": "0"],
          mapping.map { .of("mapEntry", ["mapKey": $0.0, "mappedValue": $0.1]) }))
    }
    return .of(
      "responseDeclaration", ["identifier": "RESPONSE", "cardinality": cardinality, "baseType": type], children)
  }

  private static func choice(_ id: String, _ text: String, most: Int) -> XMLElement {
    var element = XMLElement.words("simpleAssociableChoice", text)
    element.attributes = [
      XMLAttribute(name: "identifier", value: id), XMLAttribute(name: "matchMax", value: String(most)),
    ]
    return element
  }

  private static func share(_ credit: Int) -> String {
    credit == 100 ? "1" : credit == 0 ? "0" : "0." + (credit < 10 ? "0\(credit)" : String(credit))
  }
}

extension QTIParts {
  private init(_ task: ChoiceTask, isSeveral: Bool, _ version: QTIWriter.Version) {
    let mapping = task.options.map { option in
      let isKey = task.key.contains(option.id)
      let credit = isSeveral ? (isKey ? "1" : "-1") : Self.share(isKey ? 100 : task.partial[option.id] ?? 0)
      return (option.id.text, credit)
    }
    let choices = task.options.map { option in
      var choice = XMLElement.words("simpleChoice", option.text.written)
      choice.attributes = [XMLAttribute(name: "identifier", value: option.id.text)]
      if version == .third, option.text.ear != nil {
        choice.attributes.append(XMLAttribute(name: "data-catalog-idref", value: "ear-\(option.id)"))
      }
      var feedback = XMLElement.words("feedbackInline", option.meaning)
      feedback.attributes = [
        XMLAttribute(name: "outcomeIdentifier", value: "FEEDBACK"),
        XMLAttribute(name: "identifier", value: option.id.text), XMLAttribute(name: "showHide", value: "show"),
      ]
      choice.nodes.append(.element(feedback))
      return choice
    }
    self.init(
      response: Self.declaration(
        isSeveral ? "multiple" : "single", "identifier", correct: task.key.map(\.text), mapping: mapping),
      body: [
        .of(
          "choiceInteraction",
          ["responseIdentifier": "RESPONSE", "shuffle": "true", "maxChoices": isSeveral ? "0" : "1"], choices)
      ])
    hasFeedback = true
    spoken = task.options.compactMap { option in option.text.ear.map { ("ear-\(option.id)", $0) } }
  }

  private init(
    pairs: [(String, String)], left: [Item.Option], right: [XMLElement], _ version: QTIWriter.Version
  ) {
    let keys = pairs.map { "\($0.0) \($0.1)" }
    self.init(
      response: Self.declaration("multiple", "directedPair", correct: keys, mapping: keys.map { ($0, "1") }),
      body: [
        .of(
          "matchInteraction",
          ["responseIdentifier": "RESPONSE", "shuffle": "true", "maxAssociations": String(pairs.count)],
          [
            .of("simpleMatchSet", [:], left.map { Self.choice($0.id.text, $0.text.written, most: 1) }),
            .of("simpleMatchSet", [:], right),
          ])
      ])
  }

  /// Steps stand in the order of their ids, so that the file's order tells nothing.
  private init(_ task: OrderTask, _ version: QTIWriter.Version) {
    let choices = task.steps.sorted { $0.id < $1.id }.map { step in
      var choice = XMLElement.words("simpleChoice", step.text.written)
      choice.attributes = [XMLAttribute(name: "identifier", value: step.id.text)]
      return choice
    }
    self.init(
      response: Self.declaration("ordered", "identifier", correct: task.steps.map(\.id.text)),
      body: [.of("orderInteraction", ["responseIdentifier": "RESPONSE", "shuffle": "true"], choices)])
    isMapped = false
  }

  private init(_ task: ShortTask) {
    let isNumber = task.entry == .number
    func text(_ text: String) -> String { isNumber ? Spelling.amount(text).map { String($0) } ?? text : text }
    // A mistake that is no number has no place among numbers.
    let mistakes = task.mistakes.filter { !isNumber || Spelling.amount($0.text) != nil }
    let answers = task.accepts.map { (text($0.text), Self.share($0.credit)) } + mistakes.map { (text($0.text), "0") }
    let entry = XMLElement.of(
      "textEntryInteraction", ["responseIdentifier": "RESPONSE", "expectedLength": String(ShortTask.longest)])
    self.init(
      response: Self.declaration(
        "single", isNumber ? "integer" : "string",
        correct: task.accepts.first { $0.credit == 100 }.map { [text($0.text)] } ?? [], mapping: answers),
      body: [XMLElement("p", [], [.element(entry)] + (task.unit.map { [.text(" \($0)")] } ?? []))])
  }

  private init(_ task: PointTask, pictureName: String, _ version: QTIWriter.Version) {
    let choices = task.regions.map { region in
      XMLElement.of(
        "hotspotChoice",
        [
          "identifier": region.part.id.text, "shape": "rect",
          "coords": [region.x, region.y, region.x + region.width, region.y + region.height].map { String($0) }.joined(
            separator: ","), "hotspotLabel": region.part.text.written,
        ])
    }
    let size = [("width", task.picture.width), ("height", task.picture.height)].map {
      XMLAttribute(name: $0.0, value: String($0.1))
    }
    var image: XMLElement
    if version == .second {
      image = .words("object", task.picture.alt.written)
      image.attributes = [
        XMLAttribute(name: "data", value: pictureName), XMLAttribute(name: "type", value: "image/svg+xml"),
      ]
    } else {
      image = XMLElement("img", [XMLAttribute(name: "src", value: pictureName)])
      image.attributes.append(XMLAttribute(name: "alt", value: task.picture.alt.written))
    }
    image.attributes += size
    self.init(
      response: Self.declaration(
        "single", "identifier", correct: task.key.prefix(1).map(\.text), mapping: task.key.map { ($0.text, "1") }),
      body: [
        .of("hotspotInteraction", ["responseIdentifier": "RESPONSE", "maxChoices": "1"], [image] + choices)
      ])
    picture = Self.tree(of: task.picture)
  }

  private static func tree(of drawing: Drawing) -> XMLElement {
    XMLElement(
      "svg",
      [
        XMLAttribute(name: "xmlns", value: "http://www.w3.org/2000/svg"),
        XMLAttribute(name: "width", value: String(drawing.width)),
        XMLAttribute(name: "height", value: String(drawing.height)),
        XMLAttribute(name: "viewBox", value: "0 0 \(drawing.width) \(drawing.height)"),
      ], drawing.shapes.map { .element(tree(of: $0)) })
  }

  private static func tree(of shape: Drawing.Shape) -> XMLElement {
    XMLElement(
      shape.name.rawValue,
      shape.properties.map { XMLAttribute(name: $0.attribute.rawValue, value: $0.value) },
      shape.children.map { node in
        switch node {
        case .shape(let child): .element(tree(of: child))
        case .text(let text): .text(text)
        }
      })
  }

  static func file(of picture: XMLElement) -> [UInt8] {
    var xml = XMLWriter()
    xml.add(picture)
    return xml.bytes
  }
}
