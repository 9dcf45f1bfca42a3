/// QTI 2.1 and 3.0 say the same with other letters: `choiceInteraction` is `qti-choice-interaction`. Read is `choiceinteraction`.
enum QTINames {
  static func plain(_ element: XMLElement) -> XMLElement {
    XMLElement(
      plain(name: element.name),
      element.attributes.map { XMLAttribute(name: plain(name: $0.name), value: $0.value) },
      element.nodes.map { node in
        if case .element(let child) = node { .element(plain(child)) } else { node }
      }, line: element.line)
  }

  private static func plain(name: String) -> String {
    let small = name.lowercased()
    let own = small.hasPrefix("qti-") ? String(small.dropFirst(4)) : small
    return own.filter { $0 != "-" }
  }

  /// The name in QTI 3.0 of what 2.1 calls an element; those of HTML are the same.
  static func third(element name: String) -> String {
    html.contains(name) ? name : "qti-" + kebab(name)
  }

  static func kebab(_ name: String) -> String {
    name.reduce(into: "") { text, letter in
      text += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
  }

  private static let html: Set<String> = ["p", "div", "span", "img", "object"]
}
