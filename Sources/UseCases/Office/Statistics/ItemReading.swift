import Assessment
import Measurement

/// One version of an item: with another key it is another item.
struct ItemKey: Hashable, Comparable {
  let id: Item.ID
  let version: Int

  static func < (one: ItemKey, other: ItemKey) -> Bool {
    (one.id, one.version) < (other.id, other.version)
  }
}

/// Answers as `Measurement` takes them: items and options by numbers, attempts by their place. Kept by column, so that
/// 50,000 forms of 30 items take some 15 MB.
struct ItemReading {
  /// What there is to know of an item before its answers are counted.
  struct Entry {
    let key: ItemKey
    let competence: Competence.ID
    /// The latest content of this version.
    let item: Item?
    let shape: ItemShape
  }

  private(set) var table: ResponseTable
  private(set) var entries: [Entry]
  private(set) var groups = ItemComparison.Groups()

  private let numbers: [Int64: Int]
  private let options: [[String: Int]]

  /// - Parameter wanted: nil lets all forms through.
  init(
    store: any Kiosk.Store, query: StatisticsQuery, wanted: ((ContentVersion) -> Bool)? = nil
  ) throws {
    let stored = try store.everyItem()
    let framework = try store.frameworkRowInForce()
    let latest = Dictionary(
      stored.map { (ItemKey(id: $0.id, version: $0.version), $0) }, uniquingKeysWith: { $0.row > $1.row ? $0 : $1 })
    let keys = latest.keys.sorted()
    let places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($0.element, $0.offset) })
    numbers = Dictionary(
      uniqueKeysWithValues: stored.map { ($0.row, places[ItemKey(id: $0.id, version: $0.version)] ?? 0) })
    entries = try keys.compactMap { key -> Entry? in
      guard let found = latest[key] else { return nil }
      let item = try framework.flatMap { try store.item(at: found.row, under: $0) }
      return Entry(key: key, competence: found.competence, item: item, shape: item?.shape ?? ItemShape())
    }
    options = entries.map { entry in
      let ids = entry.item?.countedOptions.map(\.id.text) ?? []
      return Dictionary(ids.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }
    table = ResponseTable(itemCount: entries.count)
    try fill(store, query, wanted)
  }

  private mutating func fill(
    _ store: any Kiosk.Store, _ query: StatisticsQuery, _ wanted: ((ContentVersion) -> Bool)?
  ) throws {
    let moments = query.period.moments
    let count = try store.scoredFormCount(of: query.audience, in: moments)
    var form: [ScoredResponse] = []
    try store.eachScoredForm(of: query.audience, in: moments) { scored in
      guard wanted?(scored.content) ?? true else { return }
      if table.attemptCount == 0 { table.reserve(responses: count * scored.answers.count) }
      form.removeAll(keepingCapacity: true)
      for answer in scored.answers { form.append(response(answer)) }
      try table.append(form)
      groups.add(scored)
    }
  }

  private func response(_ answer: ScoredForm.Answer) -> ScoredResponse {
    let number = numbers[answer.row] ?? 0
    return ScoredResponse(
      item: number, credit: answer.credit, choice: choice(answer, of: number),
      milliseconds: answer.spent > 0 ? answer.spent : nil)
  }

  /// What was answered whole and is not there any more was erased, not left out.
  private func choice(_ answer: ScoredForm.Answer, of number: Int) -> ScoredResponse.Choice {
    guard let response = answer.response else { return answer.isWhole ? .other : .omitted }
    return options[number][response].map(ScoredResponse.Choice.option) ?? .other
  }
}

extension Item {
  /// Options of which exactly one is chosen, so that each can be counted.
  package var countedOptions: [Option] {
    switch task {
    case .single(let task): task.options
    case .point(let task): task.regions.map(\.part)
    case .several, .truths, .order, .match, .short, .simulated: []
    }
  }

  package var countedKey: Option.ID? {
    switch task {
    case .single(let task): task.key.first
    case .point(let task): task.key.first
    case .several, .truths, .order, .match, .short, .simulated: nil
    }
  }

  var shape: ItemShape {
    let options = countedOptions
    return ItemShape(options: options.count, key: countedKey.flatMap { key in options.firstIndex { $0.id == key } })
  }
}

extension ContentStore {
  func frameworkRowInForce() throws -> Int64? {
    try audiences().first.flatMap { try currentVersion(for: $0.id)?.framework }
  }
}
