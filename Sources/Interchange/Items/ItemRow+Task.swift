import Assessment

extension ItemRow {
  func task() throws(Finding) -> LooseTask {
    guard let kind = try word(.kind, among: ItemWords.kinds, code: \.rawValue) else {
      throw Finding(.unknownWord, [ItemColumn.kind.rawValue, "", ItemWords.kinds.map(\.1).joined(separator: ", ")])
    }
    let scale = try self.scale()
    switch kind {
    case .single: return .single(try keyed())
    case .several: return .several(try keyed(), scale: scale)
    case .truths: return .truths(try keyed(), scale: scale)
    case .order: return .order(try parts(), scale: scale)
    case .match: return try matches(scale)
    case .short: return try short()
    case .point: return .other(.point)
    case .simulated: return .other(.simulated)
    }
  }

  /// Filled columns of parts; the last filled one tells how many there are.
  private func parts() throws(Finding) -> [LoosePart] {
    var parts: [LoosePart] = []
    for place in 0..<ItemColumn.mostParts {
      let text = try text(ItemColumn.text(place))
      guard !text.isEmpty else { continue }
      guard parts.count == place else {
        throw Finding(.badSyntax, [ItemColumn.text(place), ItemColumn.text(parts.count)])
      }
      var part = LoosePart(text: text, ear: self[ItemColumn.ear(place)], meaning: self[ItemColumn.meaning(place)])
      let credit = self[ItemColumn.credit(place)]
      if !credit.isEmpty {
        guard let number = Int(credit) else { throw Finding(.badNumber, [ItemColumn.credit(place), credit]) }
        part.credit = number
      }
      parts.append(part)
    }
    return parts
  }

  /// The key as letters, in any order, with anything between them: `A, C`.
  private func keyed() throws(Finding) -> [LoosePart] {
    var parts = try parts()
    for letter in self[.key].uppercased() where letter.isLetter || letter.isNumber {
      guard let place = parts.indices.first(where: { ItemColumn.letter($0) == String(letter) }) else {
        throw Finding(.brokenReference, [String(letter)])
      }
      parts[place].isKey = true
    }
    return parts
  }

  private func scale() throws(Finding) -> [Int]? {
    let words = self[.credit].split { " ,;".contains($0) }
    if words.isEmpty { return nil }
    let numbers = words.compactMap { Int($0) }
    guard numbers.count == words.count else { throw Finding(.badNumber, [ItemColumn.credit.rawValue, self[.credit]]) }
    return numbers
  }

  private func matches(_ scale: [Int]?) throws(Finding) -> LooseTask {
    var right: [LoosePart] = []
    var left: [(part: LoosePart, match: Int)] = []
    for (place, part) in try parts().enumerated() {
      let text = try text(ItemColumn.match(place))
      let known = right.firstIndex { $0.text == text }
      if known == nil, !text.isEmpty { right.append(LoosePart(text: text)) }
      left.append((part, text.isEmpty ? -1 : known ?? right.count - 1))
    }
    for extra in try text(ItemColumn.extraRight.rawValue).split(separator: "|") {
      right.append(LoosePart(text: PlainText.tidy(String(extra))))
    }
    return .match(left: left, right: right, scale: scale)
  }

  private func short() throws(Finding) -> LooseTask {
    let isNumber = ItemWords.same(self[.kind], "điền số")
    let mistakes = self[ItemColumn.mistakes.rawValue].split(whereSeparator: \.isNewline).map { line in
      let sides = line.split(separator: "|", maxSplits: 1).map { PlainText.tidy(String($0)) }
      return LoosePart(text: sides.first ?? "", meaning: sides.count > 1 ? sides[1] : "")
    }
    return .short(
      isNumber: isNumber, unit: self[.unit], accepts: try parts(), mistakes: mistakes.filter { !$0.text.isEmpty })
  }
}

/// A text that begins like a formula would be run by a spreadsheet: an apostrophe in front keeps it a text, as people type it.
enum FormulaGuard {
  private static let starts: Set<Character> = ["=", "+", "-", "@", "'"]

  static func guarded(_ text: String) -> String {
    text.first.map(starts.contains) ?? false ? "'" + text : text
  }

  static func lifted(_ text: String) -> String {
    guard text.first == "'", let next = text.dropFirst().first, starts.contains(next) else { return text }
    return String(text.dropFirst())
  }
}
