import Assessment

extension JSON {
  package var string: String? {
    if case .text(let text) = value { text } else { nil }
  }

  package var integer: Int? {
    if case .integer(let number) = value { number } else { nil }
  }

  package var list: [JSON]? {
    if case .list(let elements) = value { elements } else { nil }
  }

  /// Nil where one of them is no text.
  package var texts: [String]? {
    guard let list else { return nil }
    let texts = list.compactMap(\.string)
    return texts.count == list.count ? texts : nil
  }

  package var members: [Member] {
    if case .object(let members) = value { members } else { [] }
  }
}
