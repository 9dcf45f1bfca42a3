/// What an editor looks for in a bank, as numbers and lists that an office can change: `editorial.json`.
package struct EditorialRules: Equatable, Sendable {
  /// Words in one sentence of a stem: what can be kept in mind while it is read aloud.
  package let wordsInSentence: Int
  /// Of the items of one use, so many in a hundred may have the key as their one longest option.
  package let keyLongestPercent: Int
  /// A key may be so long, in hundredths of the longest other option.
  package let keyLengthPercent: Int
  /// Of the items of one use, so many in a hundred may have the key in the same place of the file.
  package let keyPlacePercent: Int
  /// Two items that share so many in a hundred of their word trigrams are one item with nouns exchanged.
  package let sharedTrigramPercent: Int
  /// Tested items that each competence has at least.
  package let testedPerCompetence: Int
  /// A fact older than so many years must be looked up again.
  package let factYears: Int
  /// Written words that a voice reads wrongly: a text with one of them has a text for the ear.
  package let spokenApart: [String]

  package init(
    wordsInSentence: Int, keyLongestPercent: Int, keyLengthPercent: Int, keyPlacePercent: Int,
    sharedTrigramPercent: Int, testedPerCompetence: Int, factYears: Int, spokenApart: [String]
  ) {
    self.wordsInSentence = wordsInSentence
    self.keyLongestPercent = keyLongestPercent
    self.keyLengthPercent = keyLengthPercent
    self.keyPlacePercent = keyPlacePercent
    self.sharedTrigramPercent = sharedTrigramPercent
    self.testedPerCompetence = testedPerCompetence
    self.factYears = factYears
    self.spokenApart = spokenApart
  }
}

/// Reads `editorial.json`.
enum EditorialFile {
  static func read(_ json: JSON, findings: Findings) -> EditorialRules {
    let reader = MemberReader(json, subject: "", findings: findings)
    defer { reader.finish() }
    _ = reader.integer("version", in: 1...65_535)
    _ = reader.text("reason")
    return EditorialRules(
      wordsInSentence: reader.integer("wordsInSentence", in: 5...60),
      keyLongestPercent: reader.integer("keyLongestPercent", in: 25...100),
      keyLengthPercent: reader.integer("keyLengthPercent", in: 100...400),
      keyPlacePercent: reader.integer("keyPlacePercent", in: 25...100),
      sharedTrigramPercent: reader.integer("sharedTrigramPercent", in: 20...100),
      testedPerCompetence: reader.integer("testedPerCompetence", in: 0...100),
      factYears: reader.integer("factYears", in: 1...50), spokenApart: reader.texts("spokenApart", atLeast: 0))
  }
}
