/// What a candidate answered to one item.
package enum Response: Equatable, Sendable {
  /// Sorted by id.
  case chosen([Item.Option.ID])
  case judged([Item.Option.ID: Bool])
  case ordered([Item.Option.ID])
  /// Left to right.
  case matched([Item.Option.ID: Item.Option.ID])
  case typed(String)
  case walked(Way)
}

/// The text form in which responses are stored, exported and hashed; see ResponseText in the documentation.
extension Response {
  package var text: String {
    switch self {
    case .chosen(let ids), .ordered(let ids): ids.map(\.text).joined(separator: " ")
    case .judged(let judgements):
      judgements.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value ? "+" : "-")" }.joined(separator: " ")
    case .matched(let pairs):
      pairs.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: " ")
    case .typed(let text): "=" + text
    case .walked(let way): way.text
    }
  }

  /// Nil where the text is no response of that kind: damage, since nothing else is ever written.
  package init?(_ text: String, kind: Item.Kind) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    switch kind {
    case .single, .several, .point:
      guard let ids = Self.ids(words), ids == ids.sorted() else { return nil }
      self = .chosen(ids)
    case .order:
      guard let ids = Self.ids(words) else { return nil }
      self = .ordered(ids)
    case .truths:
      guard let judgements = Self.judgements(words) else { return nil }
      self = .judged(judgements)
    case .match:
      guard let pairs = Self.pairs(words) else { return nil }
      self = .matched(pairs)
    case .short:
      guard text.hasPrefix("="), text.count > 1 else { return nil }
      self = .typed(String(text.dropFirst()))
    case .simulated:
      guard let way = Way(text) else { return nil }
      self = .walked(way)
    }
  }

  private static func ids(_ words: [String]) -> [Item.Option.ID]? {
    guard words.allSatisfy(Item.Option.ID.isWellFormed), Set(words).count == words.count else { return nil }
    return words.map { Item.Option.ID($0) }
  }

  private static func judgements(_ words: [String]) -> [Item.Option.ID: Bool]? {
    var judgements: [Item.Option.ID: Bool] = [:]
    for word in words {
      let id = String(word.dropLast())
      guard let sign = word.last, sign == "+" || sign == "-", Item.Option.ID.isWellFormed(id) else { return nil }
      guard judgements.updateValue(sign == "+", forKey: Item.Option.ID(id)) == nil else { return nil }
    }
    return judgements
  }

  private static func pairs(_ words: [String]) -> [Item.Option.ID: Item.Option.ID]? {
    var pairs: [Item.Option.ID: Item.Option.ID] = [:]
    for word in words {
      let sides = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2, sides.allSatisfy(Item.Option.ID.isWellFormed) else { return nil }
      guard pairs.updateValue(Item.Option.ID(sides[1]), forKey: Item.Option.ID(sides[0])) == nil else { return nil }
    }
    return pairs
  }
}
