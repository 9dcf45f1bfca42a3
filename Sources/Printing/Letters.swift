/// Text as the single letters a face has shapes for.
enum Letters {
  /// The scalars of one word in composed form; marks stand above the right letter only so, since FreeType moves none.
  ///
  /// Characters without ink, such as direction marks, are left out.
  static func scalars(of word: Substring) throws(PrintingError) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    for character in word {
      guard let scalar = try composed(character) else { continue }
      switch scalar.properties.generalCategory {
      case .format: continue
      case .control, .lineSeparator, .paragraphSeparator: throw .missingGlyph(scalar)
      default: scalars.append(scalar)
      }
    }
    return scalars
  }

  /// A lone mark, or one that makes no letter with what it stands on, is reported as missing.
  private static func composed(_ character: Character) throws(PrintingError) -> Unicode.Scalar? {
    if let letter = letters[character] { return letter }
    let scalars = character.unicodeScalars
    if let mark = scalars.first(where: { $0.properties.isGraphemeExtend && $0.properties.generalCategory != .format }) {
      throw .missingGlyph(mark)
    }
    return scalars.first
  }

  /// Latin letters with marks. Swift takes characters for equal when they are canonically equivalent, so that a letter
  /// with its marks apart finds the composed one.
  private static let letters: [Character: Unicode.Scalar] = {
    let composed = [0x00C0...0x024F, 0x1E00...0x1EFF].joined().compactMap { Unicode.Scalar(UInt32($0)) }
    return Dictionary(composed.map { (Character($0), $0) }) { first, _ in first }
  }()
}
