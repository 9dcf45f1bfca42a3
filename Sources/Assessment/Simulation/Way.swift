/// One tap of a way: what was tapped and, where `goes` is a list of several branches, which of them was taken.
package struct WayStep: Hashable, Sendable {
  package let element: Simulation.Element.ID
  /// From 1, as it is written; nil where there is nothing to choose from: one branch, or a switch.
  package let branch: Int?

  package init(_ element: Simulation.Element.ID, branch: Int? = nil) {
    self.element = element
    self.branch = branch
  }

  package var text: String {
    branch.map { "\(element)/\($0)" } ?? element.text
  }
}

/// The taps of one person in one simulated screen, one after the other: all that is kept of it.
///
/// Written as `a b/2 c`: single spaces between steps, the branch after a slash, without leading zeros. A way without
/// taps is the empty text.
package struct Way: Equatable, Sendable {
  package static let mostSteps = 40
  package static let mostBranches = 99

  package let steps: [WayStep]

  package init(_ steps: [WayStep]) {
    self.steps = steps
  }

  /// Nil where the text is not exactly what ``text`` writes.
  package init?(_ text: String) {
    // 40 of the id, "/99" and a space for each step: anything longer is refused before it is taken apart.
    guard text.utf8.count <= Self.mostSteps * 44 else { return nil }
    guard !text.isEmpty else {
      steps = []
      return
    }
    var steps: [WayStep] = []
    for word in text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) {
      guard steps.count < Self.mostSteps, let step = Self.step(word) else { return nil }
      steps.append(step)
    }
    self.steps = steps
  }

  package var text: String {
    steps.map(\.text).joined(separator: " ")
  }

  private static func step(_ word: Substring.UTF8View) -> WayStep? {
    let parts = word.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { String($0) ?? "" }
    guard let id = parts.first, Simulation.Element.ID.isWellFormed(id) else { return nil }
    if parts.count == 1 { return WayStep(Simulation.Element.ID(id)) }
    guard parts.count == 2, let branch = Int(parts[1]), (1...mostBranches).contains(branch), String(branch) == parts[1]
    else { return nil }
    return WayStep(Simulation.Element.ID(id), branch: branch)
  }
}
