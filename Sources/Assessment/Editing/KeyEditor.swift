/// What gives keys away over a whole bank.
struct KeyEditor {
  /// Fewer items of a use tell nothing.
  private static let fewest = 10

  private let items: [Item]
  private let rules: EditorialRules

  init(_ items: [Item], rules: EditorialRules) {
    self.items = items
    self.rules = rules
  }

  var remarks: [BankEditor.Remark] {
    Item.Use.allCases.flatMap { use in
      remarks(use, items.filter { $0.use == use && $0.kind == .single })
    }
  }

  /// The length of the key and of the longest other option, in characters; nil for items without one key among options.
  static func lengths(of item: Item) -> (key: Int, other: Int)? {
    guard case .single(let task) = item.task, let id = task.key.first, let key = task.option(id) else { return nil }
    let others = task.options.filter { $0.id != id }.map(\.text.written.count)
    return others.max().map { (key.text.written.count, $0) }
  }

  private func remarks(_ use: Item.Use, _ items: [Item]) -> [BankEditor.Remark] {
    guard items.count >= Self.fewest else { return [] }
    let subject = "use \"\(use.rawValue)\""
    var remarks: [BankEditor.Remark] = []
    let longest = items.filter { item in Self.lengths(of: item).map { $0.key > $0.other } ?? false }.count
    if longest * 100 > items.count * rules.keyLongestPercent {
      remarks.append(
        BankEditor.Remark(
          subject: subject, competence: nil, rule: .keyLongest,
          text: "the key is the longest option in \(longest) of \(items.count) items"))
    }
    var places: [Int: Int] = [:]
    for item in items {
      if case .single(let task) = item.task, let place = task.options.firstIndex(where: { $0.id == task.key.first }) {
        places[place, default: 0] += 1
      }
    }
    for (place, count) in places.sorted(by: { $0.key < $1.key })
    where count * 100 > items.count * rules.keyPlacePercent {
      remarks.append(
        BankEditor.Remark(
          subject: subject, competence: nil, rule: .keyPlace,
          text: "the key stands in place \(place + 1) in \(count) of \(items.count) items"))
    }
    return remarks
  }
}
