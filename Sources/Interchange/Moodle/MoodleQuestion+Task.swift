extension MoodleQuestion {
  private var answers: [XMLElement] { element.children("answer") }

  func task(_ read: inout ReadItem) throws(Finding) -> LooseTask {
    switch type {
    case "multichoice": return try choice(&read)
    case "truefalse": return try truth(&read)
    case "shortanswer":
      return try ShortAnswers.task(try typed(&read) { text throws(Finding) in text }, isNumber: false)
    case "numerical":
      return try ShortAnswers.task(
        try typed(&read) { text throws(Finding) in try ShortAnswers.number(text) }, isNumber: true, unit: unit(&read))
    case "matching", "ddmatch": return try matches(&read)
    case "ordering": return try order(&read)
    case "gapselect": return try gap(&read)
    default: throw Finding(.unsupportedType, [type])
    }
  }

  private func weight(of answer: XMLElement) throws(Finding) -> Double {
    let text = answer["fraction"] ?? "0"
    guard let weight = Double(text), weight.isFinite, abs(weight) <= 100 else {
      throw Finding(.badNumber, ["fraction", String(text.prefix(20))], line: answer.line)
    }
    return weight
  }

  private func choice(_ read: inout ReadItem) throws(Finding) -> LooseTask {
    var options: [Choices.Weighed] = []
    for answer in answers {
      options.append(
        Choices.Weighed(
          text: try words(of: answer, &read), meaning: try words("feedback", in: answer, &read),
          weight: try weight(of: answer)))
    }
    let single = PlainText.tidy(element.child("single")?.text ?? "true")
    return try Choices.task(options, isSingle: single != "false" && single != "0") { read.note($0, $1) }
  }

  private func truth(_ read: inout ReadItem) throws(Finding) -> LooseTask {
    let weights = try answers.map { answer throws(Finding) in try weight(of: answer) }
    guard let right = zip(answers, weights).first(where: { $0.1 > 0 })?.0 else { throw Finding(.noRightAnswer) }
    let isTrue = PlainText.tidy(right.child("text")?.text ?? right.text).lowercased() == "true"
    let wrong = answers.first { $0.line != right.line || $0["fraction"] != right["fraction"] }
    read.note(.trueFalse)
    return Choices.truth(
      isTrue: isTrue, meaningOfRight: try words("feedback", in: right, &read),
      meaningOfWrong: try wrong.map { answer throws(Finding) in try words("feedback", in: answer, &read) } ?? "")
  }

  private func typed(
    _ read: inout ReadItem, _ form: (String) throws(Finding) -> String
  ) throws(Finding) -> [LoosePart] {
    var parts: [LoosePart] = []
    for answer in answers {
      // Answers that are typed are plain texts, whatever the question is.
      let text = PlainText.tidy(answer.child("text")?.text ?? answer.text)
      let tolerance = PlainText.tidy(answer.child("tolerance")?.text ?? "0")
      guard (Double(tolerance) ?? 0) == 0 else { throw Finding(.numberRange, ["\(text) ± \(tolerance)"]) }
      // An asterisk takes any answer: it is what everybody else wrote, and worth no note of its own.
      if text == "*" {
        guard try weight(of: answer) <= 0 else { throw Finding(.numberRange, ["*"]) }
        read.note(.partLeft, ["*"])
        continue
      }
      parts.append(
        LoosePart(
          text: try form(text), meaning: try words("feedback", in: answer, &read),
          credit: Int(try weight(of: answer).rounded())))
    }
    return parts
  }

  private func unit(_ read: inout ReadItem) -> String {
    let units = element.child("units")?.children("unit") ?? []
    if units.count > 1 { read.note(.partLeft, ["units"]) }
    return units.first.map { PlainText.tidy($0.child("unit_name")?.text ?? "") } ?? ""
  }

  private func matches(_ read: inout ReadItem) throws(Finding) -> LooseTask {
    var pairs: [(left: String, right: String)] = []
    for pair in element.children("subquestion") {
      let left = try words(of: pair, &read)
      pairs.append((left, PlainText.tidy(pair.child("answer")?.text ?? "")))
    }
    return Matches.task(pairs)
  }

  /// Answers stand in their right order, by their fractions where these count.
  private func order(_ read: inout ReadItem) throws(Finding) -> LooseTask {
    var parts: [LoosePart] = []
    for answer in answers {
      parts.append(
        LoosePart(text: try words(of: answer, &read), meaning: try words("feedback", in: answer, &read)))
    }
    return .order(parts, scale: nil)
  }

  /// One gap with a list to choose from: `[[1]]` stands for the first of the options of its group.
  private func gap(_ read: inout ReadItem) throws(Finding) -> LooseTask {
    let marks = read.item.stem.split(separator: "[[", omittingEmptySubsequences: false).dropFirst()
    guard marks.count == 1, let mark = marks.first, let end = mark.firstIndex(of: "]"),
      let number = Int(mark[..<end])
    else { throw Finding(.severalInteractions, [String(marks.count)]) }
    let options = element.children("selectoption")
    guard number >= 1, number <= options.count else { throw Finding(.brokenReference, ["[[\(number)]]"]) }
    let before = read.item.stem.prefix(read.item.stem.count - mark.count - 2)
    read.item.stem = PlainText.tidy("\(before)…\(mark[end...].drop { $0 == "]" })")
    read.note(.gapInStem)
    return .single(
      options.enumerated().map { place, option in
        LoosePart(text: PlainText.tidy(option.child("text")?.text ?? ""), isKey: place == number - 1)
      })
  }
}
