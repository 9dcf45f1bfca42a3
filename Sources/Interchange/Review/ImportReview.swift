import Assessment

/// What is put in where a file says nothing of it.
package struct ImportDefaults: Equatable, Sendable {
  package var competence: Competence.ID?
  package var audiences: [Audience.ID] = []
  package var use: Item.Use?
  package var difficulty: Int?

  package init() {}

  func fill(_ content: JSON) -> JSON {
    var members = content.members
    func set(_ name: String, _ value: JSON?) {
      guard let value, !members.contains(where: { $0.name == name }) else { return }
      members.append(JSON.Member(name: name, value: value))
    }
    set("competence", competence.map { JSON($0.text) })
    set("audiences", audiences.isEmpty ? nil : JSON(audiences.map { JSON($0.text) }))
    set("use", use.map { JSON($0.rawValue) })
    set("difficulty", difficulty.map { JSON($0) })
    return JSON(.object(members))
  }
}

/// What is known of an item before a file comes in.
package struct KnownItem: Sendable {
  /// Canonical content in force, and of a draft that waits.
  package let inForce: [UInt8]?
  package let draft: [UInt8]?

  package init(inForce: [UInt8]?, draft: [UInt8]?) {
    self.inForce = inForce
    self.draft = draft
  }
}

/// One item of a file, as it would come in.
package struct ReviewedItem: Equatable, Sendable {
  package enum Standing: String, Sendable, CaseIterable {
    case new
    /// The bank in force has it word for word: nothing comes in.
    case same
    /// The bank in force has another wording or key of it.
    case changesItem = "changes-item"
    /// A draft of it waits, and gives way.
    case changesDraft = "changes-draft"
  }

  package let id: Item.ID
  /// The file within a package, else empty; the line in it.
  package let file: String
  package let line: Int
  package let kind: Item.Kind?
  package let stem: String
  package let standing: Standing
  /// What must be filled in or mended before it can be released.
  package let problems: [ContentProblem]
  package let remarks: [BankEditor.Remark]
  package let content: [UInt8]

  package var isReady: Bool { kind != nil && problems.isEmpty && remarks.isEmpty }
}

/// Looks at the items of a file one after the other as they come, against the framework and the bank in force. It changes
/// nothing: what comes in is whoever keeps the reviewed items.
package struct ImportReview {
  private let framework: Framework
  private let editor: DraftEditor?
  private let defaults: ImportDefaults
  private let fileName: String
  private var lines: [Item.ID: (file: String, line: Int)] = [:]

  /// - Parameters:
  ///   - editor: nil where the bank's folder has no rules for one.
  ///   - fileName: what the file is called where problems are told.
  package init(framework: Framework, editor: DraftEditor?, defaults: ImportDefaults, fileName: String) {
    self.framework = framework
    self.editor = editor
    self.defaults = defaults
    self.fileName = fileName
  }

  /// - Parameter known: looks up what is known of an item.
  /// - Throws: ``Finding`` where the item is refused, or what `known` throws.
  package mutating func review(_ item: ForeignItem, known: (Item.ID) throws -> KnownItem) throws -> ReviewedItem {
    guard Item.ID.isWellFormed(item.id), item.id.count >= 3 else {
      throw Finding(.brokenReference, [item.id], file: item.file, line: item.line, subject: item.id)
    }
    let id = Item.ID(item.id)
    if let first = lines[id] {
      throw Finding(.repeatedID, [item.id, String(first.line)], file: item.file, line: item.line, subject: item.id)
    }
    lines[id] = (item.file, item.line)
    let filled = defaults.fill(item.content)
    let content = filled.canonicalBytes
    let before = try known(id)
    let standing = Self.standing(of: content, before)
    if standing == .same {
      return ReviewedItem(
        id: id, file: item.file, line: item.line, kind: filled["type"]?.string.flatMap { Item.Kind(rawValue: $0) },
        stem: filled["stem"]?.string ?? "", standing: .same, problems: [], remarks: [], content: content)
    }
    let place = item.file.isEmpty ? fileName : "\(fileName)/\(item.file)"
    let draft = DraftEditor.Draft(filled, framework: framework, file: place, line: item.line)
    let old = before.inForce.flatMap { ItemBank.item(from: $0, framework: framework) }
    let succession = draft.item.map { BankSuccession(from: old.map { [$0] } ?? [], to: [$0]).problems } ?? []
    return ReviewedItem(
      id: id, file: item.file, line: item.line, kind: draft.item?.kind, stem: filled["stem"]?.string ?? "",
      standing: standing, problems: draft.problems + succession,
      remarks: draft.item.flatMap { editor?.remarks(on: $0) } ?? [], content: content)
  }

  private static func standing(of content: [UInt8], _ known: KnownItem) -> ReviewedItem.Standing {
    if known.inForce == content { return .same }
    if known.draft != nil { return .changesDraft }
    return known.inForce == nil ? .new : .changesItem
  }
}
