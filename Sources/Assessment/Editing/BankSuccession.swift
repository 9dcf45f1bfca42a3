/// Whether a bank may follow the one in force. What people were tested with stays to be found: items are retired, not
/// deleted, and one whose key changed says so by its version.
package struct BankSuccession {
  private let before: [Item]
  private let after: [Item]

  package init(from before: [Item], to after: ItemBank) {
    self.init(from: before, to: after.entries.map(\.item))
  }

  package init(from before: [Item], to after: [Item]) {
    self.before = before
    self.after = after
  }

  package var problems: [ContentProblem] {
    let items = Dictionary(after.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return before.sorted { $0.id < $1.id }.compactMap { old in
      guard let new = items[old.id] else {
        return problem(old, "was in the bank before and is gone; give it \"retired\" instead")
      }
      if new.version < old.version {
        return problem(old, "has version \(new.version), before it had \(old.version)")
      }
      if new.version == old.version, new.task.scoring != old.task.scoring {
        return problem(old, "what counts as right changed; raise \"version\" from \(old.version) to \(old.version + 1)")
      }
      if old.retirement != nil, new.retirement == nil {
        return problem(old, "was retired and comes back; write it anew under another id")
      }
      return nil
    }
  }

  private func problem(_ item: Item, _ text: String) -> ContentProblem {
    ContentProblem(file: "items", line: 0, subject: "item \"\(item.id)\"", text: text)
  }
}

extension Item.Task {
  /// All of a task that decides what a response is worth, without its texts.
  var scoring: String {
    switch self {
    case .single(let task):
      "single \(task.key.sorted()) \(task.partial.sorted { $0.key < $1.key }.map { "\($0):\($1)" })"
    case .several(let task): "several \(task.key.sorted()) \(task.options.count) \(task.scale.steps)"
    case .truths(let task): "truths \(task.statements.map { "\($0.part.id)\($0.isTrue)" }.sorted()) \(task.scale.steps)"
    case .order(let task): "order \(task.steps.map(\.id)) \(task.scale.steps)"
    case .match(let task): "match \(task.left.map { "\($0.part.id):\($0.match)" }.sorted()) \(task.scale.steps)"
    case .short(let task): "short \(task.accepts.map { "\(Spelling.folded($0.text)):\($0.credit)" }.sorted())"
    case .point(let task): "point \(task.key.sorted())"
    case .simulated(let task): "simulated \(task.scoring)"
    }
  }
}

extension Simulation {
  fileprivate var scoring: String {
    let goals = goals.map { "\($0.screen?.text ?? "*") \($0.condition.scoring) \($0.credit)" }
    let forbidden = forbidden.map { "\($0.screen?.text ?? "*") \($0.condition.scoring)" }
    let taps = screens.flatMap { screen in
      screen.elements.compactMap { element -> String? in
        switch element.content {
        case .tap(let tap):
          "\(screen.id) \(tap.id) \(element.condition.scoring) \(tap.branches.map(\.scoring))"
        case .switch(let id, _, _, let mark): "\(screen.id) \(id) \(element.condition.scoring) \(mark)"
        default: nil
        }
      }
    }
    return "\(start) \(stepLimit) \(goals) \(forbidden) \(taps)"
  }
}

extension Simulation.Condition {
  fileprivate var scoring: String { "+\(has.sorted())-\(lacks.sorted())" }
}

extension Simulation.Branch {
  fileprivate var scoring: String {
    "\(fields) \(condition.scoring) \(to?.text ?? "*") \(sets.sorted()) \(clears.sorted())"
  }
}
