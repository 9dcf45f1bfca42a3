/// A text of words alone, made of whatever a format has, and what was lost on the way.
struct PlainText: Equatable {
  var text: String
  /// Elements and attributes that only showed how the text looks, sorted.
  var formatting: [String] = []

  /// Words as they are, with single spaces.
  init(words: String) {
    text = Self.tidy(words)
  }

  init(text: String, formatting: Set<String>) {
    self.text = Self.tidy(text)
    self.formatting = formatting.sorted()
  }

  /// Line breaks, tabs and the like become single spaces; invisible characters that some editors leave go.
  static func tidy(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isSpaceDue = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x200B, 0x200C, 0x200D, 0xFEFF, 0xAD: continue
      case 0...0x20, 0x7F, 0xA0, 0x2028, 0x2029: isSpaceDue = true
      default:
        if isSpaceDue, !result.isEmpty { result.append(" ") }
        isSpaceDue = false
        Composition.append(scalar, to: &result)
      }
    }
    return String(result)
  }

  /// What marks formulas in the editors of learning platforms; a formula read as words would be nonsense.
  static func refuseMathematics(_ text: String) throws(Finding) {
    for mark in ["\\(", "\\[", "$$"] where text.contains(mark) { throw Finding(.mathematics, [mark]) }
  }

  /// What a browser would take for a tag, in a text that is not meant to have any.
  static func refuseMarkup(_ text: String) throws(Finding) {
    let bytes = Array(text.utf8)
    for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "<") && place + 1 < bytes.count {
      let next = bytes[place + 1]
      guard (0x41...0x5A).contains(next & 0xDF) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") else {
        continue
      }
      let name = bytes[(place + 1)...].prefix(20).prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
      throw Finding(.foreignMarkup, [String(decoding: name, as: UTF8.self)])
    }
  }
}

/// Which elements of HTML words may stand in.
enum HTMLElements {
  enum Meaning: Equatable {
    /// Words go on.
    case inline
    /// Words before and after are apart.
    case block
    /// Only how it looks: words go on, and a note tells.
    case look
    case lookOfBlock
    case script
    case picture
    case foreign
  }

  static func meaning(of name: String) -> Meaning {
    switch name {
    case "span", "wbr", "bdo", "bdi", "label": .inline
    case "p", "div", "br", "section", "article", "body", "itembody", "contentbody", "prompt": .block
    case "b", "strong", "i", "em", "u", "small", "big", "font", "mark", "code", "tt", "q", "cite", "abbr", "dfn", "kbd",
      "samp",
      "var", "s":
      .look
    case "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "center", "hr", "dl", "dt", "dd":
      .lookOfBlock
    case "script", "iframe", "object", "embed", "applet", "form", "input", "button", "select", "textarea", "link",
      "meta",
      "style", "base":
      .script
    case "img", "picture", "svg", "video", "audio", "source", "canvas", "map", "area", "figure": .picture
    default: .foreign
    }
  }

  /// Refuses what is no text; notes what is only look.
  static func check(
    _ name: String, attributes: [XMLAttribute], formatting: inout Set<String>
  ) throws(Finding) -> Meaning {
    for attribute in attributes {
      let small = attribute.name.lowercased()
      if small.hasPrefix("on") { throw Finding(.script, [attribute.name]) }
      if ["href", "src", "action"].contains(small) {
        guard meaning(of: name) == .picture else { throw Finding(.foreignMarkup, [name]) }
        let file = attribute.value.split(separator: "/").last.map(String.init) ?? ""
        throw Finding(.picture, [String(file.prefix(80))])
      }
      if small == "style" || small == "align" || small == "color" { formatting.insert(small) }
    }
    let meaning = meaning(of: name)
    switch meaning {
    case .script: throw Finding(.script, [name])
    case .picture: throw Finding(.picture, [name])
    case .foreign: throw Finding(.foreignMarkup, [name])
    case .look, .lookOfBlock: formatting.insert(name)
    case .inline, .block: break
    }
    return meaning
  }
}
