import Assessment

/// Writes XML as text: elements with attributes, texts escaped, characters that XML cannot hold left out.
package struct XMLWriter {
  /// The processing instruction that carries this product's own notes; every other reader passes it by (XML 1.0, 2.6).
  static let ownTarget = "sathach"

  package private(set) var bytes: [UInt8] = []

  /// No white space between elements.
  private let isCompact: Bool

  package init(hasDeclaration: Bool = true, isCompact: Bool = false) {
    self.isCompact = isCompact
    if hasDeclaration { bytes += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8 }
  }

  mutating func add(_ element: XMLElement, indent: Int = 0) {
    space(indent)
    bytes += "<\(element.name)".utf8
    for attribute in element.attributes {
      bytes += " \(attribute.name)=\"".utf8
      escape(attribute.value, quotes: true)
      bytes.append(UInt8(ascii: "\""))
    }
    guard !element.nodes.isEmpty else {
      bytes += "/>\n".utf8
      return
    }
    bytes.append(UInt8(ascii: ">"))
    // White space may be added only where no words stand.
    let isMixed = isCompact || element.nodes.contains { if case .text = $0 { true } else { false } }
    if isMixed {
      for node in element.nodes { inline(node) }
    } else {
      bytes.append(0x0A)
      for node in element.nodes {
        switch node {
        case .element(let child): add(child, indent: indent + 1)
        case .instruction, .text:
          space(indent + 1)
          inline(node)
          bytes.append(0x0A)
        }
      }
      space(indent)
    }
    bytes += "</\(element.name)>\n".utf8
  }

  private mutating func inline(_ node: XMLElement.Node) {
    switch node {
    case .text(let text): escape(text, quotes: false)
    case .instruction(let target, let content): bytes += "<?\(target) \(content)?>".utf8
    case .element(let element):
      add(element)
      // The line feed that ends an element would be a space among words.
      bytes.removeLast()
    }
  }

  mutating func begin(_ name: String, _ attributes: [XMLAttribute] = []) {
    add(XMLElement(name, attributes))
    bytes.removeLast(3)
    bytes += ">\n".utf8
  }

  mutating func end(_ name: String) {
    bytes += "</\(name)>\n".utf8
  }

  private mutating func space(_ indent: Int) {
    for _ in 0..<indent { bytes += [0x20, 0x20] }
  }

  private mutating func escape(_ text: String, quotes: Bool) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\"") where quotes: bytes += "&quot;".utf8
      case 0..<0x20 where byte != 0x09 && byte != 0x0A && byte != 0x0D: continue
      default: bytes.append(byte)
      }
    }
  }

  /// Notes as an instruction; `?>` would end it, so `>` is written as JSON lets one.
  static func own(_ notes: JSON) -> XMLElement.Node {
    let text = String(decoding: notes.canonicalBytes, as: UTF8.self)
    return .instruction(
      target: ownTarget,
      content: text.split(separator: ">", omittingEmptySubsequences: false).joined(separator: "\\u003e"))
  }
}

extension XMLElement {
  static func words(_ name: String, _ text: String, _ attributes: [XMLAttribute] = []) -> XMLElement {
    XMLElement(name, attributes, text.isEmpty ? [] : [.text(text)])
  }

  static func of(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [XMLElement] = [])
    -> XMLElement
  {
    XMLElement(
      name, attributes.map { XMLAttribute(name: $0.key, value: $0.value) }, children.map { .element($0) })
  }
}
