package struct XMLAttribute: Equatable, Sendable {
  package let name: String
  package let value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// An element of XML as a value, whoever parsed it; its names are without prefixes of namespaces.
package struct XMLElement: Equatable, Sendable {
  package indirect enum Node: Equatable, Sendable {
    case element(XMLElement)
    case text(String)
    case instruction(target: String, content: String)
  }

  package let name: String
  package var attributes: [XMLAttribute]
  package var nodes: [Node]
  package let line: Int

  package init(_ name: String, _ attributes: [XMLAttribute] = [], _ nodes: [Node] = [], line: Int = 0) {
    self.name = name
    self.attributes = attributes
    self.nodes = nodes
    self.line = line
  }

  package subscript(_ attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  package var children: [XMLElement] {
    nodes.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  package func children(_ name: String) -> [XMLElement] {
    children.filter { $0.name == name }
  }

  package func child(_ name: String) -> XMLElement? {
    children.first { $0.name == name }
  }

  /// All text in it and below, as it stands.
  package var text: String {
    nodes.reduce(into: "") { text, node in
      switch node {
      case .text(let part): text += part
      case .element(let element): text += element.text
      case .instruction: break
      }
    }
  }

  /// The content of the first processing instruction of that target directly in it.
  package func instruction(_ target: String) -> String? {
    for case .instruction(target, let content) in nodes { return content }
    return nil
  }
}
