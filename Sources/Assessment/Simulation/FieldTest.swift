extension Simulation.FieldTest {
  package var field: Simulation.Element.ID {
    switch self {
    case .isOne(let field, _), .isEmpty(let field), .isStrong(let field, _, _): field
    }
  }

  /// A field without text is an empty one.
  func holds(_ typed: [Simulation.Element.ID: String]) -> Bool {
    let text = typed[field] ?? ""
    switch self {
    case .isOne(_, let expected): return expected.contains { Spelling.matches(text, $0) }
    case .isEmpty: return text.allSatisfy(\.isWhitespace)
    case .isStrong(_, let least, let without): return Self.isStrong(text, least: least, without: without)
    }
  }

  /// A space is neither a letter nor a digit or sign.
  private static func isStrong(_ text: String, least: Int, without: [String]) -> Bool {
    text.count >= least && text.contains(where: \.isLetter)
      && text.contains { !$0.isLetter && !$0.isWhitespace }
      && !without.contains { hides($0, in: text) }
  }

  /// "LÊ Tư" is found in "letu-1956" too: somebody who guesses tries all spellings.
  private static func hides(_ part: String, in text: String) -> Bool {
    let (sought, found) = (joined(part), joined(text))
    return sought.isEmpty ? contains(text, part) : contains(found, sought)
  }

  private static func joined(_ text: String) -> String {
    Spelling.folded(text).filter { $0 != " " }
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let (bytes, sought) = (Array(text.utf8), Array(part.utf8))
    guard !sought.isEmpty, sought.count <= bytes.count else { return false }
    return (0...bytes.count - sought.count).contains { bytes[$0...].starts(with: sought) }
  }
}
