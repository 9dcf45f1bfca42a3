import Assessment

/// An item as a foreign format tells it, before anybody asks whether it is whole: every member may be missing.
struct LooseItem {
  var id = ""
  var version: Int?
  var competence: String?
  var audiences: [String] = []
  var use: String?
  var difficulty: Int?
  var difficultyReason = ""
  var cluster: String?
  var retirement: (date: String, reason: String)?
  var stem = ""
  var ear = ""
  var rationale = ""
  /// A date without a text, or none of both, is a principle where ``isPrinciple`` says so.
  var source: (text: String, date: String)?
  var isPrinciple = false
  var reading = ""
  var task = LooseTask.other(.single)
}

/// A part that can be answered, and what it is worth.
struct LoosePart {
  var id = ""
  var text = ""
  var ear = ""
  var meaning = ""
  /// Right; of a statement, true.
  var isKey = false
  /// Hundredths of an item.
  var credit: Int?

  init(id: String = "", text: String, ear: String = "", meaning: String = "", isKey: Bool = false, credit: Int? = nil) {
    (self.id, self.text, self.ear, self.meaning, self.isKey, self.credit) = (id, text, ear, meaning, isKey, credit)
  }
}

enum LooseTask {
  case single([LoosePart])
  case several([LoosePart], scale: [Int]?)
  case truths([LoosePart], scale: [Int]?)
  /// In the right order.
  case order([LoosePart], scale: [Int]?)
  /// Each left one with the place of the right one it belongs to.
  case match(left: [(part: LoosePart, match: Int)], right: [LoosePart], scale: [Int]?)
  case short(isNumber: Bool, unit: String, accepts: [LoosePart], mistakes: [LoosePart])
  /// The members of a picture and its regions as the bank's own files have them.
  case point(picture: JSON, regions: [(part: LoosePart, box: [Int])])
  /// A kind whose parts stand in this product's own notes.
  case other(Item.Kind)

  var kind: Item.Kind {
    switch self {
    case .single: .single
    case .several: .several
    case .truths: .truths
    case .order: .order
    case .match: .match
    case .short: .short
    case .point: .point
    case .other(let kind): kind
    }
  }
}

extension LooseItem {
  /// In the words of ItemBankFile; what is not known is not there.
  var content: JSON {
    var members = Members()
    members.set("id", text: id)
    members.set("version", version.map { JSON($0) })
    members.set("type", text: task.kind.rawValue)
    members.set("competence", text: competence ?? "")
    members.set("audiences", audiences.isEmpty ? nil : JSON(audiences.map { JSON($0) }))
    members.set("use", text: use ?? "")
    members.set("difficulty", difficulty.map { JSON($0) })
    members.set("difficultyReason", text: difficultyReason)
    members.set("cluster", text: cluster ?? "")
    members.set("retired", retirement.map { .object(["date": JSON($0.date), "reason": JSON($0.reason)]) })
    members.set("stem", text: stem)
    members.set("ear", text: ear)
    members.set("rationale", text: rationale)
    members.set("source", sourceContent)
    members.set("reading", text: reading)
    task.fill(&members)
    return members.json
  }

  private var sourceContent: JSON? {
    if isPrinciple { return .object(["kind": "principle"]) }
    return source.map { .object(["kind": "fact", "text": JSON($0.text), "date": JSON($0.date)]) }
  }
}

/// The members of an object that is being made; empty texts are left out.
struct Members {
  private var members: [JSON.Member] = []

  mutating func set(_ name: String, _ value: JSON?) {
    guard let value else { return }
    members.append(JSON.Member(name: name, value: value))
  }

  mutating func set(_ name: String, text: String) {
    if !text.isEmpty { set(name, JSON(text)) }
  }

  var json: JSON { JSON(.object(members)) }
}
