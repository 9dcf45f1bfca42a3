import Testing

@testable import Printing

@Suite("Letters")
struct LetterTests {
  private static let sizes = Set(
    [24, 25, 26, 30, 31, 34, 42, 45] + Design.design(of: .roll80).codeSizes + Design.design(of: .a5).emphasisSizes)

  /// The alphabet with every tone on every vowel, small and capital.
  private static let vietnamese: String = {
    let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
    let vowels = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".flatMap { vowel in tones.map { "\(vowel)\($0)" } }
    return vowels.joined() + "bcdđfghjklmnpqrstvwxzBCDĐFGHJKLMNPQRSTVWXZ0123456789.,:;/()-–·“”"
  }()

  @Test("every Vietnamese letter has a shape that keeps within its line", arguments: FacePair.debian)
  func letters(faces: FacePair) throws {
    let typesetter = try Typesetter(faces: faces)
    let scalars = try Letters.scalars(of: Self.vietnamese[...])
    #expect(scalars.count == Self.vietnamese.count)

    for style in Self.sizes.flatMap({ [TextStyle.regular($0), .bold($0)] }) {
      let box = try typesetter.lineBox(style)
      for scalar in scalars {
        let glyph = try typesetter.glyph(scalar, style)
        #expect(glyph.top <= box.ascent && glyph.height - glyph.top <= box.descent, "\(scalar) \(style)")
        #expect(glyph.ink.contains(true), "\(scalar) \(style)")
      }
    }
  }

  @Test(
    "marks stand apart from the letter below them and from one another",
    arguments: [("ế", 3), ("ẫ", 3), ("ổ", 3), ("ử", 2), ("ặ", 3)])
  func marks(letter: String, parts: Int) throws {
    let typesetter = try Typesetter(faces: World.noto)
    let scalar = try #require(letter.unicodeScalars.first)
    for size in [26, 31, 34] {
      let glyph = try typesetter.glyph(scalar, .regular(size))
      #expect(pieces(of: glyph) == parts, "\(letter) at \(size)")
    }
  }

  @Test("a letter with its marks apart is drawn as the composed one")
  func composition() throws {
    let typesetter = try Typesetter(faces: World.noto)
    let apart = try typesetter.paragraph("A\u{323}\u{306}ng Y\u{303}", .regular(31), width: 500)
    let composed = try typesetter.paragraph("\u{1EB6}ng \u{1EF8}", .regular(31), width: 500)
    #expect(apart == composed)
  }

  @Test(
    "a character the face lacks is told, never drawn as a box",
    arguments: [
      ("Nguyễn 阮", "阮"), ("một 🙂", "🙂"), ("ខ្មែរ", "\u{17D2}"), ("a\u{7}b", "\u{7}"), ("x\u{323}\u{303}", "\u{323}"),
      ("q\u{301}", "\u{301}"),
    ] as [(String, Unicode.Scalar)])
  func missing(text: String, scalar: Unicode.Scalar) throws {
    let typesetter = try Typesetter(faces: World.noto)
    #expect(throws: PrintingError.missingGlyph(scalar)) {
      try typesetter.paragraph(text, .regular(31), width: 500)
    }
  }

  @Test("characters without ink change nothing")
  func inkless() throws {
    let typesetter = try Typesetter(faces: World.noto)
    let plain = try typesetter.paragraph("Hoa", .regular(31), width: 500)
    #expect(try typesetter.paragraph("\u{FEFF}H\u{200E}o\u{AD}a", .regular(31), width: 500) == plain)
  }

  /// Groups of black dots that touch, corners counted.
  private func pieces(of glyph: Glyph) -> Int {
    var left = Set(glyph.ink.indices.filter { glyph.ink[$0] })
    var pieces = 0
    while let start = left.popFirst() {
      pieces += 1
      var edge = [start]
      while let dot = edge.popLast() {
        let (row, column) = (dot / glyph.width, dot % glyph.width)
        for y in row - 1...row + 1 {
          for x in column - 1...column + 1 where (0..<glyph.width).contains(x) {
            if let next = left.remove(y * glyph.width + x) { edge.append(next) }
          }
        }
      }
    }
    return pieces
  }
}
