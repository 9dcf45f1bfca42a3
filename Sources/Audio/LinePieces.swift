/// How a line is looked up when the whole of it is not known: by its sentences, and a sentence with numbers in it by its
/// pieces around them.
///
/// So "Câu 3 trên 20" needs no sound of its own, and a sentence with somebody's name in it is left out.
package enum LinePieces {
  /// The sentences of a line, each with its mark at the end.
  package static func sentences(_ line: String) -> [String] {
    var sentences: [String] = []
    var words: [String] = []
    for word in LineText.words(line) {
      words.append(word)
      guard let last = word.unicodeScalars.last, ends.contains(last) else { continue }
      sentences.append(words.joined(separator: " "))
      words = []
    }
    if !words.isEmpty { sentences.append(words.joined(separator: " ")) }
    return sentences
  }

  private static let ends: Set<Unicode.Scalar> = [".", "?", "!", ":", ";", "…"]

  /// Texts and numbers in turn; nil where there is no number, so that nothing would come of it.
  package static func aroundNumbers(_ sentence: String) -> [String]? {
    var pieces: [String] = []
    var piece = ""
    var wasDigit: Bool?
    for scalar in sentence.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      if let wasDigit, wasDigit != isDigit {
        pieces.append(piece)
        piece = ""
      }
      piece.unicodeScalars.append(scalar)
      wasDigit = isDigit
    }
    pieces.append(piece)
    guard pieces.count > 1 else { return nil }
    return pieces.map(LineText.tidy).filter { text in
      text.unicodeScalars.contains { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    }
  }

  /// What is spoken of a line: whole if it is known, else what is known of it.
  package static func known(_ line: String, _ isKnown: (LineKey) -> Bool) -> [LineKey] {
    let whole = LineKey(line)
    if isKnown(whole) { return [whole] }
    return sentences(line).flatMap { sentence -> [LineKey] in
      let key = LineKey(sentence)
      if isKnown(key) { return [key] }
      guard let pieces = aroundNumbers(sentence)?.map({ LineKey($0) }), pieces.allSatisfy(isKnown) else { return [] }
      return pieces
    }
  }
}
