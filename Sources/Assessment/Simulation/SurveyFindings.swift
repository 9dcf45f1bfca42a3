extension SimulationSurvey {
  /// Why nobody may be put before this machine.
  package enum Fault: Equatable, Sendable {
    case tooManyStates
    case unreachableScreen(Simulation.Screen.ID)
    /// The place of the line in ``Simulation/goals``.
    case unreachableGoal(Int)
    /// Neither a goal nor anything forbidden can be reached any more; the first such state of a screen.
    case deadEnd(Simulation.Screen.ID, marks: [Simulation.Mark], way: Way)
    /// A goal with 100 that is so many taps away, with fewer allowed.
    case goalTooFar(Int, taps: Int)
    /// Fewer steps than one and a half times the shortest way.
    case tooFewSteps(shortest: Int)
  }

  package var faults: [Fault] {
    if isTooLarge { return [.tooManyStates] }
    let screens = simulation.screens.map(\.id).filter { !screensSeen.contains($0) }
    let goals = simulation.goals.indices.filter { waysToEndings[.goal($0)] == nil }
    return screens.map { .unreachableScreen($0) } + goals.map { .unreachableGoal($0) } + deadEnds + distances
  }

  private var deadEnds: [Fault] {
    var told: Set<Simulation.Screen.ID> = []
    var faults: [Fault] = []
    for (place, hasWayOut) in hasWayOut.enumerated() where !hasWayOut {
      let state = states[place]
      guard told.insert(state.screen).inserted else { continue }
      faults.append(.deadEnd(state.screen, marks: state.marks.sorted(), way: Way(way(to: place).map(\.step))))
    }
    return faults
  }

  /// By place of the state: goes back from the states next to an ending.
  private var hasWayOut: [Bool] {
    var backward: [[Int]] = states.map { _ in [] }
    for (from, leads) in onward.enumerated() {
      for lead in leads { backward[lead.to].append(from) }
    }
    var hasWayOut = isNextToEnding
    var waiting = hasWayOut.indices.filter { hasWayOut[$0] }
    while let place = waiting.popLast() {
      for from in backward[place] where !hasWayOut[from] {
        hasWayOut[from] = true
        waiting.append(from)
      }
    }
    return hasWayOut
  }

  private var distances: [Fault] {
    let whole = simulation.goals.indices.filter { simulation.goals[$0].credit == 100 }
    let taps = whole.compactMap { index in waysToEndings[.goal(index)].map { (index, $0.count) } }
    let far = taps.filter { $0.1 > simulation.stepLimit }
    if !far.isEmpty { return far.map { .goalTooFar($0.0, taps: $0.1) } }
    guard let shortest = taps.map(\.1).min(), simulation.stepLimit * 2 < shortest * 3 else { return [] }
    return [.tooFewSteps(shortest: shortest)]
  }

  /// Whether somebody can do what must never happen with the first tap.
  package var isForbiddenWithinOneTap: Bool {
    waysToEndings.contains { ending, way in
      if case .forbidden = ending { way.count == 1 } else { false }
    }
  }
}

extension SimulationSurvey {
  /// The shortest way to a goal with 100; nil where there is none within the limit of steps.
  package var solution: [SolutionStep]? {
    shortest { ending in
      guard case .goal(let index) = ending else { return false }
      return simulation.goals[index].credit == 100
    }
  }

  /// The shortest way to something forbidden, else a way that ends at the limit of steps; nil where there is neither.
  package var failure: [SolutionStep]? {
    shortest { if case .forbidden = $0 { true } else { false } } ?? wayToLimit
  }

  package static func solution(of simulation: Simulation) -> [SolutionStep]? {
    SimulationSurvey(simulation).solution
  }

  package static func failure(of simulation: Simulation) -> [SolutionStep]? {
    SimulationSurvey(simulation).failure
  }

  /// Equally short ways come in the order of their text, so that the choice is always the same one.
  private func shortest(where fits: (Walk.Ending) -> Bool) -> [SolutionStep]? {
    waysToEndings.filter { fits($0.key) && $0.value.count <= simulation.stepLimit }.values.min { one, other in
      (one.count, Way(one.map(\.step)).text) < (other.count, Way(other.map(\.step)).text)
    }
  }

  private var wayToLimit: [SolutionStep]? {
    // No loops over a limit or a survey that a content file cannot have.
    guard !isTooLarge, simulation.stepLimit <= Way.mostSteps else { return nil }
    var lasting = [states.map { _ in true }]
    for taps in 0..<max(simulation.stepLimit, 0) {
      lasting.append(onward.map { leads in leads.contains { lasting[taps][$0.to] } })
    }
    var place = 0
    var way: [SolutionStep] = []
    for left in lasting.indices.dropLast().reversed() {
      guard let lead = onward[place].first(where: { lasting[left][$0.to] }) else { return nil }
      way.append(lead.step)
      place = lead.to
    }
    return way
  }
}

extension Simulation {
  /// Whether a goal with 100 is reached by tapping all there is from top to bottom, without typing and without reading.
  package var isReachedInOrder: Bool {
    var walk = beginning
    var done: [Screen.ID: Set<Element.ID>] = [:]
    while !walk.isOver {
      guard let id = nextInOrder(walk, done: done[walk.screen] ?? []), let tapped = tapped(id, in: walk) else {
        return false
      }
      done[walk.screen, default: []].insert(id)
      walk = tapped.walk
    }
    return credit(of: walk) == 100
  }

  /// What was not tapped yet; when all was, the last that leaves the screen.
  private func nextInOrder(_ walk: Walk, done: Set<Element.ID>) -> Element.ID? {
    let ids = shown(in: walk).compactMap(\.tapID)
    let leaving = ids.last { tapped($0, in: walk).map { $0.walk.screen != walk.screen } ?? false }
    return ids.first { !done.contains($0) } ?? leaving ?? ids.last
  }
}

extension SimulationSurvey {
  /// How each screen is first come to, by a shortest way: for previews that show every screen once.
  package var firstWalks: [Walk] {
    var met: Set<Simulation.Screen.ID> = []
    var walks: [Walk] = []
    let ways = states.indices.map { way(to: $0) } + waysToEndings.values.sorted { $0.count < $1.count }
    for way in ways {
      guard let walk = simulation.walk(along: way.map(\.step)), met.insert(walk.screen).inserted else { continue }
      walks.append(walk)
    }
    return simulation.screens.compactMap { screen in walks.first { $0.screen == screen.id } }
  }

  /// Walks that together meet every element of every screen that can be met, in the order in which they are come to.
  package var looks: [Walk] {
    var met: [Simulation.Screen.ID: Set<Int>] = [:]
    var walks: [Walk] = []
    let ways = states.indices.map { way(to: $0) } + waysToEndings.values.sorted { $0.count < $1.count }
    for way in ways {
      guard let walk = simulation.walk(along: way.map(\.step)), let screen = simulation.screen(walk.screen)
      else { continue }
      let shown = screen.elements.indices.filter { screen.elements[$0].condition.holds(walk.marks) }
      let isNew = met[walk.screen].map { !$0.isSuperset(of: shown) } ?? true
      if isNew { walks.append(walk) }
      met[walk.screen, default: []].formUnion(shown)
    }
    return walks
  }
}
