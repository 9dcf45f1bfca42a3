extension Item {
  /// What a person does to answer.
  package enum Kind: String, Sendable, CaseIterable {
    case single, several, truths, order, match, short, point, simulated

    /// Done with the hands rather than chosen from words.
    package var isPractical: Bool { self == .point || self == .simulated }
    /// Answered tap by tap, each of them kept at once.
    package var isTapped: Bool { self == .order || self == .simulated }
  }

  /// The parts of an item that differ by its kind: what can be answered and what each answer is worth.
  package enum Task: Equatable, Sendable {
    case single(ChoiceTask)
    case several(ChoiceTask)
    case truths(TruthTask)
    case order(OrderTask)
    case match(MatchTask)
    case short(ShortTask)
    case point(PointTask)
    case simulated(Simulation)

    package var kind: Kind {
      switch self {
      case .single: .single
      case .several: .several
      case .truths: .truths
      case .order: .order
      case .match: .match
      case .short: .short
      case .point: .point
      case .simulated: .simulated
      }
    }

    /// The parts each candidate sees in an order of their own.
    package var shuffledParts: [Option.ID] {
      switch self {
      case .single(let task), .several(let task): task.options.map(\.id)
      case .truths(let task): task.statements.map(\.part.id)
      case .order(let task): task.steps.map(\.id)
      case .match(let task): task.right.map(\.id)
      case .short, .point, .simulated: []
      }
    }

    /// What a response is worth, in hundredths of an item; 0 for none.
    package func credit(for response: Response?) -> Int {
      guard let response else { return 0 }
      switch (self, response) {
      case (.single(let task), .chosen(let ids)): return task.creditOfOne(ids)
      case (.several(let task), .chosen(let ids)): return task.creditOfSeveral(ids)
      case (.truths(let task), .judged(let judgements)): return task.credit(for: judgements)
      case (.order(let task), .ordered(let ids)): return task.credit(for: ids)
      case (.match(let task), .matched(let pairs)): return task.credit(for: pairs)
      case (.short(let task), .typed(let text)): return task.credit(for: text)
      case (.point(let task), .chosen(let ids)): return ids.count == 1 && task.key.contains(ids[0]) ? 100 : 0
      case (.simulated(let task), .walked(let way)): return task.walk(along: way.steps).map { task.credit(of: $0) } ?? 0
      default: return 0
      }
    }

    /// Whether nothing is left to answer.
    package func isWhole(_ response: Response?) -> Bool {
      guard let response else { return false }
      switch (self, response) {
      case (.single, .chosen(let ids)), (.several, .chosen(let ids)), (.point, .chosen(let ids)): return !ids.isEmpty
      case (.truths(let task), .judged(let judgements)): return judgements.count == task.statements.count
      case (.order(let task), .ordered(let ids)): return ids.count == task.steps.count
      case (.match(let task), .matched(let pairs)): return pairs.count == task.left.count
      case (.short, .typed(let text)): return !text.isEmpty
      case (.simulated(let task), .walked(let way)): return task.walk(along: way.steps)?.isOver ?? false
      default: return false
      }
    }

    /// The response that is worth a whole item; nil for a simulated screen that nobody can finish.
    package var keyResponse: Response? {
      switch self {
      case .single(let task), .several(let task): .chosen(task.key.sorted())
      case .truths(let task):
        .judged(Dictionary(task.statements.map { ($0.part.id, $0.isTrue) }, uniquingKeysWith: { first, _ in first }))
      case .order(let task): .ordered(task.steps.map(\.id))
      case .match(let task):
        .matched(Dictionary(task.left.map { ($0.part.id, $0.match) }, uniquingKeysWith: { first, _ in first }))
      case .short(let task): task.accepts.first { $0.credit == 100 }.map { .typed($0.text) }
      case .point(let task): task.key.first.map { .chosen([$0]) }
      case .simulated(let task): SimulationSurvey.solution(of: task).map { .walked(Way($0.map(\.step))) }
      }
    }
  }
}

/// Credit for so many right parts, in hundredths of an item: data of the item, from none right to all.
package struct CreditScale: Equatable, Sendable {
  package let steps: [Int]

  package init(_ steps: [Int]) {
    self.steps = steps
  }

  package subscript(_ right: Int) -> Int {
    steps.isEmpty ? 0 : steps[max(0, min(right, steps.count - 1))]
  }
}
