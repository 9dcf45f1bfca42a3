/// A tap of an example way, with what must be typed before it.
package struct SolutionStep: Equatable, Sendable {
  package let step: WayStep
  package let typed: [Simulation.Element.ID: String]
}

/// Every state that a simulated screen can come to, breadth first, so that the first way found to anything is a shortest
/// one. A branch with field tests may be taken where there is a text that leads to it.
package struct SimulationSurvey {
  package static let mostStates = 20_000

  struct Choice {
    let step: SolutionStep
    let state: Simulation.State
    let ending: Walk.Ending?
  }

  let simulation: Simulation
  private(set) var states: [Simulation.State] = []
  private(set) var isTooLarge = false
  /// For each state those of its choices that do not end the walk, and where they lead.
  private(set) var onward: [[(to: Int, step: SolutionStep)]] = []
  /// Whether a choice of that state reaches a goal or something forbidden.
  private(set) var isNextToEnding: [Bool] = []
  private(set) var screensSeen: Set<Simulation.Screen.ID>
  private(set) var waysToEndings: [Walk.Ending: [SolutionStep]] = [:]

  private var places: [Simulation.State: Int] = [:]
  /// How each state was first reached; nil at the start.
  private var arrivals: [(from: Int, step: SolutionStep)?] = []
  private var examples: [ExampleKey: [TypedExamples.Typed?]] = [:]

  private struct ExampleKey: Hashable {
    let screen: Simulation.Screen.ID
    let steps: [WayStep]
    let fields: Set<Simulation.Element.ID>
  }

  package init(_ simulation: Simulation) {
    self.simulation = simulation
    screensSeen = [simulation.start]
    let start = simulation.beginning.state
    add(start, arrival: nil)
    var next = 0
    while next < states.count, !isTooLarge {
      expand(next)
      next += 1
    }
  }

  /// The shortest way to a state, from the start.
  func way(to place: Int) -> [SolutionStep] {
    var steps: [SolutionStep] = []
    var place = place
    while let arrival = arrivals[place] {
      steps.append(arrival.step)
      place = arrival.from
    }
    return steps.reversed()
  }

  private mutating func expand(_ place: Int) {
    var leads: [(to: Int, step: SolutionStep)] = []
    var ends = false
    for choice in choices(at: states[place]) {
      screensSeen.insert(choice.state.screen)
      if let ending = choice.ending {
        ends = true
        if waysToEndings[ending] == nil { waysToEndings[ending] = way(to: place) + [choice.step] }
      } else {
        let to = places[choice.state] ?? add(choice.state, arrival: (place, choice.step))
        leads.append((to, choice.step))
      }
    }
    onward.append(leads)
    isNextToEnding.append(ends)
  }

  @discardableResult
  private mutating func add(_ state: Simulation.State, arrival: (from: Int, step: SolutionStep)?) -> Int {
    let place = states.count
    places[state] = place
    states.append(state)
    arrivals.append(arrival)
    if states.count > Self.mostStates { isTooLarge = true }
    return place
  }

  private mutating func choices(at state: Simulation.State) -> [Choice] {
    let shown = simulation.shown(at: state)
    let fields = Set(shown.compactMap { $0.fieldID })
    var choices: [Choice] = []
    for element in shown {
      let moves = simulation.moves(by: element, at: state)
      for (move, typed) in zip(moves, typed(for: moves, at: state.screen, fields: fields)) {
        guard let typed else { continue }
        choices.append(
          Choice(
            step: SolutionStep(step: move.step, typed: typed), state: move.state,
            ending: simulation.ending(at: move.state)))
      }
    }
    return choices
  }

  private mutating func typed(
    for moves: [Simulation.Move], at screen: Simulation.Screen.ID, fields: Set<Simulation.Element.ID>
  ) -> [TypedExamples.Typed?] {
    if moves.allSatisfy({ $0.fields.isEmpty }) { return moves.map { _ in [:] } }
    let key = ExampleKey(screen: screen, steps: moves.map(\.step), fields: fields)
    if let known = examples[key] { return known }
    let found = TypedExamples.find(for: moves, fields: fields)
    examples[key] = found
    return found
  }
}
