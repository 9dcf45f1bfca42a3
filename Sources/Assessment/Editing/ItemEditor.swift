/// What an editor remarks on one item by itself.
struct ItemEditor {
  private let item: Item
  private let rules: EditorialRules
  private let today: CivilDate

  /// Each text a resident reads, as bytes of its words with a space before and after: phrases are looked for in them often.
  private let words: [[UInt8]]

  init(_ item: Item, rules: EditorialRules, today: CivilDate) {
    self.item = item
    words = item.plainTexts.map { Array(" \(WordCount.words($0)) ".utf8) }
    self.rules = rules
    self.today = today
  }

  var remarks: [BankEditor.Remark] {
    longSentences + foreignWords + rareWords + colourCues + unspoken + oldFact + keyLength + simulated
  }

  private func remark(_ rule: BankEditor.Rule, _ text: String) -> BankEditor.Remark {
    BankEditor.Remark(subject: "item \"\(item.id)\"", competence: item.competence, rule: rule, text: text)
  }

  private var longSentences: [BankEditor.Remark] {
    WordCount.sentences(in: item.stem.written).filter { $0 > rules.wordsInSentence }.map {
      remark(
        .longSentence, "a sentence of the stem has \($0) words, at most \(rules.wordsInSentence) are read well aloud")
    }
  }

  /// Web addresses are looked at as pictures are; they are no words.
  private var foreignWords: [BankEditor.Remark] {
    var found: Set<String> = []
    for text in item.plainTexts {
      for word in text.split(whereSeparator: \.isWhitespace)
      where !word.dropLast().contains(where: { ".@/".contains($0) }) {
        for syllable in word.split(whereSeparator: { !$0.isLetter }) {
          let small = syllable.lowercased()
          guard small.count > rules.lettersInSyllable, !rules.knownWords.contains(small) else { continue }
          found.insert(small)
        }
      }
    }
    return found.sorted().map { remark(.foreignWord, "\"\($0)\" is no Vietnamese word that everybody knows") }
  }

  private var rareWords: [BankEditor.Remark] {
    rules.rareWords.filter { has($0.word) }.map {
      remark(.rareWord, "\"\($0.word)\" is a word of handbooks; \"\($0.plainer)\" is plainer")
    }
  }

  /// A text that points by colour, and things that differ by nothing else.
  private var colourCues: [BankEditor.Remark] {
    let named = rules.colourWords.filter(has).map {
      remark(.colourCue, "\"\($0)\" points by colour; say what it is or where it stands")
    }
    return named + alike.map { remark(.colourCue, "\"\($0)\" stands twice where only colour tells which") }
  }

  private func has(_ phrase: String) -> Bool {
    let looked = Array(" \(phrase.lowercased()) ".utf8)
    return words.contains { WordCount.contains(looked, in: $0) }
  }

  private var alike: [String] {
    switch item.task {
    case .point(let task): FrameworkFile.repeated(task.regions.map { $0.part.text.ear ?? $0.part.text.written })
    case .simulated(let simulation):
      simulation.screens.flatMap { screen in
        FrameworkFile.repeated(
          screen.elements.compactMap { element in
            guard case .tap(let tap) = element.content, element.condition.isEmpty else { return nil }
            return tap.appearance
          })
      }
    default: []
    }
  }

  private var unspoken: [BankEditor.Remark] {
    item.spokenWordings.compactMap { wording in
      guard wording.ear == nil, let word = firstUnspoken(in: wording.written) else { return nil }
      return remark(.noTextForTheEar, "\"\(word)\" is read wrongly; give \"ear\"")
    } + unspokenScreens
  }

  /// What a screen says to the ear is spoken as it is written.
  private var unspokenScreens: [BankEditor.Remark] {
    guard case .simulated(let simulation) = item.task else { return [] }
    return simulation.screens.compactMap { screen in
      firstUnspoken(in: screen.ear).map {
        remark(.noTextForTheEar, "screen \"\(screen.id)\": \"\($0)\" is read wrongly; write it as it is spoken")
      }
    }
  }

  private func firstUnspoken(in text: String) -> String? {
    let words = Set(text.split { !$0.isLetter })
    let bytes = Array(text.utf8)
    return rules.spokenApart.first { word in
      word.hasPrefix(".") ? WordCount.contains(Array(word.utf8), in: bytes) : words.contains(word[...])
    }
  }

  private var oldFact: [BankEditor.Remark] {
    guard case .fact(_, let date) = item.source, let year = Int(date.prefix(4)), today.year - year > rules.factYears
    else {
      return []
    }
    return [remark(.oldFact, "its fact is of \(date); look it up again")]
  }

  private var keyLength: [BankEditor.Remark] {
    guard let (key, other) = KeyEditor.lengths(of: item), key > other,
      key * 100 / max(1, other) > rules.keyLengthPercent
    else { return [] }
    return [
      remark(.keyLength, "the key has \(key) characters, the longest other option \(other): it gives itself away")
    ]
  }

  private var simulated: [BankEditor.Remark] {
    // A warm-up teaches how to tap; there is nothing to be earned by it.
    guard case .simulated(let simulation) = item.task, item.use != .warmUp else { return [] }
    let survey = SimulationSurvey(simulation)
    var remarks: [BankEditor.Remark] = []
    if survey.isForbiddenWithinOneTap {
      remarks.append(remark(.forbiddenTooNear, "one slip of a finger at the start ends it with nothing"))
    }
    if simulation.isReachedInOrder {
      remarks.append(remark(.goalInOrder, "tapping everything from top to bottom earns it all"))
    }
    return remarks
  }
}

extension Simulation.Tap {
  /// All that tells it from its neighbours, except colours.
  fileprivate var appearance: String {
    switch shape {
    case .row(let detail, let icon): "\(text) \(detail ?? "") \(icon?.rawValue ?? "")"
    case .tile(let icon): "\(text) \(icon.rawValue)"
    case .button, .link: text
    }
  }
}
