import Assessment

/// Turns one interaction with its response into a task.
struct QTITask {
  let interaction: XMLElement
  let response: QTIResponse
  let feedback: [(key: String, element: XMLElement)]
  let spoken: [String: String]
  let pictures: QTIItemReader.Pictures
  /// Keys of modal feedback that became the meaning of a part.
  private(set) var usedFeedback: Set<String> = []

  init(
    interaction: XMLElement, response: QTIResponse, feedback: [(key: String, element: XMLElement)],
    spoken: [String: String], pictures: @escaping QTIItemReader.Pictures
  ) {
    self.interaction = interaction
    self.response = response
    self.feedback = feedback
    self.spoken = spoken
    self.pictures = pictures
  }

  mutating func read(body: QTIText, into read: inout ReadItem) throws(Finding) {
    read.item.ear = body.catalogs.lazy.compactMap { [spoken] in spoken[$0] }.first ?? ""
    let prompt = try interaction.child("prompt").map { prompt throws(Finding) in try QTIText.read(prompt) }
    read.item.stem = read.words(PlainText(text: body.words, formatting: body.formatting))
    if let prompt {
      read.item.stem = PlainText.tidy(read.item.stem + " " + prompt.words)
      if read.item.ear.isEmpty {
        read.item.ear = prompt.catalogs.lazy.compactMap { [spoken] in spoken[$0] }.first ?? ""
      }
    }
    if response.hasAreas { throw Finding(.unsupportedType, ["areaMapping"], line: interaction.line) }
    switch interaction.name {
    case "choiceinteraction": read.item.task = try choice(&read)
    case "inlinechoiceinteraction":
      read.item.task = try choice(&read)
      closeGap(&read)
    case "textentryinteraction": read.item.task = try textEntry(body, &read)
    case "orderinteraction": read.item.task = try order(&read)
    case "matchinteraction": read.item.task = try match(&read)
    case "gapmatchinteraction": read.item.task = try gapMatch(prompt: prompt, &read)
    case "hotspotinteraction": read.item.task = try hotspot(&read)
    default: throw Finding(.unsupportedType, [interaction.name], line: interaction.line)
    }
  }

  /// A part with what its element, a feedback inside it or a modal one says.
  private mutating func part(_ element: XMLElement, _ read: inout ReadItem) throws(Finding) -> LoosePart {
    let text = try QTIText.read(element)
    let id = element["identifier"] ?? ""
    for name in text.left.sorted() { read.note(.partLeft, [name]) }
    var part = LoosePart(id: id, text: read.words(PlainText(text: text.words, formatting: text.formatting)))
    part.ear = text.catalogs.lazy.compactMap { [spoken] in spoken[$0] }.first ?? ""
    if let inline = text.feedback.first {
      part.meaning = PlainText.tidy(inline.text)
    } else if let modal = feedback.first(where: { $0.key == id }) {
      usedFeedback.insert(id)
      part.meaning = PlainText.tidy(modal.element.text)
    }
    return part
  }

  private mutating func parts(
    _ name: String, in parent: XMLElement, _ read: inout ReadItem
  ) throws(Finding) -> [LoosePart] {
    var parts: [LoosePart] = []
    for child in parent.children(name) { parts.append(try part(child, &read)) }
    return parts
  }

  /// Every key must be one of the parts.
  private func check(_ keys: [String], among parts: [LoosePart]) throws(Finding) {
    for key in keys where !parts.contains(where: { $0.id == key }) {
      throw Finding(.brokenReference, [key], line: interaction.line)
    }
  }

  private mutating func choice(_ read: inout ReadItem) throws(Finding) -> LooseTask {
    let name = interaction.name == "choiceinteraction" ? "simplechoice" : "inlinechoice"
    var parts = try parts(name, in: interaction, &read)
    let keys = response.keys
    try check(keys, among: parts)
    guard !keys.isEmpty else { throw Finding(.noRightAnswer) }
    let isSeveral = response.cardinality != "single" && interaction["maxchoices"] != "1"
    for place in parts.indices {
      parts[place].isKey = keys.contains(parts[place].id)
      guard let weight = response.weight(of: parts[place].id) else { continue }
      if isSeveral {
        if parts[place].isKey, abs(weight - 100) > 0.1 { throw Finding(.unequalWeights) }
        if !parts[place].isKey, abs(weight + 100) > 0.1 { read.note(.otherScoring, ["mapping"]) }
      } else if !parts[place].isKey, (1...99).contains(Int(weight.rounded())) {
        parts[place].credit = Int(weight.rounded())
      }
    }
    if isSeveral, response.mapping.isEmpty { read.note(.otherScoring, ["match_correct"]) }
    return isSeveral ? .several(parts, scale: nil) : .single(parts)
  }

  /// Three dots stand where something was to be chosen or typed among words.
  private func closeGap(_ read: inout ReadItem) {
    guard read.item.stem.contains(QTIText.mark) else { return }
    read.item.stem = PlainText.tidy(
      read.item.stem.split(separator: QTIText.mark, omittingEmptySubsequences: false).joined(separator: " … "))
    read.note(.gapInStem)
  }

  private func textEntry(_ body: QTIText, _ read: inout ReadItem) throws(Finding) -> LooseTask {
    let isNumber = ["integer", "float"].contains(response.baseType)
    var unit = ""
    // A box on a line of its own, perhaps with a unit behind it, is no gap in a sentence.
    if body.blocks.count > 1, let line = body.blocks.last, line.first == QTIText.mark, line.count <= 24 {
      unit = PlainText.tidy(String(line.dropFirst()))
      read.item.stem = PlainText.tidy(body.blocks.dropLast().joined(separator: " "))
    }
    closeGap(&read)
    var answers: [LoosePart] = []
    for key in response.correct where response.mapping.isEmpty || !response.mapping.contains(where: { $0.key == key }) {
      answers.append(LoosePart(text: key, credit: 100))
    }
    for entry in response.mapping {
      answers.append(LoosePart(text: entry.key, credit: Int((response.weight(of: entry.key) ?? 0).rounded())))
    }
    if isNumber {
      for place in answers.indices { answers[place].text = try ShortAnswers.number(answers[place].text) }
    }
    return try ShortAnswers.task(answers, isNumber: isNumber, unit: unit)
  }

  private mutating func order(_ read: inout ReadItem) throws(Finding) -> LooseTask {
    let parts = try parts("simplechoice", in: interaction, &read)
    try check(response.correct, among: parts)
    guard response.correct.count == parts.count, Set(response.correct).count == parts.count else {
      throw Finding(.noRightAnswer)
    }
    return .order(response.correct.compactMap { key in parts.first { $0.id == key } }, scale: nil)
  }

  private mutating func match(_ read: inout ReadItem) throws(Finding) -> LooseTask {
    let sets = interaction.children("simplematchset")
    guard sets.count == 2 else { throw Finding(.badSyntax, [String(sets.count), "simpleMatchSet 2"]) }
    let left = try parts("simpleassociablechoice", in: sets[0], &read)
    let right = try parts("simpleassociablechoice", in: sets[1], &read)
    let pairs = response.pairs
    try check(pairs.map(\.0), among: left)
    try check(pairs.map(\.1), among: right)
    guard pairs.count == left.count, Set(pairs.map(\.0)).count == left.count else { throw Finding(.unequalWeights) }
    let matches = left.map { part in pairs.first { $0.0 == part.id }?.1 ?? "" }
    if let isTrue = Self.truth(right) {
      return .truths(
        zip(left, matches).map { part, match in
          var judged = part
          judged.isKey = match == isTrue
          return judged
        }, scale: nil)
    }
    return .match(
      left: zip(left, matches).map { part, match in (part, right.firstIndex { $0.id == match } ?? -1) }, right: right,
      scale: nil)
  }

  /// The id of "true" where the right side is a choice between true and not.
  private static func truth(_ right: [LoosePart]) -> String? {
    let words = right.map { Spelling.folded($0.text) }
    let pairs = [["dung", "sai"], ["true", "false"], ["yes", "no"], ["co", "khong"]]
    for pair in pairs where words == pair || words == pair.reversed() {
      return right[words[0] == pair[0] ? 0 : 1].id
    }
    return nil
  }

  /// Each gap is a left line: the words of its block, or its number where a block has more than one.
  private mutating func gapMatch(prompt: QTIText?, _ read: inout ReadItem) throws(Finding) -> LooseTask {
    let right = try parts("gaptext", in: interaction, &read)
    guard !right.isEmpty else { throw Finding(.unsupportedType, ["gapImg"], line: interaction.line) }
    var body = interaction
    body.nodes.removeAll { node in
      if case .element(let child) = node { child.name == "gaptext" || child.name == "prompt" } else { false }
    }
    let text = try QTIText.read(body)
    let pairs = response.pairs
    try check(pairs.map(\.0), among: right)
    guard text.gaps.count == pairs.count else { throw Finding(.unequalWeights) }
    let isApart = text.blocks.filter { $0.contains(QTIText.mark) }.allSatisfy { $0.count { $0 == QTIText.mark } == 1 }
    var number = 0
    var lines: [String] = []
    var stem: [String] = []
    for block in text.blocks where block.contains(QTIText.mark) || !isApart {
      if isApart {
        lines.append(Self.filled(block) { "…" })
      } else {
        stem.append(
          Self.filled(block) {
            number += 1
            lines.append("(\(number))")
            return "(\(number))"
          })
      }
    }
    if isApart { stem = text.blocks.filter { !$0.contains(QTIText.mark) } }
    read.item.stem = PlainText.tidy(([read.item.stem] + stem).joined(separator: " "))
    read.note(.gapInStem)
    let left = zip(text.gaps, lines).map { gap, line -> (part: LoosePart, match: Int) in
      let match = pairs.first { $0.1 == gap["identifier"] }?.0
      return (LoosePart(text: line), right.firstIndex { $0.id == match } ?? -1)
    }
    if left.contains(where: { $0.match < 0 }) { throw Finding(.brokenReference, ["gap"], line: interaction.line) }
    return .match(left: left, right: right, scale: nil)
  }

  /// Own lines of pairs in a gap are told with three dots alone where nothing stands beside them.
  private static func filled(_ block: String, _ gap: () -> String) -> String {
    var text = ""
    for character in block {
      if character == QTIText.mark { text += " \(gap()) " } else { text.append(character) }
    }
    return PlainText.tidy(text)
  }

  private mutating func hotspot(_ read: inout ReadItem) throws(Finding) -> LooseTask {
    let image = interaction.child("object") ?? interaction.child("img") ?? interaction.child("picture")?.child("img")
    let name = image?["data"] ?? image?["src"] ?? ""
    guard let image, let svg = try pictures(name) else { throw Finding(.picture, [name], line: interaction.line) }
    let alt = image["alt"] ?? PlainText.tidy(image.text)
    let picture = try SVGPicture.members(of: svg, alt: alt)
    var regions: [(part: LoosePart, box: [Int])] = []
    for choice in interaction.children("hotspotchoice") {
      let numbers = (choice["coords"] ?? "").split(separator: ",").map { Double(PlainText.tidy(String($0))) }
      guard choice["shape"] == "rect", numbers.count == 4, case let known = numbers.compactMap({ $0 }),
        known.count == 4,
        known.allSatisfy({ abs($0) < 10_000 })
      else { throw Finding(.unsupportedType, ["hotspotChoice \(choice["shape"] ?? "")"], line: choice.line) }
      let edges = known.map { Int($0.rounded()) }
      var part = try part(choice, &read)
      part.text = choice["hotspotlabel"] ?? part.text
      part.isKey = response.keys.contains(part.id)
      regions.append((part, [edges[0], edges[1], edges[2] - edges[0], edges[3] - edges[1]]))
    }
    try check(response.keys, among: regions.map(\.part))
    // Several right places are each enough here.
    if response.keys.count > 1, response.cardinality != "single" { read.note(.otherScoring, ["cardinality"]) }
    return .point(picture: picture, regions: regions)
  }
}
