import Assessment

/// What sample people send for an item, page by page: rightly, or wrongly in a way that its data foresee.
struct SampleAnswers {
  /// Looking for ways through a simulated app takes milliseconds, and thousands of sample people take the same ones.
  private var ways: [Item.ID: (right: [SolutionStep], wrong: [SolutionStep])] = [:]

  mutating func pages(for item: Item, isRight: Bool, dice: inout SeededDice) -> [Submission] {
    switch item.task {
    case .single(let task):
      return [Submission(option: isRight ? task.key.first?.text : any(of: task.options, but: task.key, dice: &dice))]
    case .point(let task):
      let parts = task.regions.map(\.part)
      return [Submission(option: isRight ? task.key.first?.text : any(of: parts, but: task.key, dice: &dice))]
    case .several(let task):
      let wrong = task.options.map(\.id).filter { !task.key.contains($0) }
      return [Submission(picks: (isRight ? task.key : wrong).map(\.text))]
    case .truths(let task):
      return [
        Submission(
          judgements: Dictionary(
            task.statements.map { ($0.part.id.text, $0.isTrue == isRight) }, uniquingKeysWith: { first, _ in first }))
      ]
    case .match(let task): return [Submission(matches: pairs(task, isRight: isRight))]
    case .short(let task):
      let right = task.accepts.first { $0.credit == 100 }?.text
      return [Submission(typed: isRight ? right : task.mistakes.first?.text ?? "0")]
    case .order(let task):
      let ids = isRight ? task.steps.map(\.id) : task.steps.map(\.id).reversed()
      return ids.map { Submission(tap: $0.text) }
    case .simulated(let task): return walk(item.id, task, isRight: isRight)
    }
  }

  private func any(of parts: [Item.Option], but key: [Item.Option.ID], dice: inout SeededDice) -> String? {
    let wrong = parts.filter { !key.contains($0.id) }
    return wrong.isEmpty ? nil : wrong[dice.below(wrong.count)].id.text
  }

  /// Wrongly: everything one line further down.
  private func pairs(_ task: MatchTask, isRight: Bool) -> [String: String] {
    let right = task.left.map(\.match.text)
    let chosen = isRight ? right : Array(right.dropFirst() + right.prefix(1))
    return Dictionary(zip(task.left.map(\.part.id.text), chosen), uniquingKeysWith: { first, _ in first })
  }

  private mutating func walk(_ id: Item.ID, _ task: Simulation, isRight: Bool) -> [Submission] {
    let known = ways[id] ?? (SimulationSurvey.solution(of: task) ?? [], SimulationSurvey.failure(of: task) ?? [])
    ways[id] = known
    return (isRight ? known.right : known.wrong).map { step in
      Submission(
        tap: step.step.element.text,
        fields: Dictionary(step.typed.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first }))
    }
  }
}
