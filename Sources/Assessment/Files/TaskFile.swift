/// Reads the members that differ by an item's type; see ItemBankFile.
enum TaskFile {
  /// Nil where what is read makes no task; why stands in the findings.
  static func read(
    _ kind: Item.Kind, _ reader: MemberReader, findings: Findings, isSurveyed: Bool
  ) -> Item.Task? {
    switch kind {
    case .single: .single(single(reader, findings))
    case .several: .several(several(reader, findings))
    case .truths: .truths(truths(reader, findings))
    case .order: .order(order(reader, findings))
    case .match: .match(match(reader, findings))
    case .short: .short(short(reader, findings))
    case .point: point(reader, findings).map { .point($0) }
    case .simulated:
      reader.member("simulation").flatMap {
        SimulationFile.read($0, subject: reader.subject, findings: findings, surveyed: !isSurveyed)
      }.map { .simulated($0) }
    }
  }

  private static func single(_ reader: MemberReader, _ findings: Findings) -> ChoiceTask {
    var partial: [Item.Option.ID: Int] = [:]
    let options = reader.list("options", atLeast: 3).map { json in
      let own = MemberReader(json, subject: reader.subject, findings: findings)
      let option = part(own, most: 140)
      partial[option.id] = own.optionalInteger("credit", in: 1...99)
      own.finish()
      return option
    }
    let keys = keys(reader, among: options)
    if keys.count > 1 {
      reader.problem(
        "\"key\" must name exactly one option, found \(keys.count)", .count, ["key", "\(keys.count)", "1"])
    }
    for key in keys where partial[key] != nil {
      reader.problem("the key \"\(key)\" has \"credit\"; it earns all anyway")
    }
    if options.count > 4 {
      reader.problem("\(options.count) options; 3 or 4 are expected", .count, ["options", "\(options.count)", "3–4"])
    }
    check(options, reader)
    return ChoiceTask(options: options, key: keys, partial: partial)
  }

  private static func several(_ reader: MemberReader, _ findings: Findings) -> ChoiceTask {
    let options = parts("options", 4...6, reader, findings, most: 140)
    let keys = keys(reader, among: options)
    if keys.count < 2 || keys.count >= options.count {
      reader.problem(
        "\"key\" must name two options at least and not all, found \(keys.count) of \(options.count)", .count,
        ["key", "\(keys.count)", "2–\(max(2, options.count - 1))"])
    }
    check(options, reader)
    return ChoiceTask(options: options, key: keys, scale: scale(reader, parts: keys.count))
  }

  private static func truths(_ reader: MemberReader, _ findings: Findings) -> TruthTask {
    let statements = list("statements", 3...5, reader).map { json in
      let own = MemberReader(json, subject: reader.subject, findings: findings)
      defer { own.finish() }
      let part = part(own, most: 140)
      if own.member("isTrue") == nil { return TruthTask.Statement(part: part, isTrue: false) }
      return TruthTask.Statement(part: part, isTrue: own.flag("isTrue"))
    }
    check(statements.map(\.part), reader)
    if !statements.isEmpty, Set(statements.map(\.isTrue)).count == 1 {
      reader.problem("all statements are \(statements[0].isTrue ? "true" : "false"); a set has both")
    }
    return TruthTask(statements: statements, scale: scale(reader, parts: statements.count))
  }

  private static func order(_ reader: MemberReader, _ findings: Findings) -> OrderTask {
    let steps = parts("steps", 3...6, reader, findings, most: 140)
    check(steps, reader)
    return OrderTask(steps: steps, scale: scale(reader, parts: steps.count))
  }

  private static func match(_ reader: MemberReader, _ findings: Findings) -> MatchTask {
    let left = list("left", 3...4, reader).map { json in
      let own = MemberReader(json, subject: reader.subject, findings: findings)
      defer { own.finish() }
      return MatchTask.Line(part: part(own, most: 60), match: own.id("match", of: Item.Option.self))
    }
    let right = list("right", 3...5, reader).map { json in
      let own = MemberReader(json, subject: reader.subject, findings: findings)
      defer { own.finish() }
      return part(own, most: 60, withMeaning: false)
    }
    check(left.map(\.part), reader)
    check(right, reader)
    for line in left where !right.contains(where: { $0.id == line.match }) {
      reader.problem("\"\(line.part.id)\" belongs to \"\(line.match)\", which is not on the right")
    }
    for match in FrameworkFile.repeated(left.map(\.match.text)) {
      reader.problem("two lines on the left belong to \"\(match)\"", .twice, [match])
    }
    return MatchTask(left: left, right: right, scale: scale(reader, parts: left.count))
  }

  private static func short(_ reader: MemberReader, _ findings: Findings) -> ShortTask {
    let entry = reader.text("entry", most: 10)
    if !["number", "word"].contains(entry), !entry.isEmpty { reader.problem("\"entry\" is \"number\" or \"word\"") }
    let accepts = reader.list("accepts").map { json in
      let own = MemberReader(json, subject: reader.subject, findings: findings)
      defer { own.finish() }
      return ShortTask.Accepted(
        text: own.text("text", most: ShortTask.longest), credit: own.integer("credit", in: 1...100),
        meaning: own.text("meaning", most: 300))
    }
    let mistakes = (reader.member("mistakes", optional: true) == nil ? [] : reader.list("mistakes")).map { json in
      let own = MemberReader(json, subject: reader.subject, findings: findings)
      defer { own.finish() }
      return ShortTask.Mistake(
        text: own.text("text", most: ShortTask.longest), meaning: own.text("meaning", most: 300))
    }
    if !accepts.contains(where: { $0.credit == 100 }) { reader.problem("nothing in \"accepts\" has the credit 100") }
    for accepted in accepts where entry == "number" && Spelling.amount(accepted.text) == nil {
      reader.problem("\"\(accepted.text)\" is no whole number")
    }
    for mistake in mistakes where accepts.contains(where: { Spelling.matches(mistake.text, $0.text) }) {
      reader.problem("\"\(mistake.text)\" stands among what is accepted and among the mistakes")
    }
    return ShortTask(
      entry: entry == "number" ? .number : .word, unit: reader.optionalText("unit", most: 20), accepts: accepts,
      mistakes: mistakes)
  }
}

extension TaskFile {
  private static func point(_ reader: MemberReader, _ findings: Findings) -> PointTask? {
    let picture = reader.member("picture").flatMap {
      DrawingFile.read($0, subject: reader.subject, findings: findings)
    }
    let regions = list("regions", 3...8, reader).compactMap { region($0, reader.subject, findings) }
    let key = keys(reader, among: regions.map(\.part))
    check(regions.map(\.part), reader)
    guard let picture else { return nil }
    // 44 units in a picture of 360 are what a finger of seventy hits on a screen of 1024.
    let least = 44 * picture.width / 360
    for (index, one) in regions.enumerated() {
      if one.width < least || one.height < least {
        reader.problem(
          "the box of \"\(one.part.id)\" is \(one.width)×\(one.height), at least \(least)×\(least) are hit well")
      }
      if one.x + one.width > picture.width || one.y + one.height > picture.height {
        reader.problem("the box of \"\(one.part.id)\" leaves the picture of \(picture.width)×\(picture.height)")
      }
      for other in regions[(index + 1)...] where one.overlaps(other) {
        reader.problem("the boxes of \"\(one.part.id)\" and \"\(other.part.id)\" overlap")
      }
    }
    if !key.isEmpty, key.count >= regions.count { reader.problem("every region is a key") }
    return PointTask(picture: picture, regions: regions, key: key)
  }

  private static func region(_ json: JSON, _ subject: String, _ findings: Findings) -> PointTask.Region? {
    let own = MemberReader(json, subject: subject, findings: findings)
    defer { own.finish() }
    let part = Item.Option(
      id: own.id("id", of: Item.Option.self),
      text: Item.Wording(own.text("name", most: 80), ear: own.optionalText("ear", most: 300)),
      meaning: own.text("meaning", most: 300))
    let numbers = own.list("box", atLeast: 4).compactMap { json -> Int? in
      guard case .integer(let number) = json.value, (0...800).contains(number) else { return nil }
      return number
    }
    guard numbers.count == 4 else {
      own.problem("\"box\" must be four whole numbers from 0 to 800: x, y, width, height")
      return nil
    }
    return PointTask.Region(part: part, x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
  }

  private static func parts(
    _ name: String, _ count: ClosedRange<Int>, _ reader: MemberReader, _ findings: Findings, most: Int
  ) -> [Item.Option] {
    list(name, count, reader).map { json in
      let own = MemberReader(json, subject: reader.subject, findings: findings)
      defer { own.finish() }
      return part(own, most: most)
    }
  }

  private static func list(_ name: String, _ count: ClosedRange<Int>, _ reader: MemberReader) -> [JSON] {
    let list = reader.list(name, atLeast: count.lowerBound)
    if list.count > count.upperBound {
      reader.problem(
        "\(list.count) \(name); \(count.lowerBound) to \(count.upperBound) are expected", .count,
        [name, "\(list.count)", "\(count.lowerBound)–\(count.upperBound)"])
    }
    return list
  }

  private static func part(_ own: MemberReader, most: Int, withMeaning: Bool = true) -> Item.Option {
    Item.Option(
      id: own.id("id", of: Item.Option.self),
      text: Item.Wording(own.text("text", most: most), ear: own.optionalText("ear", most: 300)),
      meaning: withMeaning ? own.text("meaning", most: 300) : "")
  }

  private static func keys(_ reader: MemberReader, among parts: [Item.Option]) -> [Item.Option.ID] {
    let keys = reader.texts("key").map { Item.Option.ID($0) }
    for key in keys where !parts.contains(where: { $0.id == key }) {
      let ids = parts.map(\.id.text).joined(separator: ", ")
      reader.problem("the key \"\(key)\" is not one of its options \(ids)")
    }
    for key in FrameworkFile.repeated(keys.map(\.text)) { reader.problem("the key \"\(key)\" stands twice") }
    return keys
  }

  /// - Parameter parts: how many can be right.
  private static func scale(_ reader: MemberReader, parts: Int) -> CreditScale {
    let numbers = reader.list("credit", atLeast: 2).compactMap { json -> Int? in
      guard case .integer(let number) = json.value, (0...100).contains(number) else { return nil }
      return number
    }
    if numbers.count != parts + 1 || numbers.first != 0 || numbers.last != 100 || numbers != numbers.sorted() {
      reader.problem(
        "\"credit\" must be \(parts + 1) numbers, one for each count of right parts, from 0 rising to 100", .misshapen,
        ["credit"])
    }
    return CreditScale(numbers)
  }

  private static func check(_ parts: [Item.Option], _ reader: MemberReader) {
    for id in FrameworkFile.repeated(parts.map(\.id.text)) {
      reader.problem("the option id \"\(id)\" stands twice", .twice, [id])
    }
    for text in FrameworkFile.repeated(parts.map(\.text.written)) {
      reader.problem("two options read \"\(text)\"", .twice, [text])
    }
  }
}

extension PointTask.Region {
  func overlaps(_ other: PointTask.Region) -> Bool {
    x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
  }
}
