/// Reads a bank as an editor does: not whether it can be used, which ``ItemBank/read(_:)`` tells, but whether it is good.
package struct BankEditor {
  package struct Remark: Equatable, Sendable, CustomStringConvertible {
    /// The item or competence, or the use the remark is about.
    package let subject: String
    package let rule: Rule
    package let text: String

    package var description: String { "\(subject): \(rule.rawValue): \(text)" }
  }

  package enum Rule: String, Sendable, CaseIterable {
    case longSentence = "long-sentence"
    case keyLength = "key-length"
    case keyLongest = "key-longest"
    case keyPlace = "key-place"
    case nearDuplicate = "near-duplicate"
    case noTextForTheEar = "no-text-for-the-ear"
    case oldFact = "old-fact"
    case fewItems = "few-items"
  }

  private let bank: ItemBank
  private let rules: EditorialRules
  private let today: CivilDate

  package init(_ bank: ItemBank, rules: EditorialRules, today: CivilDate) {
    self.bank = bank
    self.rules = rules
    self.today = today
  }

  /// Every remark, in the order of the items, those about the whole bank last.
  package var remarks: [Remark] {
    bank.entries.flatMap { about($0.item) } + nearDuplicates + Item.Use.allCases.flatMap(aboutKeys) + fewItems
  }

  private func about(_ item: Item) -> [Remark] {
    let subject = "item \"\(item.id)\""
    var remarks: [Remark] = []
    for count in WordCount.sentences(in: item.stem.written) where count > rules.wordsInSentence {
      remarks.append(
        Remark(
          subject: subject, rule: .longSentence,
          text: "a sentence of the stem has \(count) words, at most \(rules.wordsInSentence) are read well aloud"))
    }
    if let (key, other) = lengths(of: item), key * 100 > other * rules.keyLengthPercent {
      remarks.append(
        Remark(
          subject: subject, rule: .keyLength,
          text: "the key has \(key) characters, the longest other option \(other): it gives itself away"))
    }
    for wording in [item.stem] + item.options.map(\.text) {
      guard wording.ear == nil, let word = unspoken(in: wording.written) else { continue }
      remarks.append(
        Remark(subject: subject, rule: .noTextForTheEar, text: "\"\(word)\" is read wrongly; give \"ear\""))
    }
    if case .fact(_, let date) = item.source, let year = Int(date.prefix(4)), today.year - year > rules.factYears {
      remarks.append(Remark(subject: subject, rule: .oldFact, text: "its fact is of \(date); look it up again"))
    }
    return remarks
  }

  /// The length of the key and of the longest other option, in characters.
  private func lengths(of item: Item) -> (key: Int, other: Int)? {
    let others = item.options.filter { $0.id != item.key }.map(\.text.written.count)
    guard let key = item.option(item.key)?.text.written.count, let longest = others.max() else { return nil }
    return (key, longest)
  }

  private func unspoken(in text: String) -> String? {
    rules.spokenApart.first { word in
      word.hasPrefix(".") ? text.contains(word) : text.split { !$0.isLetter }.contains { $0 == word }
    }
  }

  private func aboutKeys(of use: Item.Use) -> [Remark] {
    let items = bank.entries.map(\.item).filter { $0.use == use }
    guard items.count >= 10 else { return [] }
    var remarks: [Remark] = []
    let longest = items.filter { item in lengths(of: item).map { $0.key > $0.other } ?? false }.count
    if longest * 100 > items.count * rules.keyLongestPercent {
      remarks.append(
        Remark(
          subject: "use \"\(use.rawValue)\"", rule: .keyLongest,
          text: "the key is the longest option in \(longest) of \(items.count) items"))
    }
    var places: [Int: Int] = [:]
    for item in items {
      if let place = item.options.firstIndex(where: { $0.id == item.key }) { places[place, default: 0] += 1 }
    }
    for (place, count) in places.sorted(by: { $0.key < $1.key })
    where count * 100 > items.count * rules.keyPlacePercent {
      remarks.append(
        Remark(
          subject: "use \"\(use.rawValue)\"", rule: .keyPlace,
          text: "the key stands in place \(place + 1) in \(count) of \(items.count) items"))
    }
    return remarks
  }

  private var nearDuplicates: [Remark] {
    TrigramIndex(bank.entries.map(\.item)).pairs(sharing: rules.sharedTrigramPercent).map { pair in
      Remark(
        subject: "item \"\(pair.one)\"", rule: .nearDuplicate,
        text: "shares \(pair.percent) in a hundred of its word trigrams with \"\(pair.other)\"")
    }
  }

  private var fewItems: [Remark] {
    bank.framework.competences.compactMap { competence in
      let count = bank.entries.filter { $0.item.use == .tested && $0.item.competence == competence.id }.count
      guard count < rules.testedPerCompetence else { return nil }
      return Remark(
        subject: "competence \"\(competence.id)\"", rule: .fewItems,
        text: "\(count) tested items, at least \(rules.testedPerCompetence) are wanted")
    }
  }
}

enum WordCount {
  /// Words in each sentence; a sentence ends at a full stop, question mark, exclamation mark, colon or semicolon that a
  /// space or the end follows.
  static func sentences(in text: String) -> [Int] {
    var counts: [Int] = []
    var current = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      if word.contains(where: { $0.isLetter || $0.isNumber }) { current += 1 }
      let end = word.last { !"”\")".contains($0) }
      if let end, ".?!:;…".contains(end) {
        counts.append(current)
        current = 0
      }
    }
    return current > 0 ? counts + [current] : counts
  }
}

/// Which items share word trigrams, found by the trigrams and not pair by pair, so that ten thousand items take seconds.
struct TrigramIndex {
  struct Pair: Equatable {
    let one: Item.ID
    let other: Item.ID
    let percent: Int
  }

  /// A trigram that stands in more items is a turn of phrase, not a sign of one mould.
  private static let tooCommon = 40

  private let ids: [Item.ID]
  private let trigrams: [Set<String>]

  init(_ items: [Item]) {
    ids = items.map(\.id)
    trigrams = items.map { item in
      Self.trigrams(in: ([item.stem.written] + item.options.map(\.text.written)).joined(separator: " "))
    }
  }

  func pairs(sharing percent: Int) -> [Pair] {
    var holders: [String: [Int]] = [:]
    for (index, set) in trigrams.enumerated() {
      for trigram in set { holders[trigram, default: []].append(index) }
    }
    var shared: [[Int]: Int] = [:]
    for indexes in holders.values where (2...Self.tooCommon).contains(indexes.count) {
      for (place, one) in indexes.enumerated() {
        for other in indexes[(place + 1)...] { shared[[one, other], default: 0] += 1 }
      }
    }
    return shared.compactMap { pair, count -> (Int, Pair)? in
      let smaller = min(trigrams[pair[0]].count, trigrams[pair[1]].count)
      guard smaller > 0, count * 100 >= smaller * percent else { return nil }
      return (pair[0], Pair(one: ids[pair[0]], other: ids[pair[1]], percent: count * 100 / smaller))
    }.sorted { ($0.0, $0.1.other.text) < ($1.0, $1.1.other.text) }.map(\.1)
  }

  private static func trigrams(in text: String) -> Set<String> {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard words.count >= 3 else { return [] }
    return Set((0...words.count - 3).map { words[$0..<$0 + 3].joined(separator: " ") })
  }
}
