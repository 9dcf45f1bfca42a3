/// Choices with weights, as Moodle's formats have them.
enum Choices {
  struct Weighed {
    let text: String
    let meaning: String
    /// Percent of the whole.
    let weight: Double
  }

  /// - Parameter isSingle: one is to be chosen; otherwise as many as one likes.
  static func task(
    _ options: [Weighed], isSingle: Bool, note: (Finding.Reason, [String]) -> Void
  ) throws(Finding) -> LooseTask {
    let right = options.filter { $0.weight > 0 }
    guard let best = right.map(\.weight).max() else { throw Finding(.noRightAnswer) }
    if isSingle || (right.count == 1 && best >= 99.9) {
      guard best >= 99.9 else { throw Finding(.noRightAnswer) }
      if options.contains(where: { $0.weight < 0 }) { note(.otherScoring, ["penalty"]) }
      return .single(options.map { part($0, isKey: $0.weight >= 99.9, credit: credit($0.weight)) })
    }
    // Rounded shares, as in 33.333 three times, are equal.
    guard right.allSatisfy({ abs($0.weight - best) < 0.1 }), abs(best * Double(right.count) - 100) < 1 else {
      throw Finding(.unequalWeights)
    }
    // Here a wrong choice takes away what a right one gives.
    if options.contains(where: { $0.weight <= 0 && abs($0.weight + best) >= 0.1 }) { note(.otherScoring, ["penalty"]) }
    return .several(options.map { part($0, isKey: $0.weight > 0, credit: nil) }, scale: nil)
  }

  private static func part(_ option: Weighed, isKey: Bool, credit: Int?) -> LoosePart {
    LoosePart(text: option.text, meaning: option.meaning, isKey: isKey, credit: credit)
  }

  private static func credit(_ weight: Double) -> Int? {
    let credit = Int(weight.rounded())
    return (1...99).contains(credit) ? credit : nil
  }

  /// A statement to be judged comes in as a choice of two, which an officer makes whole: one judgement alone is half guessed.
  static func truth(isTrue: Bool, meaningOfRight: String, meaningOfWrong: String) -> LooseTask {
    .single([
      LoosePart(text: "Đúng", meaning: isTrue ? meaningOfRight : meaningOfWrong, isKey: isTrue),
      LoosePart(text: "Sai", meaning: isTrue ? meaningOfWrong : meaningOfRight, isKey: !isTrue),
    ])
  }
}

/// Answers that are typed.
enum ShortAnswers {
  static func task(_ answers: [LoosePart], isNumber: Bool, unit: String = "") throws(Finding) -> LooseTask {
    let mistakes = answers.filter { ($0.credit ?? 100) <= 0 }
    let accepts = answers.filter { ($0.credit ?? 100) > 0 }
    guard !accepts.isEmpty else { throw Finding(.noRightAnswer) }
    return .short(isNumber: isNumber, unit: unit, accepts: accepts, mistakes: mistakes)
  }

  /// A whole number out of `5`, `5.0` or `5:0`; what has a range is another item here.
  static func number(_ text: String, tolerance: String? = nil) throws(Finding) -> String {
    let parts = text.filter { !$0.isWhitespace }.split(separator: ":", omittingEmptySubsequences: false)
    let range = tolerance.map { Double($0) ?? 1 } ?? (parts.count > 1 ? Double(parts[1]) ?? 1 : 0)
    guard parts.count <= 2, range == 0, let value = parts.first.flatMap({ Double($0) }), value == value.rounded(),
      abs(value) < 1e12
    else { throw Finding(.numberRange, [String(text.prefix(40))]) }
    return String(Int(value))
  }
}

/// Pairs, of which those without a left one only distract.
enum Matches {
  static func task(_ pairs: [(left: String, right: String)]) -> LooseTask {
    var right: [LoosePart] = []
    var left: [(part: LoosePart, match: Int)] = []
    for pair in pairs {
      let known = right.firstIndex { $0.text == pair.right }
      if known == nil { right.append(LoosePart(text: pair.right)) }
      if !pair.left.isEmpty { left.append((LoosePart(text: pair.left), known ?? right.count - 1)) }
    }
    return .match(left: left, right: right, scale: nil)
  }
}
