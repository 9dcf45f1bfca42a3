/// How far somebody has come in a simulated screen. It can be made again from its steps alone.
package struct Walk: Equatable, Sendable {
  package enum Ending: Hashable, Sendable {
    /// The place of the line in ``Simulation/goals``.
    case goal(Int)
    /// The place of the line in ``Simulation/forbidden``.
    case forbidden(Int)
    case limit
  }

  package let screen: Simulation.Screen.ID
  package let marks: Set<Simulation.Mark>
  package let steps: [WayStep]
  /// Nil while it goes on.
  package let ending: Ending?

  package var isOver: Bool { ending != nil }
  package var way: Way { Way(steps) }

  var state: Simulation.State { Simulation.State(screen: screen, marks: marks) }
}

extension Simulation {
  /// Before the first tap, when nothing can have ended yet.
  package var beginning: Walk {
    Walk(screen: start, marks: [], steps: [], ending: nil)
  }

  /// The elements to be seen now, from top to bottom; after the end those of the last screen.
  package func shown(in walk: Walk) -> [Element] {
    shown(at: walk.state)
  }

  /// The walk after a tap, and the step to be kept. Texts typed into fields that are not shown count for nothing.
  ///
  /// - Returns: nil where no such element is shown or the walk is over.
  package func tapped(
    _ id: Element.ID, typed: [Element.ID: String] = [:], in walk: Walk
  ) -> (walk: Walk, step: WayStep)? {
    let shown = shown(in: walk)
    let fields = shown.compactMap(\.fieldID)
    let read = typed.filter { fields.contains($0.key) }
    guard let move = moves(by: id, among: shown, in: walk).first(where: { $0.fields.allSatisfy { $0.holds(read) } })
    else { return nil }
    return (after(move, in: walk), move.step)
  }

  /// The walk that these steps make. What was typed is not known any more, so every branch is believed that some text
  /// could have led to.
  ///
  /// - Returns: nil where a step is not possible: the record is damaged, or belongs to another machine.
  package func walk(along way: [WayStep]) -> Walk? {
    var walk = beginning
    for step in way {
      let moves = moves(by: step.element, among: shown(in: walk), in: walk)
      guard let move = moves.first(where: { $0.step == step }) else { return nil }
      walk = after(move, in: walk)
    }
    return walk
  }

  /// In hundredths of an item; 0 while the walk goes on, after something forbidden and at the limit.
  package func credit(of walk: Walk) -> Int {
    guard case .goal(let index) = walk.ending, goals.indices.contains(index) else { return 0 }
    return goals[index].credit
  }

  private func moves(by id: Element.ID, among shown: [Element], in walk: Walk) -> [Move] {
    guard !walk.isOver, let element = shown.first(where: { $0.tapID == id }) else { return [] }
    return moves(by: element, at: walk.state)
  }

  private func after(_ move: Move, in walk: Walk) -> Walk {
    let steps = walk.steps + [move.step]
    return Walk(
      screen: move.state.screen, marks: move.state.marks, steps: steps,
      ending: ending(at: move.state) ?? (steps.count >= stepLimit ? .limit : nil))
  }
}
