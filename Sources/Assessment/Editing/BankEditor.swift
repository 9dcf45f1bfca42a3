/// Reads a bank as an editor does: not whether it can be used, which ``ItemBank/read(_:)`` tells, but whether it is good.
package struct BankEditor {
  package struct Remark: Equatable, Sendable, CustomStringConvertible {
    /// The item, competence, use or blueprint the remark is about.
    package let subject: String
    /// Nil where it is about more than one.
    package let competence: Competence.ID?
    package let rule: Rule
    package let text: String

    package init(subject: String, competence: Competence.ID?, rule: Rule, text: String) {
      self.subject = subject
      self.competence = competence
      self.rule = rule
      self.text = text
    }

    package var description: String { "\(subject): \(rule.rawValue): \(text)" }
  }

  package enum Rule: String, Sendable, CaseIterable {
    case longSentence = "long-sentence"
    case foreignWord = "foreign-word"
    case rareWord = "rare-word"
    case colourCue = "colour-cue"
    case noTextForTheEar = "no-text-for-the-ear"
    case oldFact = "old-fact"
    case keyLength = "key-length"
    case keyLongest = "key-longest"
    case keyPlace = "key-place"
    case forbiddenTooNear = "forbidden-too-near"
    case goalInOrder = "goal-in-order"
    case nearDuplicate = "near-duplicate"
    case bothUses = "both-uses"
    case fewItems = "few-items"
    case thinDraw = "thin-draw"
    case fewPractical = "few-practical"
  }

  private let bank: ItemBank
  private let rules: EditorialRules
  private let today: CivilDate
  /// Retired items are past mending.
  private let items: [Item]

  package init(_ bank: ItemBank, rules: EditorialRules, today: CivilDate) {
    self.bank = bank
    self.rules = rules
    self.today = today
    items = bank.entries.map(\.item).filter { $0.retirement == nil }
  }

  /// Every remark, in the order of the items, those about the whole bank last.
  package var remarks: [Remark] {
    items.flatMap { ItemEditor($0, rules: rules, today: today).remarks } + Self.nearDuplicates(items, rules: rules)
      + KeyEditor(items, rules: rules).remarks + SupplyEditor(bank, rules: rules).remarks
  }

  static func nearDuplicates(_ items: [Item], rules: EditorialRules) -> [Remark] {
    let byID = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let least = min(rules.sharedTrigramPercent, rules.sharedAcrossUsesPercent)
    return TrigramIndex(items).pairs(sharing: least).compactMap { pair in
      guard let one = byID[pair.one], let other = byID[pair.other] else { return nil }
      let isAcross = (one.use == .tested) != (other.use == .tested)
      let limit = isAcross ? rules.sharedAcrossUsesPercent : rules.sharedTrigramPercent
      guard pair.percent >= limit else { return nil }
      let shares = "shares \(pair.percent) in a hundred of its word trigrams with \"\(pair.other)\""
      return Remark(
        subject: "item \"\(pair.one)\"", competence: one.competence, rule: isAcross ? .bothUses : .nearDuplicate,
        text: isAcross ? shares + ", and one of them shows its key" : shares)
    }
  }
}
