/// What an editor looks for in a bank, as numbers and lists that an office can change: `editorial.json`. As made, they find
/// fault with nothing.
package struct EditorialRules: Equatable, Sendable {
  /// Words in one sentence of a stem: what can be kept in mind while it is read aloud.
  package var wordsInSentence = Int.max
  /// Letters in one syllable: Vietnamese has none longer than 7 ("nghiêng"), so a longer one is foreign.
  package var lettersInSyllable = Int.max
  /// Foreign words that everybody knows by now, in small letters.
  package var knownWords: Set<String> = []
  /// Words and phrases of offices and handbooks, each with a plainer one.
  package var rareWords: [RareWord] = []
  /// Words for colours: an item that tells something by them alone says nothing to who does not see them.
  package var colourWords: [String] = []
  /// Written words that a voice reads wrongly: a text with one of them has a text for the ear.
  package var spokenApart: [String] = []
  /// Of the items of one use, so many in a hundred may have the key as their one longest option.
  package var keyLongestPercent = 100
  /// A key may be so long, in hundredths of the longest other option.
  package var keyLengthPercent = Int.max
  /// Of the items of one use, so many in a hundred may have the key in the same place of the file.
  package var keyPlacePercent = 100
  /// Two items that share so many in a hundred of their word trigrams are one item with nouns exchanged.
  package var sharedTrigramPercent = 101
  /// The same, lower, where one of the two is practised with its key shown and the other is tested.
  package var sharedAcrossUsesPercent = 101
  /// Tested items that each competence has at least.
  package var testedPerCompetence = 0
  /// Tested items for each one that a blueprint draws, in every area and band.
  package var supplyFactor = 1
  /// Of many forms of one blueprint, so many in a hundred may hold the same item.
  package var exposurePercent = 100
  /// Of the tested items, so many in a hundred are done with the hands at least.
  package var practicalPercent = 0
  /// A fact older than so many years must be looked up again.
  package var factYears = Int.max

  package init() {}

  package struct RareWord: Equatable, Sendable {
    package let word: String
    package let plainer: String

    package init(_ word: String, plainer: String) {
      self.word = word
      self.plainer = plainer
    }
  }
}

extension EditorialRules {
  /// Nil where the bytes are not those of an `editorial.json`.
  package static func read(_ bytes: [UInt8]) -> EditorialRules? {
    guard let json = try? JSONReader.read(bytes) else { return nil }  // told where the whole bank is read
    let findings = Findings(file: "editorial.json")
    let rules = EditorialFile.read(json, findings: findings)
    return findings.problems.isEmpty ? rules : nil
  }
}

/// Reads `editorial.json`.
enum EditorialFile {
  static func read(_ json: JSON, findings: Findings) -> EditorialRules {
    let reader = MemberReader(json, subject: "", findings: findings)
    defer { reader.finish() }
    _ = reader.integer("version", in: 1...65_535)
    _ = reader.text("reason")
    var rules = EditorialRules()
    rules.wordsInSentence = reader.integer("wordsInSentence", in: 5...60)
    rules.lettersInSyllable = reader.integer("lettersInSyllable", in: 5...40)
    rules.knownWords = Set(reader.texts("knownWords", atLeast: 0).map { $0.lowercased() })
    rules.rareWords = reader.list("rareWords", atLeast: 0).map { rareWord($0, findings) }
    rules.colourWords = reader.texts("colourWords", atLeast: 0)
    rules.spokenApart = reader.texts("spokenApart", atLeast: 0)
    rules.keyLongestPercent = reader.integer("keyLongestPercent", in: 25...100)
    rules.keyLengthPercent = reader.integer("keyLengthPercent", in: 100...400)
    rules.keyPlacePercent = reader.integer("keyPlacePercent", in: 25...100)
    rules.sharedTrigramPercent = reader.integer("sharedTrigramPercent", in: 20...100)
    rules.sharedAcrossUsesPercent = reader.integer("sharedAcrossUsesPercent", in: 20...100)
    rules.testedPerCompetence = reader.integer("testedPerCompetence", in: 0...100)
    rules.supplyFactor = reader.integer("supplyFactor", in: 1...20)
    rules.exposurePercent = reader.integer("exposurePercent", in: 1...100)
    rules.practicalPercent = reader.integer("practicalPercent", in: 0...100)
    rules.factYears = reader.integer("factYears", in: 1...50)
    return rules
  }

  private static func rareWord(_ json: JSON, _ findings: Findings) -> EditorialRules.RareWord {
    let reader = MemberReader(json, subject: "rareWords", findings: findings)
    defer { reader.finish() }
    return EditorialRules.RareWord(reader.text("word", most: 60), plainer: reader.text("plainer", most: 60))
  }
}
