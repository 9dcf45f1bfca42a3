import Assessment
import Audio

/// What somebody reads out for one item: the question and each of its answers, line by line.
package struct VoiceSheet: Equatable, Sendable {
  /// The sheet with the greeting that a language's button speaks.
  package static let greeting = Item.ID("loi-chao")
  package static let greetingLine = "Xin chào"

  package let item: Item.ID
  package let competence: Competence.ID?
  package let lines: [String]

  package init(_ item: Item) {
    self.item = item.id
    competence = item.competence
    lines = item.voicedLines
  }

  init(greeting line: String) {
    item = Self.greeting
    competence = nil
    lines = [line]
  }

  package var keys: [LineKey] { lines.map { LineKey($0) } }
}

extension Item {
  /// Each once, in the order of the page.
  fileprivate var voicedLines: [String] {
    var lines = [stem.written] + parts.map(\.text.written)
    if case .simulated(let simulation) = task { lines += simulation.screens.map(\.name) }
    var seen: Set<LineKey> = []
    return lines.filter { !$0.isEmpty && seen.insert(LineKey($0)).inserted }
  }
}
