/// How a text is set: which of the two faces, and how large.
struct TextStyle: Hashable {
  enum Weight: Hashable { case regular, bold }

  let weight: Weight
  /// Dots an em; 203 dots are 72 points, so 31 are 11 points.
  let size: Int

  static func regular(_ size: Int) -> TextStyle { TextStyle(weight: .regular, size: size) }
  static func bold(_ size: Int) -> TextStyle { TextStyle(weight: .bold, size: size) }
}

/// How far a line reaches above and below its base line, in dots.
struct LineBox: Equatable {
  let ascent: Int
  let descent: Int

  var height: Int { ascent + descent }
}

/// One letter, drawn in whole dots.
struct Glyph: Equatable {
  let scalar: Unicode.Scalar
  /// From the start of this letter to the start of the next.
  let advance: Int
  /// From the start of this letter to the left edge of its ink.
  let left: Int
  /// From the base line up to the top edge of its ink.
  let top: Int
  let width: Int
  let height: Int
  /// `width` × `height` dots, row by row from the top, true where black.
  let ink: [Bool]
}
