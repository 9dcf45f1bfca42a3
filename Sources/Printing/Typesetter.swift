/// Makes lines of letters out of text, in the two faces of one sheet. To be kept by one thread.
final class Typesetter {
  private let regular: FontFace
  private let bold: FontFace
  private var drawn: [Key: Glyph] = [:]
  private var boxes: [TextStyle: LineBox] = [:]

  private struct Key: Hashable {
    let scalar: Unicode.Scalar
    let style: TextStyle
  }

  init(faces: FacePair) throws(PrintingError) {
    let library = try FontLibrary()
    regular = try FontFace(path: faces.regular, in: library)
    bold = try FontFace(path: faces.bold, in: library)
  }

  func paragraph(_ text: String, _ style: TextStyle, width: Int) throws(PrintingError) -> Paragraph {
    Paragraph(try texts(text, style), width: width, box: try lineBox(style), space: try space(style))
  }

  /// The same number of lines, but as even as can be: for titles, where one word alone on the last line looks lost.
  func evenParagraph(_ text: String, _ style: TextStyle, width: Int) throws(PrintingError) -> Paragraph {
    let (texts, box, space) = (try texts(text, style), try lineBox(style), try space(style))
    func paragraph(_ width: Int) -> Paragraph { Paragraph(texts, width: width, box: box, space: space) }
    let lines = paragraph(width).lines.count
    var (tooNarrow, enough) = (0, width)
    while enough - tooNarrow > 1 {
      let middle = (tooNarrow + enough) / 2
      if paragraph(middle).lines.count > lines { tooNarrow = middle } else { enough = middle }
    }
    return paragraph(enough)
  }

  /// Texts beside one another, each kept whole while it fits, with so much white between them.
  func row(_ texts: [String], _ style: TextStyle, width: Int, space: Int) throws(PrintingError) -> Paragraph {
    var words: [Word] = []
    for text in texts { words.append(try word(text[...], style)) }
    return Paragraph([words], width: width, box: try lineBox(style), space: space)
  }

  func lineBox(_ style: TextStyle) throws(PrintingError) -> LineBox {
    if let box = boxes[style] { return box }
    let box = try face(style).lineBox(size: style.size)
    boxes[style] = box
    return box
  }

  func glyph(_ scalar: Unicode.Scalar, _ style: TextStyle) throws(PrintingError) -> Glyph {
    let key = Key(scalar: scalar, style: style)
    if let glyph = drawn[key] { return glyph }
    let glyph = try face(style).glyph(for: scalar, size: style.size)
    drawn[key] = glyph
    return glyph
  }

  private func face(_ style: TextStyle) -> FontFace {
    style.weight == .bold ? bold : regular
  }

  private func space(_ style: TextStyle) throws(PrintingError) -> Int {
    try glyph(" ", style).advance
  }

  /// The words between forced breaks. They are parted by white space, but not by a no-break space.
  private func texts(_ text: String, _ style: TextStyle) throws(PrintingError) -> [[Word]] {
    var texts: [[Word]] = []
    for part in text.split(whereSeparator: \.isNewline) {
      var words: [Word] = []
      for found in part.split(whereSeparator: { $0.isWhitespace && $0 != "\u{A0}" }) {
        words.append(try word(found, style))
      }
      texts.append(words)
    }
    return texts
  }

  private func word(_ text: Substring, _ style: TextStyle) throws(PrintingError) -> Word {
    var glyphs: [Glyph] = []
    for scalar in try Letters.scalars(of: text) { glyphs.append(try glyph(scalar, style)) }
    return Word(glyphs: glyphs[...])
  }
}
