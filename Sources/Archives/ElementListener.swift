import Interchange

/// Builds the elements that stand at one level of a document, one after the other, so that a file of thousands of questions is
/// never in memory as a tree.
package final class ElementListener: XMLListener {
  /// What one such element may hold, in bytes of text and attributes.
  package static let mostBytes = 4 << 20

  private let level: Int
  private let each: (XMLElement) throws(Finding) -> Void
  private let root: (XMLElement) throws(Finding) -> Void
  private var open: [XMLElement] = []
  /// Elements above the level.
  private var outer = 0
  private var bytes = 0
  private var waiting = ""

  /// - Parameters:
  ///   - level: 1 for the root itself, 2 for what stands in it.
  ///   - root: is shown the root without its content as soon as it begins.
  package init(
    level: Int, root: @escaping (XMLElement) throws(Finding) -> Void,
    each: @escaping (XMLElement) throws(Finding) -> Void
  ) {
    (self.level, self.root, self.each) = (level, root, each)
  }

  package func began(_ name: String, _ attributes: [XMLAttribute], line: Int) throws(Finding) {
    let element = XMLElement(name, attributes, line: line)
    if open.isEmpty, outer == 0 { try root(element) }
    if open.isEmpty, outer < level - 1 {
      outer += 1
      return
    }
    flush()
    open.append(element)
    try count(name.utf8.count + attributes.reduce(0) { $0 + $1.value.utf8.count })
  }

  package func ended(_ name: String) throws(Finding) {
    guard !open.isEmpty else {
      outer -= 1
      return
    }
    flush()
    let element = open.removeLast()
    if open.isEmpty {
      bytes = 0
      try each(element)
    } else {
      open[open.count - 1].nodes.append(.element(element))
    }
  }

  package func text(_ text: String) throws(Finding) {
    // Files that are packed into an element are refused by their name; their content need not be kept.
    guard let last = open.last, last.name != "file" else { return }
    try count(text.utf8.count)
    waiting += text
  }

  package func instruction(_ target: String, _ content: String, line: Int) throws(Finding) {
    guard !open.isEmpty else { return }
    flush()
    try count(content.utf8.count)
    open[open.count - 1].nodes.append(.instruction(target: target, content: content))
  }

  private func flush() {
    guard !waiting.isEmpty, !open.isEmpty else { return }
    open[open.count - 1].nodes.append(.text(Composition.composed(waiting)))
    waiting = ""
  }

  private func count(_ more: Int) throws(Finding) {
    bytes += more
    guard bytes <= Self.mostBytes else { throw Finding(.textTooLong, [String(Self.mostBytes)]) }
  }
}
