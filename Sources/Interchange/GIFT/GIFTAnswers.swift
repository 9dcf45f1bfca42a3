/// What stands in the braces of a GIFT question.
struct GIFTAnswers {
  let format: GIFTFormat

  struct Answer {
    /// Begins with `=`.
    var isRight: Bool
    /// In percent, where one is given.
    var weight: Double?
    var text: Substring
    var feedback: String
  }

  func read(_ content: Substring, into read: inout ReadItem) throws(Finding) {
    let (body, general) = Self.general(content)
    if let general { read.item.rationale = read.words(try format.words(general)) }
    let trimmed = body.drop { $0.isWhitespace }
    if trimmed.allSatisfy(\.isWhitespace) { throw Finding(.unsupportedType, ["essay"]) }
    if trimmed.first == "#" { return try numbers(trimmed.dropFirst(), into: &read) }
    if let truth = Self.truth(trimmed) { return try self.truth(truth, trimmed, into: &read) }

    let answers = try self.answers(trimmed, into: &read)
    if answers.allSatisfy(\.isRight) {
      if answers.contains(where: { Self.arrow(in: $0.text) != nil }) { return try matches(answers, into: &read) }
      return try words(answers, into: &read)
    }
    read.item.task = try Choices.task(
      try answers.map { answer throws(Finding) in
        Choices.Weighed(
          text: read.words(try format.words(answer.text)), meaning: answer.feedback,
          weight: answer.weight ?? (answer.isRight ? 100 : 0))
      }, isSingle: answers.contains(where: \.isRight), note: { read.note($0, $1) })
  }

  /// What follows `####` is told to everybody.
  private static func general(_ content: Substring) -> (Substring, Substring?) {
    var place = content.startIndex
    while let sign = content[place...].firstIndex(of: "#") {
      if content[sign...].hasPrefix("####") { return (content[..<sign], content[sign...].dropFirst(4)) }
      place = content.index(after: sign)
    }
    return (content, nil)
  }

  /// Each begins with `=` or `~`; the feedback after `#`, the weight between two `%`.
  private func answers(_ body: Substring, into read: inout ReadItem) throws(Finding) -> [Answer] {
    guard let first = body.first, first == "=" || first == "~" else {
      throw Finding(.badSyntax, [String(body.prefix(20)), "=, ~, #, T, F"])
    }
    var answers: [Answer] = []
    var rest = body
    while let sign = rest.first {
      let content = rest.dropFirst()
      let end = content.firstIndex { $0 == "=" || $0 == "~" } ?? content.endIndex
      answers.append(try answer(content[..<end], isRight: sign == "=", into: &read))
      rest = content[end...]
    }
    return answers
  }

  private func answer(_ content: Substring, isRight: Bool, into read: inout ReadItem) throws(Finding) -> Answer {
    var text = content.drop { $0.isWhitespace }
    var weight: Double?
    if text.first == "%", let end = text.dropFirst().firstIndex(of: "%") {
      guard let number = Double(text[text.index(after: text.startIndex)..<end]), number.isFinite, abs(number) <= 100
      else { throw Finding(.badSyntax, [String(text.prefix(12)), "%-100…100%"]) }
      weight = number
      text = text[text.index(after: end)...]
    }
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let feedback = parts.count > 1 ? read.words(try format.words(parts[1])) : ""
    return Answer(
      isRight: isRight, weight: weight, text: GIFTFormat.split(parts[0], given: format).1, feedback: feedback)
  }

  private static func truth(_ body: Substring) -> Bool? {
    switch body.prefix(while: { $0 != "#" }).filter({ !$0.isWhitespace }).uppercased() {
    case "T", "TRUE": true
    case "F", "FALSE": false
    default: nil
    }
  }

  /// The first feedback is told to who is wrong, the second to who is right.
  private func truth(_ isTrue: Bool, _ body: Substring, into read: inout ReadItem) throws(Finding) {
    let feedback = body.split(separator: "#", omittingEmptySubsequences: false).dropFirst()
    let wrong = try feedback.first.map { text throws(Finding) in read.words(try format.words(text)) } ?? ""
    let right = try feedback.dropFirst().first.map { text throws(Finding) in read.words(try format.words(text)) } ?? ""
    read.item.task = Choices.truth(isTrue: isTrue, meaningOfRight: right, meaningOfWrong: wrong)
    read.note(.trueFalse)
  }

  private func words(_ answers: [Answer], into read: inout ReadItem) throws(Finding) {
    let accepts = try answers.map { answer throws(Finding) in
      LoosePart(
        text: read.words(try format.words(answer.text)), meaning: answer.feedback,
        credit: Int((answer.weight ?? 100).rounded()))
    }
    read.item.task = try ShortAnswers.task(accepts, isNumber: false)
  }

  private func numbers(_ body: Substring, into read: inout ReadItem) throws(Finding) {
    let trimmed = body.drop { $0.isWhitespace }
    let answers =
      trimmed.first == "=" ? try self.answers(trimmed, into: &read) : [try answer(trimmed, isRight: true, into: &read)]
    let accepts = try answers.map { answer throws(Finding) in
      LoosePart(
        text: try ShortAnswers.number(GIFTText.shown(answer.text)), meaning: answer.feedback,
        credit: Int((answer.weight ?? (answer.isRight ? 100 : 0)).rounded()))
    }
    read.item.task = try ShortAnswers.task(accepts, isNumber: true)
  }

  private static func arrow(in text: Substring) -> (left: Substring, right: Substring)? {
    var place = text.startIndex
    while let dash = text[place...].firstIndex(of: "-") {
      if text[dash...].hasPrefix("->") { return (text[..<dash], text[dash...].dropFirst(2)) }
      place = text.index(after: dash)
    }
    return nil
  }

  private func matches(_ answers: [Answer], into read: inout ReadItem) throws(Finding) {
    var pairs: [(left: String, right: String)] = []
    for answer in answers {
      guard let (left, right) = Self.arrow(in: answer.text) else {
        throw Finding(.badSyntax, [String(GIFTText.shown(answer.text.prefix(20))), "->"])
      }
      pairs.append((read.words(try format.words(left)), read.words(try format.words(right))))
    }
    read.item.task = Matches.task(pairs)
  }
}
