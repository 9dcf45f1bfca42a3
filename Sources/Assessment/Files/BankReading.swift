/// Reads the files of a bank one after the other, keeping every problem.
struct BankReading {
  private(set) var problems: [ContentProblem] = []

  mutating func read(_ files: [ItemBank.File]) -> ItemBank? {
    guard let (frameworkJSON, framework) = framework(in: files) else { return nil }
    let (blueprints, contents) = blueprints(in: files, framework: framework)
    let notices = notices(in: files, framework: framework)
    let editorial = editorial(in: files)
    let reasons = reasons(in: files)
    let languages = languages(in: files)
    let located = items(in: files, framework: framework)
    checkUnknown(files)
    checkRepeated(located)

    let entries = located.map { located in
      ItemBank.Entry(
        item: located.item, area: framework.competence(located.item.competence)?.area ?? Area.ID(""),
        content: located.json.canonicalBytes)
    }.sorted { $0.item.id < $1.item.id }
    let bank = ItemBank(
      framework: framework, blueprints: blueprints, notices: notices, editorial: editorial, reasons: reasons,
      languages: languages, entries: entries,
      frameworkContent: frameworkJSON.canonicalBytes, blueprintContents: contents)
    checkSupply(bank)
    return bank
  }

  private mutating func parse(_ file: ItemBank.File) -> JSON? {
    guard file.size <= ItemBank.largestFile else {
      add(file.path, 0, "the file has \(file.size) bytes, at most \(ItemBank.largestFile) are read")
      return nil
    }
    do {
      return try JSONReader.read(file.bytes)
    } catch {
      add(file.path, error.line, "not readable as JSON: expected \(error.expected)")
      return nil
    }
  }

  private mutating func framework(in files: [ItemBank.File]) -> (JSON, Framework)? {
    guard let file = files.first(where: { $0.path == "framework.json" }) else {
      add("framework.json", 0, "the file is missing")
      return nil
    }
    guard let json = parse(file) else { return nil }
    let findings = Findings(file: file.path)
    let framework = FrameworkFile.read(json, findings: findings)
    problems += findings.problems
    return (json, framework)
  }

  private mutating func blueprints(
    in files: [ItemBank.File], framework: Framework
  ) -> ([Blueprint], [[UInt8]]) {
    var blueprints: [Blueprint] = []
    var contents: [[UInt8]] = []
    for file in files where file.path.hasPrefix("blueprints/") {
      guard let json = parse(file) else { continue }
      let findings = Findings(file: file.path)
      let blueprint = BlueprintFile.read(json, framework: framework, findings: findings)
      if file.path != "blueprints/\(blueprint.audience).json" {
        findings.add(
          "the file of the audience \"\(blueprint.audience)\" is blueprints/\(blueprint.audience).json", at: 0)
      }
      problems += findings.problems
      blueprints.append(blueprint)
      contents.append(json.canonicalBytes)
    }
    for audience in framework.audiences where !blueprints.contains(where: { $0.audience == audience.id }) {
      add("blueprints/\(audience.id).json", 0, "the file is missing")
    }
    return (blueprints, contents)
  }

  private mutating func notices(in files: [ItemBank.File], framework: Framework) -> [Notice] {
    guard let file = files.first(where: { $0.path == "notices.json" }) else {
      add("notices.json", 0, "the file is missing")
      return []
    }
    guard let json = parse(file) else { return [] }
    let findings = Findings(file: file.path)
    let notices = NoticeFile.read(json, audiences: framework.audiences, findings: findings)
    for audience in framework.audiences where !notices.contains(where: { $0.audience == audience.id }) {
      findings.add("no notice for the audience \"\(audience.id)\"", at: 0)
    }
    problems += findings.problems
    return notices
  }

  private mutating func editorial(in files: [ItemBank.File]) -> EditorialRules? {
    guard let file = files.first(where: { $0.path == "editorial.json" }), let json = parse(file) else { return nil }
    let findings = Findings(file: file.path)
    let rules = EditorialFile.read(json, findings: findings)
    problems += findings.problems
    return rules
  }

  private mutating func reasons(in files: [ItemBank.File]) -> [Reason] {
    guard let file = files.first(where: { $0.path == "reasons.json" }), let json = parse(file) else { return [] }
    let findings = Findings(file: file.path)
    let reasons = ReasonFile.read(json, findings: findings)
    problems += findings.problems
    return reasons
  }

  private mutating func languages(in files: [ItemBank.File]) -> [Language] {
    guard let file = files.first(where: { $0.path == "languages.json" }), let json = parse(file) else {
      return [.vietnamese]
    }
    let findings = Findings(file: file.path)
    let languages = LanguageFile.read(json, findings: findings)
    problems += findings.problems
    return languages
  }

  private mutating func items(in files: [ItemBank.File], framework: Framework) -> [ItemFile.Located] {
    var located: [ItemFile.Located] = []
    for file in files where file.path.hasPrefix("items/") || file.path.hasPrefix(ItemBank.released) {
      guard let json = parse(file) else { continue }
      let findings = Findings(file: file.path)
      let count = json["items"]?.count ?? 0
      guard located.count + count <= ItemBank.mostItems else {
        add(file.path, json.line, "with its \(count) items the bank has more than \(ItemBank.mostItems); none is read")
        continue
      }
      let read = ItemFile.read(json, framework: framework, findings: findings)
      located = file.path.hasPrefix(ItemBank.released) ? Self.released(read, over: located) : located + read
      problems += findings.problems
    }
    return located
  }

  /// What an office has released takes the place of the shipped item of the same id, until a later version is shipped.
  private static func released(
    _ released: [ItemFile.Located], over shipped: [ItemFile.Located]
  ) -> [ItemFile.Located] {
    let places = Dictionary(shipped.enumerated().map { ($1.item.id, $0) }, uniquingKeysWith: { first, _ in first })
    return released.reduce(into: shipped) { all, own in
      guard let place = places[own.item.id] else { return all.append(own) }
      if all[place].item.version <= own.item.version { all[place] = own }
    }
  }

  private mutating func checkUnknown(_ files: [ItemBank.File]) {
    for file in files
    where !file.path.hasPrefix("items/") && !file.path.hasPrefix("blueprints/")
      && !file.path.hasPrefix(ItemBank.released)
      && !["framework.json", "notices.json", "editorial.json", "reasons.json", "languages.json"].contains(file.path)
    {
      add(file.path, 0, "no file of a bank has this name; see the folder in ItemBankFile")
    }
  }

  private mutating func checkRepeated(_ located: [ItemFile.Located]) {
    var first: [Item.ID: ItemFile.Located] = [:]
    for entry in located {
      if let other = first[entry.item.id] {
        problems.append(
          ContentProblem(
            file: entry.file, line: entry.json.line, subject: "item \"\(entry.item.id)\"",
            text: "the id stands already in \(other.file):\(other.json.line)"))
      } else {
        first[entry.item.id] = entry
      }
    }
  }

  /// A bank that cannot fill its own blueprint would fail in front of a resident; it fails here instead.
  private mutating func checkSupply(_ bank: ItemBank) {
    for blueprint in bank.blueprints {
      problems += blueprint.supplyProblems(bank.cards(for: blueprint.audience))
    }
  }

  private mutating func add(_ file: String, _ line: Int, _ text: String) {
    problems.append(ContentProblem(file: file, line: line, subject: "", text: text))
  }
}

extension Blueprint {
  /// What the items of its audience are too few for.
  package func supplyProblems(_ cards: [Item.Card]) -> [ContentProblem] {
    shortages(in: cards).map {
      ContentProblem(file: "blueprints/\(audience).json", line: 0, subject: "", text: $0.text)
    }
  }
}
