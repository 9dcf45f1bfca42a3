import UseCases

extension Sheet {
  /// Labels in a column on the left, what they say beside them, hairlines between.
  mutating func set(_ facts: [Fact]) throws(PrintingError) {
    let labels = try labelWidth(of: facts)
    let gutter = design.gap
    let values = Column(x: column.x + labels + gutter, width: column.width - labels - gutter)
    for (index, fact) in facts.enumerated() {
      if index > 0 {
        bottom += design.gap / 4
        rule(design.hairline)
        bottom += design.gap / 8
      }
      try set(fact, labels: labels, values: values)
    }
  }

  /// As wide as the widest label, broken into lines where that would be more than two fifths.
  private func labelWidth(of facts: [Fact]) throws(PrintingError) -> Int {
    var width = 0
    for fact in facts {
      width = max(width, try typesetter.evenParagraph(fact.label, design.label, width: column.width * 2 / 5).width)
    }
    return width
  }

  private mutating func set(_ fact: Fact, labels: Int, values: Column) throws(PrintingError) {
    let label = try typesetter.paragraph(fact.label, design.label, width: labels)
    let value = try typesetter.paragraph(fact.value, design.value, width: values.width)
    advance()
    // Both begin on one base line.
    let drop = max(0, value.box.ascent - label.box.ascent)
    try draw(label, in: column, top: bottom + drop)
    try draw(value, in: values, top: bottom)
    bottom += max(value.height, drop + label.height)
  }

  /// The symbol, centred in the column, with its quiet zone kept free.
  mutating func set(_ symbol: CaptionedSymbol) throws(PrintingError) {
    let matrix = symbol.matrix
    let side = try side(of: matrix)
    let quiet = Design.quietModules * Design.dotsPerModule
    guard side <= column.width else { throw .unfitSymbol(size: matrix.size, modules: matrix.modules.count) }
    advance()
    let x = column.x + (column.width - side) / 2
    canvas.draw(matrix, x: x + quiet, y: bottom + quiet, dotsPerModule: Design.dotsPerModule)
    bottom += side
    if let caption = symbol.caption { try set(caption, design.small, .centre) }
  }

  /// Facts on the left, the symbol on the right; below one another where the symbol is so large that words would not
  /// fit beside it.
  mutating func set(_ facts: [Fact], beside symbol: CaptionedSymbol) throws(PrintingError) {
    let side = try side(of: symbol.matrix)
    let left = Column(x: column.x, width: column.width - side - design.gap)
    guard left.width >= column.width / 2 else {
      try set(.facts(facts))
      return try set(.symbol(symbol))
    }
    leave(design.gap)
    advance()
    let (whole, top) = (column, bottom)
    column = left
    try set(facts)
    let end = bottom
    (column, bottom) = (Column(x: whole.x + whole.width - side, width: side), top)
    try set(symbol)
    (column, bottom) = (whole, max(bottom, end))
    leave(design.gap)
  }

  /// Dots a side with the quiet zone.
  private func side(of matrix: QRMatrix) throws(PrintingError) -> Int {
    guard (1...Design.largestSide).contains(matrix.size), matrix.modules.count == matrix.size * matrix.size else {
      throw .unfitSymbol(size: matrix.size, modules: matrix.modules.count)
    }
    return (matrix.size + 2 * Design.quietModules) * Design.dotsPerModule
  }
}
