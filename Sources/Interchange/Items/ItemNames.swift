import Assessment

/// Gives the items of one file their ids: those of the file where they can be ids of ours, else ones made of its words, each
/// once.
struct ItemNames {
  private var taken: Set<String> = []

  /// - Parameters:
  ///   - given: what the file calls the item so that it can be found again.
  ///   - words: its title, or its stem where it has none.
  mutating func name(given: String?, words: String) -> (id: String, isNamed: Bool) {
    if let given, Item.ID.isWellFormed(given), given.count >= 3 {
      taken.insert(given)
      return (given, true)
    }
    let made = Self.made(of: given.flatMap { $0.isEmpty ? nil : $0 } ?? words)
    var id = made
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(made)-\(number)"
      number += 1
    }
    return (id, false)
  }

  /// Whole words up to 32 characters, so that a number fits behind them.
  private static func made(of words: String) -> String {
    var id = ""
    for word in Spelling.folded(words).split(separator: " ") {
      let ascii = word.filter { $0.isASCII }
      if ascii.isEmpty { continue }
      guard id.utf8.count + ascii.utf8.count < 32 else { break }
      id += id.isEmpty ? ascii : "-" + ascii
    }
    return id.count >= 3 ? id : "cau-" + String(PartIDs.hash(words), radix: 36)
  }
}

/// Words beside an item, as tags of Moodle and keywords of packages, that say what our formats have members for:
/// `competence:ID`, `audience:ID`, `use:tested`, `difficulty:3`, `cluster:ID`, `version:2`.
enum Labels {
  /// Words that are none of these come back.
  static func read(_ words: [String], into item: inout LooseItem) -> [String] {
    words.filter { word in
      let parts = word.split(separator: ":", maxSplits: 1).map { PlainText.tidy(String($0)) }
      guard parts.count == 2 else { return true }
      switch parts[0].lowercased() {
      case "competence": item.competence = parts[1]
      case "audience": item.audiences.append(parts[1])
      case "use": item.use = parts[1]
      case "difficulty":
        guard let number = Int(parts[1]) else { return true }
        item.difficulty = number
      case "cluster": item.cluster = parts[1]
      case "version":
        guard let number = Int(parts[1]) else { return true }
        item.version = number
      default: return true
      }
      return false
    }
  }

  static func of(_ item: Item) -> [String] {
    var words = ["competence:\(item.competence)"] + item.audiences.map { "audience:\($0)" }
    words += ["use:\(item.use.rawValue)", "difficulty:\(item.difficulty)"]
    if let cluster = item.cluster { words.append("cluster:\(cluster)") }
    if item.version > 1 { words.append("version:\(item.version)") }
    return words
  }
}
