/// Everything the content files say, read and found whole: framework, blueprints, notices and items.
package struct ItemBank: Sendable {
  /// One item with the exact content it was read from, in canonical JSON: what the store keeps.
  package struct Entry: Sendable {
    package let item: Item
    package let area: Area.ID
    package let content: [UInt8]

    package var card: Item.Card {
      Item.Card(
        id: item.id, use: item.use, kind: item.kind, competence: item.competence, area: area,
        difficulty: item.difficulty, shuffledParts: item.task.shuffledParts, cluster: item.cluster)
    }
  }

  package let framework: Framework
  package let blueprints: [Blueprint]
  package let notices: [Notice]
  /// Nil where the folder has no `editorial.json`: then nothing is remarked.
  package let editorial: EditorialRules?
  /// In the order of the file; none where the folder has no `reasons.json`: then those adopted before stay in force.
  package let reasons: [Reason]
  /// In the order of the file; Vietnamese alone where the folder has no `languages.json`.
  package let languages: [Language]
  /// Sorted by id.
  package let entries: [Entry]
  /// Canonical JSON of the framework, and of each blueprint in the order of ``blueprints``: what the store keeps.
  package let frameworkContent: [UInt8]
  package let blueprintContents: [[UInt8]]

  package func blueprint(for audience: Audience.ID) -> Blueprint? {
    blueprints.first { $0.audience == audience }
  }

  package func notice(for audience: Audience.ID) -> Notice? {
    notices.first { $0.audience == audience }
  }

  /// What forms for an audience are drawn from: retired items stay behind.
  package func cards(for audience: Audience.ID) -> [Item.Card] {
    entries.filter { $0.item.audiences.contains(audience) && $0.item.retirement == nil }.map(\.card)
  }

  /// The bytes whose SHA-256 names the bank: every item's canonical content in order of ids, each ended by a line feed.
  package var namingBytes: [UInt8] { Self.namingBytes(of: entries) }

  /// - Parameter entries: sorted by id.
  package static func namingBytes(of entries: [Entry]) -> [UInt8] {
    entries.reduce(into: []) { bytes, entry in
      bytes += entry.content
      bytes.append(0x0A)
    }
  }
}

extension ItemBank {
  /// A content file as it came from the folder.
  package struct File: Sendable {
    /// Relative to the bank's folder, as in `items/an-toan.json`.
    package let path: String
    package let bytes: [UInt8]
    /// How large it is on the disk: files larger than ``ItemBank/largestFile`` come without their bytes.
    package let size: Int

    package init(path: String, bytes: [UInt8], size: Int? = nil) {
      self.path = path
      self.bytes = bytes
      self.size = size ?? bytes.count
    }
  }

  /// What a bank gives when some of its files are wrong.
  package struct Faulty: Error, Sendable {
    package let problems: [ContentProblem]

    package init(problems: [ContentProblem]) {
      self.problems = problems
    }
  }

  package static let largestFile = 8 << 20
  /// Files of items that the office itself has released, beside those of the folder.
  package static let released = "released/"
  /// A bank of four audiences has some hundreds; more than these is a mistake of some program.
  package static let mostItems = 20_000

  /// Reads all files of a bank.
  ///
  /// - Throws: ``Faulty`` with every problem in every file, in the order of files and lines.
  package static func read(_ files: [File]) throws(Faulty) -> ItemBank {
    var reading = BankReading()
    let bank = reading.read(files.sorted { $0.path < $1.path })
    guard reading.problems.isEmpty, let bank else { throw Faulty(problems: reading.problems) }
    return bank
  }

  /// Reads one item back from the content the store keeps; nil if those bytes are no item.
  package static func item(from content: [UInt8], framework: Framework) -> Item? {
    guard let json = try? JSONReader.read(content) else { return nil }  // damage shows as a missing item
    let findings = Findings(file: "store")
    // What lies in the store was surveyed when it was adopted.
    let item = ItemFile.item(json, framework: framework, findings: findings, isSurveyed: true)
    return findings.problems.isEmpty ? item : nil
  }

  package static func framework(from content: [UInt8]) -> Framework? {
    guard let json = try? JSONReader.read(content) else { return nil }  // damage shows as a missing framework
    let findings = Findings(file: "store")
    let framework = FrameworkFile.read(json, findings: findings)
    return findings.problems.isEmpty ? framework : nil
  }

  package static func blueprint(from content: [UInt8], framework: Framework) -> Blueprint? {
    guard let json = try? JSONReader.read(content) else { return nil }  // damage shows as a missing blueprint
    let findings = Findings(file: "store")
    let blueprint = BlueprintFile.read(json, framework: framework, findings: findings)
    return findings.problems.isEmpty ? blueprint : nil
  }

  /// What stands in a blueprint's way when it is read as a bank's file is.
  package static func problems(inBlueprint content: [UInt8], framework: Framework) -> [ContentProblem] {
    let findings = Findings(file: "blueprint")
    do {
      _ = BlueprintFile.read(try JSONReader.read(content), framework: framework, findings: findings)
    } catch {
      findings.add("not readable as JSON: expected \(error.expected)", at: error.line)
    }
    return findings.problems
  }

  /// Reads a notice back from a `notices.json` that holds it alone.
  package static func notice(from content: [UInt8]) -> Notice? {
    guard let json = try? JSONReader.read(content) else { return nil }  // damage shows as a missing notice
    let findings = Findings(file: "store")
    let notices = NoticeFile.read(json, audiences: nil, findings: findings)
    return findings.problems.isEmpty ? notices.first : nil
  }
}
