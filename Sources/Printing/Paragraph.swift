/// Letters that stay together on a line.
struct Word: Equatable {
  let glyphs: ArraySlice<Glyph>
  let width: Int

  init(glyphs: ArraySlice<Glyph>) {
    self.glyphs = glyphs
    width = glyphs.reduce(0) { $0 + $1.advance }
  }
}

/// A text broken into lines.
struct Paragraph: Equatable {
  let lines: [[Word]]
  let box: LineBox
  /// Dots between two words.
  let space: Int

  var height: Int { lines.count * box.height }
  var width: Int { lines.map { width(of: $0) }.max() ?? 0 }

  func width(of line: [Word]) -> Int {
    line.reduce(-space) { $0 + $1.width + space }
  }

  /// Fills each line as far as it goes; `texts` are the parts between forced breaks.
  init(_ texts: [[Word]], width: Int, box: LineBox, space: Int) {
    lines = texts.flatMap { Self.lines($0, width: width, space: space) }
    self.box = box
    self.space = space
  }

  private static func lines(_ words: [Word], width: Int, space: Int) -> [[Word]] {
    var lines: [[Word]] = []
    var line: [Word] = []
    var used = 0
    for word in words.flatMap({ pieces($0, width: width) }) {
      if !line.isEmpty && used + space + word.width > width {
        lines.append(line)
        (line, used) = ([], 0)
      }
      used += (line.isEmpty ? 0 : space) + word.width
      line.append(word)
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// A word wider than the line is cut between letters; nothing of it is lost.
  private static func pieces(_ word: Word, width: Int) -> [Word] {
    guard word.width > width else { return [word] }
    var pieces: [Word] = []
    var rest = word.glyphs
    while !rest.isEmpty {
      var used = 0
      let fitting = rest.prefix { glyph in
        used += glyph.advance
        return used <= width
      }
      // One letter at least, so that this ends in the narrowest column too.
      let piece = fitting.isEmpty ? rest.prefix(1) : fitting
      pieces.append(Word(glyphs: piece))
      rest = rest.dropFirst(piece.count)
    }
    return pieces
  }
}
