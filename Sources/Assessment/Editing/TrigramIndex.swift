/// Which items share word trigrams, found by the trigrams and not pair by pair, so that ten thousand items take seconds.
struct TrigramIndex {
  struct Pair: Equatable {
    let one: Item.ID
    let other: Item.ID
    let percent: Int
  }

  /// A trigram that stands in more items is a turn of phrase, not a sign of one mould.
  private static let tooCommon = 40

  private let ids: [Item.ID]
  private let trigrams: [Set<String>]

  init(_ items: [Item]) {
    ids = items.map(\.id)
    trigrams = items.map { Self.trigrams(in: $0.ownWords.joined(separator: " ")) }
  }

  func pairs(sharing percent: Int) -> [Pair] {
    var holders: [String: [Int]] = [:]
    for (index, set) in trigrams.enumerated() {
      for trigram in set { holders[trigram, default: []].append(index) }
    }
    var shared: [[Int]: Int] = [:]
    for indexes in holders.values where (2...Self.tooCommon).contains(indexes.count) {
      for (place, one) in indexes.enumerated() {
        for other in indexes[(place + 1)...] { shared[[one, other], default: 0] += 1 }
      }
    }
    return shared.compactMap { pair, count -> (Int, Pair)? in
      let smaller = min(trigrams[pair[0]].count, trigrams[pair[1]].count)
      guard smaller > 0, count * 100 >= smaller * percent else { return nil }
      return (pair[0], Pair(one: ids[pair[0]], other: ids[pair[1]], percent: count * 100 / smaller))
    }.sorted { ($0.0, $0.1.other.text) < ($1.0, $1.1.other.text) }.map(\.1)
  }

  private static func trigrams(in text: String) -> Set<String> {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard words.count >= 3 else { return [] }
    return Set((0...words.count - 3).map { words[$0..<$0 + 3].joined(separator: " ") })
  }
}
