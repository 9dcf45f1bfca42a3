/// How something is done, for those who do it: read from a file of `kiosk/guides/`, whose form is told in <doc:Guides>.
package struct Guide: Equatable, Sendable {
  /// Whom it is for.
  package enum Name: String, CaseIterable, Sendable {
    case resident
    case desk
    case officer
    case technician

    package var file: String { "\(rawValue).txt" }
  }

  package enum Block: Equatable, Sendable {
    case lead(String)
    /// The first is on the title's own sheet of paper; every other begins a new one.
    case section(String)
    /// The page of the samples on which everything stands that is quoted from here on. Not shown.
    case page(String)
    case text(String)
    case steps([String])
    case points([String])
    case note(String)
    case command(String)
    case picture(name: String, description: String)
  }

  package let title: String
  package let blocks: [Block]

  /// Nil for a file without a title.
  package init?(_ file: String) {
    var title: String?
    var blocks: [Block] = []
    for line in file.split(separator: "\n") where !line.isEmpty {
      let sign = line.first ?? " "
      let rest = String(line.dropFirst(2))
      switch (sign, blocks.last) {
      case ("#", _) where line.hasPrefix("## "): blocks.append(.section(String(line.dropFirst(3))))
      case ("#", _): title = rest
      case ("=", _): blocks.append(.lead(rest))
      case ("@", _): blocks.append(.page(rest))
      case ("+", .steps(let before)): blocks[blocks.count - 1] = .steps(before + [rest])
      case ("+", _): blocks.append(.steps([rest]))
      case ("-", .points(let before)): blocks[blocks.count - 1] = .points(before + [rest])
      case ("-", _): blocks.append(.points([rest]))
      case (">", _): blocks.append(.note(rest))
      case ("$", _): blocks.append(.command(rest))
      case ("!", _):
        let parts = rest.split(separator: "|", maxSplits: 1).map { String($0) }
        guard parts.count == 2 else { return nil }
        blocks.append(
          .picture(name: String(parts[0].filter { $0 != " " }), description: String(parts[1].drop { $0 == " " })))
      default: blocks.append(.text(String(line)))
      }
    }
    guard let title else { return nil }
    self.title = title
    self.blocks = blocks
  }

  /// The words of screens that stand between “ and ”, by the page they are on.
  package var quotations: [(page: String, words: String)] {
    var page = ""
    var found: [(String, String)] = []
    for block in blocks {
      if case .page(let name) = block { page = name }
      for text in block.texts { found += Self.quoted(text).map { (page, $0) } }
    }
    return found
  }

  package var pictures: [String] {
    blocks.compactMap { block in
      if case .picture(let name, _) = block { return name }
      return nil
    }
  }

  static func quoted(_ text: String) -> [String] {
    text.split(separator: "“", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.split(separator: "”", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init)
    }
  }
}

extension Guide.Block {
  var texts: [String] {
    switch self {
    case .lead(let text), .text(let text), .note(let text): [text]
    case .steps(let texts), .points(let texts): texts
    case .section, .page, .command, .picture: []
    }
  }
}
