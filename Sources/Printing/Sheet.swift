import UseCases

/// A sheet while it is set from top to bottom.
struct Sheet {
  let design: Design
  let typesetter: Typesetter
  var canvas: Canvas
  /// Where text may stand now, left and right.
  var column: Column
  /// The lower edge of what was set last.
  var bottom: Int
  /// White to be left before whatever comes next; the larger of two demands wins.
  private var white = 0

  struct Column {
    var x: Int
    var width: Int
  }

  enum Alignment { case left, centre }

  init(_ passages: [Passage], _ design: Design, _ typesetter: Typesetter) throws(PrintingError) {
    self.design = design
    self.typesetter = typesetter
    canvas = Canvas(width: design.width)
    column = Column(x: design.sideMargin, width: design.width - 2 * design.sideMargin)
    bottom = design.endMargin
    try set(passages)
  }

  mutating func set(_ passages: [Passage]) throws(PrintingError) {
    for passage in passages { try set(passage) }
  }

  /// Goes down to a place where the next passage shall begin.
  mutating func sink(to place: Int) {
    bottom = place
    white = 0
  }

  /// Demands white below what was set last.
  mutating func leave(_ dots: Int) {
    white = max(white, dots)
  }

  /// Goes down past the white that was demanded; nothing is left above the first line of a sheet.
  mutating func advance() {
    if bottom > design.endMargin { bottom += white }
    white = 0
  }

  mutating func set(
    _ text: String, _ style: TextStyle, _ alignment: Alignment = .left
  ) throws(PrintingError) {
    let paragraph =
      switch alignment {
      case .left: try typesetter.paragraph(text, style, width: column.width)
      case .centre: try typesetter.evenParagraph(text, style, width: column.width)
      }
    advance()
    try draw(paragraph, in: column, top: bottom, alignment)
    bottom += paragraph.height
  }

  /// - Throws: `PrintingError.doesNotFit` before a text of any length can take all memory.
  mutating func draw(
    _ paragraph: Paragraph, in column: Column, top: Int, _ alignment: Alignment = .left
  ) throws(PrintingError) {
    let end = top + paragraph.height
    guard end <= Design.largestSide else { throw .doesNotFit(height: end, limit: Design.largestSide) }
    var baseline = top + paragraph.box.ascent
    for line in paragraph.lines {
      let rest = alignment == .centre ? (column.width - paragraph.width(of: line)) / 2 : 0
      var x = column.x + rest
      for word in line {
        for glyph in word.glyphs {
          canvas.draw(glyph, x: x, baseline: baseline)
          x += glyph.advance
        }
        x += paragraph.space
      }
      baseline += paragraph.box.height
    }
  }

  /// A line across the column.
  mutating func rule(_ thickness: Int) {
    advance()
    canvas.fill(Area(x: column.x, y: bottom, width: column.width, height: thickness))
    bottom += thickness
  }

  /// Sets something within a frame around the column.
  mutating func framed(
    padding: Int, thickness: Int, _ content: (inout Sheet) throws(PrintingError) -> Void
  ) throws(PrintingError) {
    advance()
    let (outer, top) = (column, bottom)
    column = Column(x: outer.x + padding, width: outer.width - 2 * padding)
    bottom += padding
    try content(&self)
    bottom += padding
    column = outer
    canvas.frame(Area(x: outer.x, y: top, width: outer.width, height: bottom - top), thickness: thickness)
  }
}
