/// Guesses back the marks of a name that came as keystrokes: a scanner typed them while no input method turned them into
/// letters, as in "Nguyeenx Thij Hoaf" or "Nguye64n Thi5 Hoa2".
package enum NameGuess {
  private static let mostWords = 10
  private static let longestSyllable = 12

  /// Nil where nothing is to be decoded, or what comes out is no Vietnamese name. It is a guess: "Las" may be "Lá" or a
  /// foreign name, so whoever has the card before them looks at it.
  package static func decoded(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard (1...mostWords).contains(words.count) else { return nil }
    let method: Keystrokes.Method = text.contains { ("0"..."9").contains($0) } ? .vni : .telex
    var isChanged = false
    var decoded: [String] = []
    for word in words where !word.isEmpty {
      guard word.count <= longestSyllable, let found = Keystrokes.decoded(word, by: method) else { return nil }
      guard found.isChanged else {
        decoded.append(String(word))
        continue
      }
      guard found.syllable.isWellFormed else { return nil }
      decoded.append(found.syllable.text)
      isChanged = true
    }
    return isChanged ? PersonName.tidy(decoded.joined(separator: " ")) : nil
  }
}
