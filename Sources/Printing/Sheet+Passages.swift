import UseCases

extension Sheet {
  mutating func set(_ passage: Passage) throws(PrintingError) {
    switch passage {
    case .block(let block): try set(block)
    case .letterhead(let text, let isSmall): try set(text, isSmall ? design.small : design.letterhead, .centre)
    case .facts(let facts):
      leave(design.gap)
      try set(facts)
      leave(design.gap)
    case .symbol(let symbol):
      leave(design.gap / 2)
      try set(symbol)
      leave(design.gap)
    case .factsBeside(let facts, let symbol): try set(facts, beside: symbol)
    case .smallPrint(let texts):
      leave(design.gap / 2)
      for text in texts {
        try set(text, design.small)
        leave(design.gap / 3)
      }
    }
  }

  private mutating func set(_ block: Paper.Block) throws(PrintingError) {
    switch block {
    case .banner(let text): try setBanner(text)
    case .title(let text):
      leave(design.gap)
      try set(text, design.title, .centre)
      leave(design.gap)
    case .emphasis(let text): try setEmphasis(text)
    case .heading(let text):
      leave(design.gap)
      try set(text, design.heading)
      leave(design.gap / 4)
    case .text(let text):
      leave(design.gap / 3)
      try set(text, design.text)
      leave(design.gap / 3)
    case .code(let label, let groups): try setCode(label, groups)
    case .line:
      leave(design.gap)
      rule(design.hairline + 1)
      leave(design.gap / 2)
    // These three become passages of their own.
    case .small(let text): try set(.smallPrint([text]))
    case .fact(let label, let value): try set(.facts([Fact(label: label, value: value)]))
    case .symbol(let matrix): try set(.symbol(CaptionedSymbol(matrix: matrix, caption: nil)))
    }
  }

  private mutating func setBanner(_ text: String) throws(PrintingError) {
    leave(design.gap)
    let style = design.banner
    try framed(padding: design.gap / 2, thickness: 2 * design.rule) { (sheet) throws(PrintingError) in
      try sheet.set(text, style, .centre)
    }
    leave(design.gap)
  }

  /// The outcome, between two rules.
  private mutating func setEmphasis(_ text: String) throws(PrintingError) {
    let style = TextStyle.bold(try largest(of: design.emphasisSizes, for: [text], space: 0))
    leave(design.gap)
    rule(design.rule)
    try set(text, style, .centre)
    rule(design.rule)
    leave(design.gap)
  }

  /// The groups stand in one row as large as fits: they are read aloud from left to right.
  private mutating func setCode(_ label: String, _ groups: [String]) throws(PrintingError) {
    leave(design.gap)
    let design = design
    try framed(padding: design.gap * 3 / 4, thickness: design.rule) { (sheet) throws(PrintingError) in
      try sheet.set(label, design.label, .centre)
      let size = try sheet.largest(of: design.codeSizes, for: groups, space: design.gap)
      try sheet.setRow(groups, .bold(size), space: design.gap)
    }
    leave(design.gap)
  }

  private mutating func setRow(_ groups: [String], _ style: TextStyle, space: Int) throws(PrintingError) {
    let row = try typesetter.row(groups, style, width: column.width, space: space)
    try draw(row, in: column, top: bottom, .centre)
    bottom += row.height
  }

  private func largest(of sizes: [Int], for texts: [String], space: Int) throws(PrintingError) -> Int {
    for size in sizes {
      let row = try typesetter.row(texts, .bold(size), width: column.width, space: space)
      if row.lines.count <= 1 { return size }
    }
    return sizes.last ?? design.text.size
  }
}
