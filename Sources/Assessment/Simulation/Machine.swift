extension Simulation {
  /// All that decides what a tap does.
  struct State: Hashable, Sendable {
    let screen: Screen.ID
    let marks: Set<Mark>
  }

  /// One thing that a tap may do. Where it has field tests, what was typed decides whether it does.
  struct Move {
    let step: WayStep
    let fields: [FieldTest]
    let state: State
  }

  func shown(at state: State) -> [Element] {
    screen(state.screen)?.elements.filter { $0.condition.holds(state.marks) } ?? []
  }

  /// In the order in which they are tried. All that follow a move without field tests are out of reach, so it is the last.
  func moves(by element: Element, at state: State) -> [Move] {
    switch element.content {
    case .switch(let id, _, _, let mark):
      let turned = State(screen: state.screen, marks: state.marks.symmetricDifference([mark]))
      return [Move(step: WayStep(id), fields: [], state: turned)]
    case .tap(let tap): return moves(by: tap, at: state)
    default: return []
    }
  }

  private func moves(by tap: Tap, at state: State) -> [Move] {
    var moves: [Move] = []
    for (index, branch) in tap.branches.enumerated() where branch.condition.holds(state.marks) {
      var marks = state.marks
      for mark in branch.clears { marks.remove(mark) }
      for mark in branch.sets { marks.insert(mark) }
      let next = State(screen: branch.to ?? state.screen, marks: marks)
      let step = WayStep(tap.id, branch: tap.branches.count > 1 ? index + 1 : nil)
      moves.append(Move(step: step, fields: branch.fields, state: next))
      if branch.fields.isEmpty { break }
    }
    return moves
  }

  /// What being there after a tap ends: something forbidden before any goal, the first line that holds of each.
  func ending(at state: State) -> Walk.Ending? {
    if let index = forbidden.firstIndex(where: { holds($0.screen, $0.condition, at: state) }) {
      return .forbidden(index)
    }
    return goals.firstIndex { holds($0.screen, $0.condition, at: state) }.map { .goal($0) }
  }

  private func holds(_ screen: Screen.ID?, _ condition: Condition, at state: State) -> Bool {
    (screen == nil || screen == state.screen) && condition.holds(state.marks)
  }
}
